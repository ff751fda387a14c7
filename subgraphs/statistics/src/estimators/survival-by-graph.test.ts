import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';
import { dyingAlike } from '../testing/flat-mortality.ts';

const HAZARD = 0.05;
/** Curves go down death by death: steps of several deaths are told by tests of their own. */
const open = { minimumCell: 1, variance: 0, deviation: 0, never: [] };
/** Patients that die one a day from a day on, and others that live on. */
const cohort = (
  all: number,
  deaths: number,
  from: number,
  last: number,
  of: Readonly<Record<string, string | number>>,
) =>
  Array.from({ length: all }, (_, i) => ({
    ...many(1, { age: 60, diagnosis_month: 6, ...of })[0],
    died: i < deaths,
    survival_days: i < deaths ? from + i : last,
  }));
const numbered = (rows: readonly object[]) =>
  rows.map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true })) as never;

/** What is left after so many of `all` died one by one, as a sum of hazards has it. */
const left = (all: number, deaths: number): number =>
  Math.exp(-Array.from({ length: deaths }, (_, i) => 1 / (all - i)).reduce((a, b) => a + b, 0));
/** Where everybody has the mortality of the population, net survival is what is left over what it leaves. */
const net = (all: number, deaths: number, years: number): number =>
  100 * left(all, deaths) * Math.exp(HAZARD * years);

describe('net survival weighed by the International Cancer Survival Standard', () => {
  let world: AskedWorld;
  const groups = [
    [40, 10],
    [50, 20],
    [60, 30],
    [70, 40],
    [80, 50],
  ] as const;
  beforeAll(async () => {
    world = await openWorld(
      numbered(
        groups.flatMap(([age, deaths]) =>
          cohort(100, deaths, 100, 4000, {
            ...{ age, age_group: age, diagnosis_year: 2014 },
          }),
        ),
      ),
      [registered('440000')],
      open,
    );
    await dyingAlike(world, HAZARD);
  });
  afterAll(() => world.close());

  test('five ages with the weights of standard 1: 7, 12, 23, 29 and 29 of a hundred', async () => {
    const weights = [0.07, 0.12, 0.23, 0.29, 0.29];
    const expected = groups.reduce(
      (sum, [, deaths], i) => sum + (weights[i] as number) * net(100, deaths, 5),
      0,
    );
    const { values, states } = await askOf(world).ask({ measure: 'AGE_STANDARDISED_NET_SURVIVAL' });
    expect(states).toEqual(['SHOWN']);
    expect(Math.abs(values[0] - expected)).toBeLessThan(0.7);
  });

  test('by age, each its own', async () => {
    const { values } = await askOf(world).ask({
      ...{ measure: 'NET_SURVIVAL', by: ['AGE'], filter: { ages: ['40', '50', '60', '70', '80'] } },
    });
    groups.forEach(([, deaths], i) => {
      expect(Math.abs(values[i] - net(100, deaths, 5))).toBeLessThan(0.7);
    });
  });
});

describe('approaches and years lived already', () => {
  let world: AskedWorld;
  beforeAll(async () => {
    world = await openWorld(
      numbered([
        // Within the last three years before the closing day, followed to it: what the first years are like now.
        ...cohort(60, 20, 100, 930, { diagnosis_year: 2023 }),
        // Five years before it: 10 die in the fourth.
        ...cohort(50, 10, 1200, 1990, { diagnosis_year: 2020 }),
      ]),
      [registered('440000')],
      open,
    );
    await dyingAlike(world, HAZARD);
  });
  afterAll(() => world.close());
  const near = async (question: object, expected: number) => {
    const { values, states } = await askOf(world).ask({ measure: 'NET_SURVIVAL', ...question });
    expect(states).toEqual(['SHOWN']);
    expect(Math.abs(values[0] - expected)).toBeLessThan(1);
  };

  test('period: the first years of those of 2023, then those of 2020', () =>
    near({ approach: 'PERIOD' }, net(60, 20, 5) * left(50, 10)));
  test('cohort: of those alone who could be followed for five years', () =>
    near({ approach: 'COHORT' }, net(50, 10, 5)));
  test('complete: everybody as far as followed', () => near({}, net(110, 20, 5) * left(50, 10)));
  test('conditional on a year lived: what comes after it', () =>
    near({ approach: 'PERIOD', given: 1, at: 4 }, net(50, 10, 4)));
});
