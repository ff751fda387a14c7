import { editDistance } from '../text/damerau.ts';

/** How two dates of birth agree. */
export const DATE_LEVELS = ['same', 'swapped', 'slip', 'year', 'differs'] as const;
export type DateLevel = (typeof DATE_LEVELS)[number];

/**
 * Compares two days, YYYYMMDD or YYYY-MM-DD: `swapped` where day and month stand in each other's place, `slip` where one digit
 * is another one or two neighbours stand in each other's place, `year` where the year alone is the same.
 */
export const compareDates = (left: string, right: string): DateLevel => {
  const a = left.replaceAll('-', '');
  const b = right.replaceAll('-', '');
  if (a === b) return 'same';
  const year = a.slice(0, 4) === b.slice(0, 4);
  if (year && a.slice(4, 6) === b.slice(6, 8) && a.slice(6, 8) === b.slice(4, 6)) return 'swapped';
  if (editDistance(a, b, 1) <= 1) return 'slip';
  return year ? 'year' : 'differs';
};
