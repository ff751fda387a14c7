import { DAYS_PER_YEAR, hazardAt, type LifeTable } from '@nodp/biostatistics';

/** Nobody is assumed to live beyond it. */
const LAST_AGE = 120;

/**
 * Years that a person of the general population still has to live, mortality staying as it was in one year
 * (period life expectancy).
 * @param sex 0 female, 1 male
 * @param year calendar year whose mortality holds
 */
export const lifeExpectancy = (table: LifeTable, sex: 0 | 1, age: number, year: number): number => {
  const day = Date.UTC(year, 6, 1) / 86_400_000;
  let [alive, years] = [1, 0];
  for (let x = age; x < LAST_AGE; x++) {
    const yearly = hazardAt(table, sex, x * DAYS_PER_YEAR, day) * DAYS_PER_YEAR;
    const left = alive * Math.exp(-yearly);
    years += yearly > 0 ? (alive - left) / yearly : alive;
    alive = left;
  }
  return years;
};
