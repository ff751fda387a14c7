import type { PartialDate } from '@nodp/record';

/** A day as the number of days since 1970-01-01. */
export type Day = number;

const DAY = 86_400_000;

export const dayOf = (date: string): Day => {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`no such day: ${date}`);
  return at / DAY;
};

interface Written {
  readonly date: string;
  /** Months since the year 0. */
  readonly month: number;
}

const known = new Map<Day, Written>();

const written = (day: Day): Written => {
  let found = known.get(day);
  if (found === undefined) {
    const at = new Date(day * DAY);
    found = {
      date: at.toISOString().slice(0, 10),
      month: at.getUTCFullYear() * 12 + at.getUTCMonth(),
    };
    known.set(day, found);
  }
  return found;
};

/** YYYY-MM-DD. */
export const dateOf = (day: Day): string => written(day).date;

/** A day as a date known to the day. */
export const onDay = (day: Day): PartialDate => ({ date: dateOf(day), precision: 'day' });

/** Months since the year 0. */
export const monthOf = (day: Day): number => written(day).month;

/** First day of a month counted as `monthOf` does. */
export const firstOf = (month: number): Day =>
  Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** An instant of China's day: `2021-03-04T09:30:00+08:00`. */
export const instantOf = (day: Day, minute: number): string =>
  `${dateOf(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00+08:00`;

export const YEAR = 365.25;
