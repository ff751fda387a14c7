import type { Criterion, TreatmentKind } from '../definition/definition.ts';
import type { TableName } from '../schema/columns.ts';
import type { Compiled, Dialect } from './condition.ts';
import { Parameters } from './parameters.ts';

/** A criterion that speaks of the person, not of the case. */
export type PersonCriterion = Extract<Criterion, { op: 'treatment' | 'biomarker' }>;

const flags = {
  SURGERY: 'surgery',
  RADIOTHERAPY: 'radiotherapy',
  SYSTEMIC: 'systemic',
} as const satisfies Partial<Record<TreatmentKind, string>>;

/** Where it is written: in a column of cases, or in the rows `e` of a table of events. */
export type Whereabouts =
  | { readonly kind: 'flag'; readonly flag: (typeof flags)[keyof typeof flags] }
  | { readonly kind: 'events'; readonly table: TableName; readonly condition: string };

export const whereabouts = (criterion: PersonCriterion, parameters: Parameters): Whereabouts => {
  const is = (column: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`e.${column} = ${parameters.add(value)}`];
  const among = (column: string, codes: readonly string[] = []): string[] =>
    codes.length === 0 ? [] : [`e.${column} in (${parameters.list(codes)})`];
  if (criterion.op === 'biomarker')
    return {
      kind: 'events',
      table: 'biomarkers',
      condition: [
        ...is('biomarker', criterion.biomarker),
        ...among('finding', criterion.findings),
      ].join(' and '),
    };
  const { kind, drugs = [], regimens = [] } = criterion;
  if (drugs.length === 0 && regimens.length === 0 && kind !== undefined && kind !== 'OTHER')
    return { kind: 'flag', flag: flags[kind] };
  const conditions = [...is('kind', kind), ...among('drug', drugs), ...among('regimen', regimens)];
  return { kind: 'events', table: 'treatments', condition: conditions.join(' and ') || 'true' };
};

/** The keys of the persons of a criterion, some more than once. */
export const personsPlan = (
  criterion: PersonCriterion,
  dialect: Dialect,
): Extract<Whereabouts, { kind: 'flag' }> | { kind: 'events'; plan: Compiled } => {
  const parameters = new Parameters();
  const found = whereabouts(criterion, parameters);
  if (found.kind === 'flag') return found;
  const text = `select cast(e.person_key as integer) as key from ${dialect.table(found.table)} e where ${found.condition}`;
  return { kind: 'events', plan: { text, parameters: parameters.values } };
};
