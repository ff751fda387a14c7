/** How precisely a date is known. */
export type Precision = 'day' | 'month' | 'year';

/** A date known to the day, the month or the year; `date` is its first day, YYYY-MM-DD. */
export interface PartialDate {
  readonly date: string;
  readonly precision: Precision;
}

/** A partial date from the two columns it is stored in; a date without a precision is known to the day. */
export const storedDate = (on: string | null, precision: Precision | null): PartialDate | null =>
  on === null ? null : { date: on, precision: precision ?? 'day' };

const two = (n: number): string => String(n).padStart(2, '0');

/** Days of a month of the Gregorian calendar; months count from 1. */
const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const partsOf = (date: string): readonly [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
];

/** The last day a partial date may mean. */
export const latestDay = ({ date, precision }: PartialDate): string => {
  if (precision === 'day') return date;
  const [year, month] = partsOf(date);
  if (precision === 'year') return `${date.slice(0, 4)}-12-31`;
  return `${date.slice(0, 7)}-${two(daysIn(year, month))}`;
};

/** The day that stands for a partial date where one is needed: the middle of what it may mean. */
export const middleDay = ({ date, precision }: PartialDate): string =>
  precision === 'year'
    ? `${date.slice(0, 4)}-07-01`
    : precision === 'month'
      ? `${date.slice(0, 7)}-15`
      : date;

/** Whether `a` is certainly before `b`. */
export const isBefore = (a: PartialDate, b: PartialDate): boolean => latestDay(a) < b.date;

/**
 * A day so many months later; of a month that is shorter its last day, as in law (30 November and three months
 * is the last of February).
 */
export const addMonths = (day: string, months: number): string => {
  const [year, month, of] = partsOf(day);
  const counted = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(of, daysIn(toYear, toMonth)))}`;
};

/** Whether two dates, whatever days they mean, lie more than so many months apart. */
export const isMoreThanMonthsApart = (a: PartialDate, b: PartialDate, months: number): boolean =>
  addMonths(latestDay(a), months) < b.date || addMonths(latestDay(b), months) < a.date;
