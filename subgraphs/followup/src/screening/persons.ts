import { sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  nationalDay,
  pageSize,
  rowsByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QueryScreeningPersonsArgs, ScreeningView } from '../generated/resolvers.ts';
import type { ScreeningStandingModel } from '../models.ts';
import { programmeOf } from './programmes.ts';
import { NEVER, screeningStanding } from './table.ts';

const p = sql.placeholder;
/** Counted to here: a number beside a page, not a statistic. */
const MOST = 10_000;

/** What a view lists; a day that is due passes with time alone. */
const VIEWS = {
  ALL: sql`true`,
  INVITED: sql`s.step = 'invited'`,
  DUE: sql`s.sort_on >= ${p('today')}::date and s.sort_on < ${NEVER}`,
  OVERDUE: sql`s.sort_on < ${p('today')}::date`,
  WORK_UP: sql`s.step = 'work-up-awaited'`,
  DIAGNOSED: sql`s.step = 'diagnosed'`,
  INTERVAL_CANCER: sql`s.is_interval_cancer`,
  CANNOT_BE_JUDGED: sql`(s.cannot is not null or s.step = 'diagnosed' and s.is_interval_cancer is null)`,
  DECLINED: sql`s.step = 'declined'`,
} as const satisfies Record<ScreeningView, unknown>;

const own = sql`s.institution_id = ${p('institution')}::uuid and s.programme = ${p('programme')}`;

const pageOf = (view: ScreeningView) =>
  sqlStatement<ScreeningStandingModel>(sql`
    select s.* from followup.screening_standing s where ${own} and ${VIEWS[view]}
      and (${p('afterDay')}::date is null or (s.sort_on, s.patient_id) > (${p('afterDay')}::date, ${p('afterPatient')}::uuid))
    order by s.sort_on, s.patient_id limit ${p('limit')}::int`);
const pages = Object.fromEntries(
  (Object.keys(VIEWS) as ScreeningView[]).map((view) => [view, pageOf(view)]),
) as Record<ScreeningView, ReturnType<typeof pageOf>>;

const counts = sqlStatement<Record<string, number>>(sql`
  select ${sql.join(
    Object.entries(VIEWS).map(
      ([view, condition]) =>
        sql`(count(*) filter (where ${condition}))::int as ${sql.identifier(view.toLowerCase())}`,
    ),
    sql`, `,
  )}
  from (select * from followup.screening_standing s where ${own} limit ${sql.raw(String(MOST))}) s`);

const programme = (name: string): string => {
  if (programmeOf(name) === null)
    throw badInput(`There is no programme “${name.slice(0, 40)}”; see \`screeningProgrammes\`.`);
  return name;
};
const asked = (name: string, { principal }: SubgraphContext) => ({
  institution: principal.institutionId,
  programme: programme(name),
});
const dated = (view: string) =>
  view === 'DUE' || view === 'OVERDUE' ? nationalDay(new Date()) : undefined;

/** Persons of a programme at the reader's institution, a page at a time; every one shown is audited. @throws BAD_USER_INPUT */
export const screeningPersons = async (
  { programme: name, view, first, after }: QueryScreeningPersonsArgs,
  context: SubgraphContext,
): Promise<Connection<ScreeningStandingModel>> => {
  const size = pageSize(first, 50, 200);
  const [afterDay, afterPatient] = after ? decodeCursor(after, ['date', 'uuid']) : [null, null];
  const of = view ?? 'ALL';
  const today = dated(of);
  const rows = await context.session.run(pages[of], {
    ...asked(name, context),
    ...{ afterDay, afterPatient, limit: size + 1 },
    ...(today === undefined ? {} : { today }),
  });
  const page = connection(rows, size, (row) => [row.sortOn, row.patientId]);
  await context.audit(page.edges.map(({ node }) => node.patientId));
  return page;
};

/** How many each view lists. @throws BAD_USER_INPUT */
export const screeningCounts = async (name: string, context: SubgraphContext) => {
  const [row] = await context.session.run(counts, {
    ...asked(name, context),
    today: nationalDay(new Date()),
  });
  return (Object.keys(VIEWS) as ScreeningView[]).map((view) => ({
    view,
    // Rows come with the keys of the graph: `cannot_be_judged` as `cannotBeJudged`.
    persons: row?.[view.toLowerCase().replace(/_(.)/g, (_, one: string) => one.toUpperCase())] ?? 0,
  }));
};

/** Where patients stand, one row a programme whichever institution recorded it. */
export const standingRows = rowsByPatient(
  sqlStatement<ScreeningStandingModel>(sql`
    select distinct on (patient_id, programme) * from ${screeningStanding}
    where patient_id = any(${p('ids')}) order by patient_id, programme, institution_id`),
);
