import { BASES_OF_DIAGNOSIS, SITE_GROUPS } from '@nodp/terminology';

/** A filter as a Beacon request sends it. */
export interface Filter {
  readonly id: string;
  readonly operator?: string;
  readonly value?: string | number;
}

/** What the beacon is asked, in the form of the graph's `CohortDefinitionInput`. */
type Criterion = Readonly<Record<string, unknown>>;

interface Term {
  readonly id: string;
  readonly label: string;
  readonly type: 'ontologyTerm' | 'custom';
  readonly criterion: Criterion;
}

const STAGES = ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV'] as const;

/** Terms that are filters by themselves; the NCI Thesaurus's of sex, else of this beacon. */
const TERMS: readonly Term[] = [
  { id: 'NCIT:C16576', label: 'Female', type: 'ontologyTerm', criterion: { sex: ['FEMALE'] } },
  { id: 'NCIT:C20197', label: 'Male', type: 'ontologyTerm', criterion: { sex: ['MALE'] } },
  ...SITE_GROUPS.map(
    ({ id, label }): Term => ({
      ...{ id: `site:${id}`, label: `Cancer site: ${label.en}`, type: 'custom' },
      criterion: { site: [id] },
    }),
  ),
  ...STAGES.map(
    (stage): Term => ({
      ...{ id: `stage:${stage.slice(6)}`, label: `Stage ${stage.slice(6)} at diagnosis` },
      ...{ type: 'custom', criterion: { stage: [stage] } },
    }),
  ),
  ...[...BASES_OF_DIAGNOSIS].map(
    ([code, { label }]): Term => ({
      ...{ id: `basis:${code}`, label: `Basis of diagnosis: ${label.en}`, type: 'custom' },
      criterion: { basis: [code] },
    }),
  ),
];

/** Numbers that are compared, whole ones. */
const NUMBERS = {
  ageAtDiagnosis: { label: 'Completed years at diagnosis', criterion: 'age', least: 0, most: 120 },
  yearOfDiagnosis: { label: 'Year of diagnosis', criterion: 'year', least: 1900, most: 2200 },
} as const;

/** Filters of one question: more make it a way to single somebody out rather than to find a data set. */
const MOST_FILTERS = 6;

/** Why a filter is not taken; told to who asks. */
export class BadFilter extends Error {}

const rangeOf = (operator: string, value: number): { from?: number; to?: number } => {
  switch (operator) {
    case '=':
      return { from: value, to: value };
    case '>':
      return { from: value + 1 };
    case '>=':
      return { from: value };
    case '<':
      return { to: value - 1 };
    case '<=':
      return { to: value };
    default:
      throw new BadFilter(`The operator “${operator}” is not one of =, <, <=, > and >=.`);
  }
};

const criterionOf = ({ id, operator, value }: Filter): Criterion => {
  const term = TERMS.find((one) => one.id === id);
  if (term !== undefined) return term.criterion;
  const number = Object.hasOwn(NUMBERS, id) ? NUMBERS[id as keyof typeof NUMBERS] : undefined;
  if (number === undefined)
    throw new BadFilter(`There is no filter “${id}”: /beacon/filtering_terms lists them.`);
  const given = Number(value);
  if (!Number.isInteger(given) || given < number.least || given > number.most)
    throw new BadFilter(`${id} takes a whole number from ${number.least} to ${number.most}.`);
  return { [number.criterion]: rangeOf(operator ?? '=', given) };
};

/**
 * All filters together, as a definition of a cohort.
 * @throws {BadFilter} for one that is not known
 */
export const definitionOf = (
  filters: readonly Filter[],
): { readonly all: readonly Criterion[] } => {
  if (filters.length > MOST_FILTERS)
    throw new BadFilter(`A question has ${MOST_FILTERS} filters at most, not ${filters.length}.`);
  return { all: filters.map(criterionOf) };
};

/** `/filtering_terms`: every filter that is taken. */
export const filteringTerms = [
  ...TERMS.map(({ id, label, type }) => ({ id, label, type, scopes: ['individual', 'biosample'] })),
  ...Object.entries(NUMBERS).map(([id, { label }]) => ({
    ...{ id, label, type: 'alphanumeric' as const },
    scopes: ['individual', 'biosample'],
  })),
];
