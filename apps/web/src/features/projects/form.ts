import type { DataPermission, ProjectApplicationInput } from '../../graph/generated/graphql.ts';

/** An application as the form holds it. */
export interface Form {
  readonly title: string;
  readonly purpose: string;
  readonly questions: string;
  readonly population: string;
  readonly sites: readonly string[];
  readonly releases: readonly number[];
  readonly cohort: string;
  /** `table.column` by permission. */
  readonly columns: Readonly<Record<DataPermission, readonly string[]>>;
  /** One a line: account; name; institution. */
  readonly team: string;
  readonly ethicsNumber: string;
  readonly until: string;
  readonly funding: string;
  readonly publicationPlan: string;
}

export const emptyForm: Form = {
  ...{ title: '', purpose: '', questions: '', population: '', sites: [], releases: [], cohort: '' },
  columns: { AGGREGATES: [], ROWS: [], EXPORT: [] },
  ...{ team: '', ethicsNumber: '', until: '', funding: '', publicationPlan: '' },
};

const permissions: readonly DataPermission[] = ['AGGREGATES', 'ROWS', 'EXPORT'];

const columnsWith = (
  { elements }: ProjectApplicationInput,
  permission: DataPermission,
): readonly string[] =>
  elements
    .filter((one) => one.permissions.includes(permission))
    .map(({ table, column }) => `${table}.${column}`);

/** The form of an application that is there. */
export const formOf = (title: string, given: ProjectApplicationInput): Form => ({
  title,
  ...{ purpose: given.purpose, questions: given.questions, population: given.population },
  ...{ sites: given.sites, releases: given.releases, cohort: String(given.cohort ?? '') },
  columns: {
    AGGREGATES: columnsWith(given, 'AGGREGATES'),
    ROWS: columnsWith(given, 'ROWS'),
    EXPORT: columnsWith(given, 'EXPORT'),
  },
  team: given.team
    .map(({ account, name, institution }) => `${account}; ${name}; ${institution}`)
    .join('\n'),
  ...{ ethicsNumber: given.ethicsNumber, until: given.until, funding: given.funding },
  publicationPlan: given.publicationPlan,
});

/** What the form says, as the graph takes it. */
export const applicationOf = (form: Form): ProjectApplicationInput => {
  const names = [...new Set(permissions.flatMap((permission) => form.columns[permission]))];
  const { title: _, columns, team, sites, releases, cohort, ...words } = form;
  return {
    ...words,
    sites: [...sites],
    releases: [...releases],
    cohort: cohort.trim() || null,
    elements: names.map((name) => {
      const [table = '', column = ''] = name.split('.');
      return {
        ...{ table, column },
        permissions: permissions.filter((permission) => columns[permission].includes(name)),
      };
    }),
    team: team
      .split('\n')
      .map((line) => line.split(/[;；]/).map((part) => part.trim()))
      .filter(([account]) => account)
      .map(([account = '', name = '', institution = '']) => ({ account, name, institution })),
  };
};
