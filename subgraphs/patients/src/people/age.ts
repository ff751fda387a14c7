/** A date known to the day, month or year, as PostgreSQL gives it: unknown parts are 01. */
export interface KnownDate {
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
}

/**
 * Completed years from birth to a day. Where the birth date is known to the year or month only, the
 * middle of that span stands for it, so that the error is half a span at most.
 */
export const completedYears = (born: KnownDate, on: string): number | null => {
  const [year, month, day] = born.date.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = on.slice(0, 10).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const fromMonth = born.precision === 'year' ? 7 : month;
  const fromDay = born.precision === 'year' ? 1 : born.precision === 'month' ? 15 : day;
  const beforeBirthday = toMonth < fromMonth || (toMonth === fromMonth && toDay < fromDay);
  const years = toYear - year - (beforeBirthday ? 1 : 0);
  return years < 0 ? null : years;
};
