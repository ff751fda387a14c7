import { testings } from '../criteria/testing.ts';
import { type CohortDefinition, kindOf, valueIn } from '../definition.ts';
import { type CriterionTesting, EVENTS, type Events, type Row } from './criterion-testing.ts';

/** Whether so many or more are true, with what is not known: true, false, or null. */
const isMet = (least: number, of: readonly (boolean | null)[]): boolean | null => {
  if (of.filter((each) => each === true).length >= least) return true;
  return of.filter((each) => each !== false).length < least ? false : null;
};

const opposite = (value: boolean | null): boolean | null => (value === null ? null : !value);

/** What a definition says of a case, null where that is not known: the plainest reading, to hold every other way of counting to. */
const says = (definition: CohortDefinition, row: Row, events: Events): boolean | null => {
  const each = (of: readonly CohortDefinition[]) => of.map((d) => says(d, row, events));
  if ('all' in definition) return isMet(definition.all.length, each(definition.all));
  if ('any' in definition) return isMet(1, each(definition.any));
  if ('not' in definition) return opposite(says(definition.not, row, events));
  if ('atLeast' in definition) return isMet(definition.atLeast.least, each(definition.atLeast.of));
  if ('atMost' in definition)
    return opposite(isMet(definition.atMost.most + 1, each(definition.atMost.of)));
  const kind = kindOf(definition);
  if (kind === null) throw new TypeError('Not a criterion.');
  const { holds, denies } = testings[kind] as unknown as CriterionTesting<unknown>;
  const value = valueIn(definition);
  if (holds(value, row, events)) return true;
  return denies === undefined || denies(value, row, events) ? false : null;
};

/** Rows of a release's tables. */
export type ReleasedRows = Readonly<
  Partial<Record<keyof Events | 'cases', readonly Row[] | undefined>>
>;

/** Persons, once each. */
export const countByHand = (definition: CohortDefinition, rows: ReleasedRows): number => {
  const own = (table: readonly Row[] = [], row: Row) =>
    table.filter(
      ({ person_key, first_case = null, last_case = null }) =>
        person_key === row.person_key &&
        (first_case === null || Number(row.case_number) >= Number(first_case)) &&
        (last_case === null || Number(row.case_number) <= Number(last_case)),
    );
  const meeting = (rows.cases ?? []).filter((row) => {
    const events = Object.fromEntries(EVENTS.map((table) => [table, own(rows[table], row)]));
    return says(definition, row, events as unknown as Events) === true;
  });
  return new Set(meeting.map((row) => row.person_key)).size;
};
