import fc from 'fast-check';
import type { Person } from './interpreted-rows.ts';
import type { Row, Tables } from './open-cdm.ts';

const FIRST = 14_610; // 2010-01-01
const day = fc.integer({ min: FIRST, max: FIRST + 400 });
const concept = fc.constantFrom(1, 2, 3);
const visit = fc.option(fc.constantFrom(1, 2), { nil: null });
const some = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 5 });
const length = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });

/** A few persons with a few events each, close enough for windows to hold some and miss others. */
export const persons: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      gender: fc.constantFrom(1, 2),
      born: fc.constantFrom(1940, 1970, 2000),
      splits: fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a]) as [number, number]),
      conditions: some(fc.record({ concept, start: day, length, visit })),
      drugs: some(fc.record({ concept, start: day, length, supply: length, visit })),
      values: some(
        fc.record({
          concept,
          start: day,
          value: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
          visit,
        }),
      ),
      death: fc.option(fc.record({ start: day, concept }), { nil: null }),
      visits: fc.array(fc.record({ concept, start: day, length: fc.integer({ min: 0, max: 9 }) }), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((made) =>
    made.map((each, i): Person => {
      const id = i + 1;
      const row = (n: number) => id * 100 + n;
      const [a, b] = each.splits;
      return {
        id,
        gender: each.gender,
        born: each.born,
        // Two periods with a gap between them, which no event may bridge.
        observed: [{ from: FIRST, to: a }, ...(b > a + 1 ? [{ from: b, to: FIRST + 500 }] : [])],
        rows: {
          ConditionOccurrence: each.conditions.map((event, n) => ({
            condition_occurrence_id: row(n),
            person_id: id,
            condition_concept_id: event.concept,
            condition_start_date: event.start,
            condition_end_date: event.length === null ? null : event.start + event.length,
            visit_occurrence_id: event.visit === null ? null : row(event.visit),
          })),
          DrugExposure: each.drugs.map((event, n) => ({
            drug_exposure_id: row(n),
            person_id: id,
            drug_concept_id: event.concept,
            drug_exposure_start_date: event.start,
            drug_exposure_end_date: event.length === null ? null : event.start + event.length,
            days_supply: event.supply,
            visit_occurrence_id: event.visit === null ? null : row(event.visit),
          })),
          Measurement: each.values.map((event, n) => ({
            measurement_id: row(n),
            person_id: id,
            measurement_concept_id: event.concept,
            measurement_date: event.start,
            value_as_number: event.value,
            visit_occurrence_id: event.visit === null ? null : row(event.visit),
          })),
          Death:
            each.death === null
              ? []
              : [
                  {
                    person_id: id,
                    death_date: each.death.start,
                    cause_concept_id: each.death.concept,
                  },
                ],
          VisitOccurrence: each.visits.map((event, n) => ({
            visit_occurrence_id: row(n + 1),
            person_id: id,
            visit_concept_id: event.concept,
            visit_start_date: event.start,
            visit_end_date: event.start + event.length,
          })),
        },
      };
    }),
  );

export const dayText = (days: number): string =>
  new Date(days * 86_400_000).toISOString().slice(0, 10);

/** Days as the tables have them. */
const dated = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.endsWith('_date') && value !== null ? dayText(value as number) : value,
    ]),
  );

const VOCABULARY: Tables = {
  concept: [1, 2, 3].map((id) => ({
    concept_id: id,
    concept_name: `Concept ${id}`,
    standard_concept: 'S',
  })),
  concept_ancestor: [
    [1, 1],
    [1, 2],
    [2, 2],
    [3, 3],
  ].map(([ancestor, descendant]) => ({
    ancestor_concept_id: ancestor,
    descendant_concept_id: descendant,
  })),
};

/** Codeset 1 holds concept 1 and what stands under it, codeset 2 the third. */
export const CODESETS = new Map([
  [1, new Set([1, 2])],
  [2, new Set([3])],
]);
export const CONCEPT_SETS = [
  {
    id: 1,
    name: 'one',
    expression: { items: [{ concept: { CONCEPT_ID: 1 }, includeDescendants: true }] },
  },
  { id: 2, name: 'two', expression: { items: [{ concept: { CONCEPT_ID: 3 } }] } },
];

export const tablesOf = (people: readonly Person[]): Tables => ({
  ...VOCABULARY,
  person: people.map(({ id, gender, born }) => ({
    person_id: id,
    gender_concept_id: gender,
    year_of_birth: born,
  })),
  observation_period: people.flatMap(({ id, observed }) =>
    observed.map(({ from, to }, i) => ({
      observation_period_id: id * 10 + i,
      person_id: id,
      observation_period_start_date: dayText(from),
      observation_period_end_date: dayText(to),
    })),
  ),
  condition_occurrence: people.flatMap(({ rows }) => rows.ConditionOccurrence.map(dated)),
  drug_exposure: people.flatMap(({ rows }) => rows.DrugExposure.map(dated)),
  measurement: people.flatMap(({ rows }) => rows.Measurement.map(dated)),
  death: people.flatMap(({ rows }) => rows.Death.map(dated)),
  visit_occurrence: people.flatMap(({ rows }) => rows.VisitOccurrence.map(dated)),
});
