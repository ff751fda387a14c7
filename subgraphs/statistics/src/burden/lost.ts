import type { LifeTable } from '@nodp/biostatistics';
import { DAYS_OF_YEAR } from '../survival/approach.ts';
import type { FollowedCases } from '../survival/followed.ts';
import { lifeExpectancy } from '../survival/life-table.ts';

/** Deaths and the years that the general population of the same sex and age still has to live. Exact, not to be shown. */
export interface Lost {
  readonly deaths: number;
  readonly years: number;
}

/** Oldest age that is looked up: nobody is known to be older. */
const OLDEST = 110;

/** Remaining years by sex and age, mortality as it was in the year asked. */
const remaining = (table: LifeTable) => {
  const known = new Map<number, number>();
  return (sex: 0 | 1, age: number, year: number): number => {
    const whole = Math.max(0, Math.min(OLDEST, Math.floor(age)));
    const key = (year * 2 + sex) * 200 + whole;
    const found = known.get(key) ?? lifeExpectancy(table, sex, whole + 0.5, year);
    known.set(key, found);
    return found;
  };
};

const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();

/** Of the cases of each cell that died, whatever of: sex and age known. */
export const lostByCases = (
  table: LifeTable,
  cases: FollowedCases,
  rows: readonly Int32Array[],
): Lost[] => {
  const left = remaining(table);
  return rows.map((own) => {
    let [deaths, years] = [0, 0];
    for (const row of own) {
      const [sex, age] = [cases.sex[row] as number, cases.age[row] as number];
      if (cases.died[row] !== 1 || sex > 1 || age < 0) continue;
      const days = cases.days[row] as number;
      deaths++;
      years += left(
        sex as 0 | 1,
        age + days / DAYS_OF_YEAR,
        yearOf((cases.date[row] as number) + days),
      );
    }
    return { deaths, years };
  });
};

/** Middle of the five-year age groups; some 90 of those of 85 and more. */
const MIDDLES = [...Array.from({ length: 17 }, (_, i) => 5 * i + 2), 90];

/**
 * Of deaths counted by sex and 18 ages; those of unknown age lose as many years each as the others do.
 * @param counts `[sex][19 ages]`, women first
 */
export const lostByCounts = (table: LifeTable, counts: ArrayLike<number>, year: number): Lost => {
  const left = remaining(table);
  let [known, years, unknown] = [0, 0, 0];
  for (const sex of [0, 1] as const)
    for (let age = 0; age < 19; age++) {
      const deaths = counts[sex * 19 + age] as number;
      const middle = MIDDLES[age];
      if (middle === undefined) unknown += deaths;
      else {
        known += deaths;
        years += deaths * left(sex, middle, year);
      }
    }
  return { deaths: known + unknown, years: known === 0 ? 0 : (years * (known + unknown)) / known };
};
