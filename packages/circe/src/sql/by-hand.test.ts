import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parseExpression } from '../parse.ts';
import { type Cdm, openCdm, type Row } from '../testing/open-cdm.ts';
import { CONCEPT_SETS } from '../testing/small-worlds.ts';
import { generateCohort } from './generate.ts';

/** One person, observed for the year 2010, whose periods can be told by hand. */
let cdm: Cdm;
beforeAll(async () => {
  cdm = await openCdm();
});
afterAll(() => cdm.close());

const condition = (n: number, day: string): Row => ({
  ...{ condition_occurrence_id: n, person_id: 1, condition_concept_id: 1 },
  ...{ condition_start_date: day, condition_end_date: day },
});
const drug = (n: number, day: string, supply: number): Row => ({
  ...{ drug_exposure_id: n, person_id: 1, drug_concept_id: 3 },
  ...{ drug_exposure_start_date: day, days_supply: supply },
});
beforeEach(() =>
  cdm.fill({
    concept: [1, 3].map((id) => ({ concept_id: id, standard_concept: 'S' })),
    person: [{ person_id: 1, gender_concept_id: 1, year_of_birth: 1950 }],
    observation_period: [
      {
        ...{ observation_period_id: 1, person_id: 1 },
        observation_period_start_date: '2010-01-01',
        observation_period_end_date: '2010-12-31',
      },
    ],
    condition_occurrence: [
      condition(1, '2010-02-01'),
      condition(2, '2010-03-01'),
      condition(3, '2010-08-01'),
    ],
    drug_exposure: [
      drug(1, '2010-02-01', 30),
      drug(2, '2010-03-10', 30),
      drug(3, '2010-09-01', 10),
    ],
  }),
);

/** The cohort's periods, as `start…end` within the year. */
const periodsOf = async (more: object): Promise<string[]> => {
  const { expression } = parseExpression({
    ConceptSets: CONCEPT_SETS,
    PrimaryCriteria: {
      CriteriaList: [{ ConditionOccurrence: { CodesetId: 1 } }],
      ObservationWindow: { PriorDays: 0, PostDays: 0 },
      PrimaryCriteriaLimit: { Type: 'All' },
    },
    QualifiedLimit: { Type: 'All' },
    ExpressionLimit: { Type: 'All' },
    ...more,
  });
  const { periods } = await generateCohort(expression, cdm, { cdmSchema: 'cdm' });
  return periods.map(({ start, end }) => `${start.slice(5)}…${end.slice(5)}`);
};
const offset = (days: number, field = 'StartDate') => ({
  EndStrategy: { DateOffset: { DateField: field, Offset: days } },
});
const after = (days: number) => ({ Days: days, Coeff: 1 });

test('without an exit a period lasts as long as observation, and events within it are one period', async () => {
  expect(await periodsOf({})).toEqual(['02-01…12-31']);
});

test('an exit by days ends each event, at the end of observation at the latest', async () => {
  expect(await periodsOf(offset(10))).toEqual(['02-01…02-11', '03-01…03-11', '08-01…08-11']);
  expect((await periodsOf(offset(300))).at(-1)).toBe('02-01…12-31');
});

test('periods within the pad of one another are one', async () => {
  // From 11 February to 1 March there are 18 days.
  const collapsed = (pad: number) =>
    periodsOf({ ...offset(10), CollapseSettings: { CollapseType: 'ERA', EraPad: pad } });
  expect(await collapsed(17)).toEqual(['02-01…02-11', '03-01…03-11', '08-01…08-11']);
  expect(await collapsed(18)).toEqual(['02-01…03-11', '08-01…08-11']);
});

test('the censor window cuts periods at its days, and leaves out what lies outside', async () => {
  const censored = (window: object) => periodsOf({ ...offset(10), CensorWindow: window });
  expect(await censored({ StartDate: '2010-02-05' })).toEqual([
    '02-05…02-11',
    '03-01…03-11',
    '08-01…08-11',
  ]);
  expect(await censored({ EndDate: '2010-03-04' })).toEqual(['02-01…02-11', '03-01…03-04']);
  expect(await censored({ StartDate: '2010-03-11', EndDate: '2010-07-31' })).toEqual([
    '03-11…03-11',
  ]);
  expect(await censored({ StartDate: '2010-04-01', EndDate: '2010-04-30' })).toEqual([]);
});

test('exposures that follow within the gap are one era, which ends the events in it', async () => {
  const era = (gap: number) =>
    periodsOf({ EndStrategy: { CustomEra: { DrugCodesetId: 2, GapDays: gap, Offset: 0 } } });
  // 1 February and 30 days is 3 March; the next exposure is of 10 March, to 9 April.
  expect(await era(6)).toEqual(['02-01…03-03', '08-01…12-31']);
  expect(await era(7)).toEqual(['02-01…04-09', '08-01…12-31']);
});

test('an event of the censoring criteria ends what began on or before its day', async () => {
  expect(
    await periodsOf({ CensoringCriteria: [{ DrugExposure: { CodesetId: 2, First: true } }] }),
  ).toEqual(['02-01…02-01', '03-01…12-31']);
  expect(await periodsOf({ CensoringCriteria: [{ DrugExposure: { CodesetId: 2 } }] })).toEqual([
    '02-01…02-01',
    '03-01…03-10',
    '08-01…09-01',
  ]);
});

test('limits take the first, the last or every event', async () => {
  const limited = (type: string) => periodsOf({ ...offset(0), ExpressionLimit: { Type: type } });
  expect(await limited('First')).toEqual(['02-01…02-01']);
  expect(await limited('Last')).toEqual(['08-01…08-01']);
  expect(await limited('All')).toHaveLength(3);
  const first = { Type: 'First' };
  const primary = {
    PrimaryCriteria: {
      CriteriaList: [{ ConditionOccurrence: { CodesetId: 1 } }],
      ObservationWindow: { PriorDays: 40, PostDays: 0 },
      PrimaryCriteriaLimit: first,
    },
  };
  // The first event alone is not observed long enough before: of those that are, the first is meant.
  expect(await periodsOf({ ...offset(0), ...primary })).toEqual(['03-01…03-01']);
});

test('a correlated event counts within its window, both days included', async () => {
  const within = (from: number, to: number, count = 1) =>
    periodsOf({
      ...offset(0),
      InclusionRules: [
        {
          name: 'drug',
          expression: {
            Type: 'ALL',
            CriteriaList: [
              {
                Criteria: { DrugExposure: { CodesetId: 2 } },
                StartWindow: { Start: after(from), End: after(to), UseEventEnd: false },
                Occurrence: { Type: 2, Count: count },
              },
            ],
            DemographicCriteriaList: [],
            Groups: [],
          },
        },
      ],
    });
  // From 1 March to 10 March there are 9 days, from 1 August to 1 September 31, from 1 February 0 and 37.
  expect(await within(9, 9)).toEqual(['03-01…03-01']);
  expect(await within(10, 31)).toEqual(['08-01…08-01']);
  expect(await within(0, 37, 2)).toEqual(['02-01…02-01']);
  expect(await within(0, 36, 2)).toEqual([]);
});
