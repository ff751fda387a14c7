import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';
import { dyingAlike } from '../testing/flat-mortality.ts';

const HAZARD = 0.05;
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

describe('net survival of those followed, and of those who could be', () => {
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
    );
    await dyingAlike(world, HAZARD);
  });
  afterAll(() => world.close());
  const near = async (question: object, expected: number) => {
    const { values, states } = await askOf(world).ask({ measure: 'NET_SURVIVAL', ...question });
    expect(states).toEqual(['SHOWN']);
    expect(Math.abs(values[0] - expected)).toBeLessThan(1);
  };

  test('cohort: of those alone who could be followed for five years', () =>
    near({ approach: 'COHORT' }, net(50, 10, 5)));
  test('complete: everybody as far as followed', () => near({}, net(110, 20, 5) * left(50, 10)));
});
