import type { Day } from './days.ts';

/** Sunday 0 to Saturday 6: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/** The day, or the Monday after it where it falls on a weekend: what is planned waits. */
export const workday = (day: Day): Day => {
  const weekday = weekdayOf(day);
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day;
};

/** The day, or the Friday before it where it falls on a weekend: what was done had been done by then. */
export const workdayBefore = (day: Day): Day => {
  const weekday = weekdayOf(day);
  return weekday === 6 ? day - 1 : weekday === 0 ? day - 2 : day;
};
