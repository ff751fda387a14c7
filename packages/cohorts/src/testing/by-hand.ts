import { testings } from '../criteria/testing.ts';
import { type CohortDefinition, kindOf, valueIn } from '../definition.ts';
import type { CriterionTesting, Events, Row } from './criterion-testing.ts';

/** What a definition says of a case: the plainest reading, to hold every other way of counting to. */
const holds = (definition: CohortDefinition, row: Row, events: Events): boolean => {
  if ('all' in definition) return definition.all.every((d) => holds(d, row, events));
  if ('any' in definition) return definition.any.some((d) => holds(d, row, events));
  if ('not' in definition) return !holds(definition.not, row, events);
  if ('atLeast' in definition) {
    const { least, of } = definition.atLeast;
    return of.filter((d) => holds(d, row, events)).length >= least;
  }
  if ('atMost' in definition) {
    const { most, of } = definition.atMost;
    return of.filter((d) => holds(d, row, events)).length <= most;
  }
  const kind = kindOf(definition);
  if (kind === null) throw new TypeError('Not a criterion.');
  const testing = testings[kind] as unknown as CriterionTesting<unknown>;
  return testing.holds(valueIn(definition), row, events);
};

/** Rows of a release's tables. */
export interface ReleasedRows {
  readonly cases?: readonly Row[] | undefined;
  readonly treatments?: readonly Row[] | undefined;
  readonly biomarkers?: readonly Row[] | undefined;
  readonly outcomes?: readonly Row[] | undefined;
}

/** Persons, once each. */
export const countByHand = (definition: CohortDefinition, rows: ReleasedRows): number => {
  const own = (table: readonly Row[] = [], row: Row) =>
    table.filter(
      ({ person_key, first_case = null, last_case = null }) =>
        person_key === row.person_key &&
        (first_case === null || Number(row.case_number) >= Number(first_case)) &&
        (last_case === null || Number(row.case_number) <= Number(last_case)),
    );
  const meeting = (rows.cases ?? []).filter((row) =>
    holds(definition, row, {
      treatments: own(rows.treatments, row),
      biomarkers: own(rows.biomarkers, row),
      outcomes: own(rows.outcomes, row),
    }),
  );
  return new Set(meeting.map((row) => row.person_key)).size;
};
