import { bandAt, type LifeTable } from './life-table.ts';

/**
 * The way of one person through a life table, both clocks (age and calendar) running at once:
 * calls `visit` for each stretch of constant hazard between `from` and `to`.
 *
 * @param age days, at time 0; @param date day number at time 0
 * @param from days after time 0; @param to days after time 0, ≥ from
 * @param visit start and end of the stretch (days after time 0) and its hazard per day
 */
export function walkLifeTable(
  table: LifeTable,
  stratum: number,
  age: number,
  date: number,
  from: number,
  to: number,
  visit: (start: number, end: number, hazard: number) => void,
): void {
  const { ages, years, hazards } = table;
  let a = bandAt(ages, age + from);
  let y = bandAt(years, date + from);
  const base = stratum * years.length;
  let start = from;
  while (start < to) {
    const birthday = a + 1 < ages.length ? (ages[a + 1] as number) - age : Infinity;
    const newYear = y + 1 < years.length ? (years[y + 1] as number) - date : Infinity;
    const end = Math.min(birthday, newYear, to);
    if (end > start) visit(start, end, hazards[(base + y) * ages.length + a] as number);
    if (birthday <= end) a++;
    if (newYear <= end) y++;
    if (end > start) start = end;
  }
}

/** ∫ of the person's population hazard from `from` to `to` (arguments as `walkLifeTable`). */
export function cumulativeHazard(
  table: LifeTable,
  stratum: number,
  age: number,
  date: number,
  from: number,
  to: number,
): number {
  let sum = 0;
  walkLifeTable(table, stratum, age, date, from, to, (start, end, hazard) => {
    sum += (end - start) * hazard;
  });
  return sum;
}
