import { latestDay, middleDay, type PartialDate } from '../dates/partial-date.ts';
import type { Explained } from '../explained.ts';

/** Raised whenever the same input gives another answer. */
export const AGE_AT_VERSION = 1;

export interface Age {
  /** Completed years. */
  readonly years: number;
  /** The least and the most that what is known allows. */
  readonly least: number;
  readonly most: number;
}

export type AgeReason = 'to-the-day' | 'middle-of-what-is-known';
export type AgeMissing = 'birth' | 'date' | 'order';

const completed = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5, 10) < from.slice(5, 10) ? 1 : 0);

/**
 * Age in completed years at a date. A year is completed on the birthday; who was born on 29 February completes it
 * on 1 March of a common year. Where a date is known to the month or year alone, the middle of it stands for it (15th,
 * 1 July), so that the error is half a span at most; `least` and `most` are what is possible. No age where the date
 * is certainly before birth. Source: completed solar years as in the United Nations' Principles and Recommendations for
 * a Vital Statistics System; the middle of a partial date is the platform's own convention.
 */
export const ageAt = (
  born: PartialDate | null,
  on: PartialDate | null,
): Explained<Age, AgeReason, AgeMissing> => {
  if (born === null) return { value: null, why: [], missing: ['birth'] };
  if (on === null) return { value: null, why: [], missing: ['date'] };
  const most = completed(born.date, latestDay(on));
  if (most < 0) return { value: null, why: [], missing: ['order'] };
  const least = Math.max(0, completed(latestDay(born), on.date));
  const years = Math.min(most, Math.max(least, completed(middleDay(born), middleDay(on))));
  const exact = born.precision === 'day' && on.precision === 'day';
  return {
    value: { years, least, most },
    why: [exact ? 'to-the-day' : 'middle-of-what-is-known'],
    missing: [],
  };
};
