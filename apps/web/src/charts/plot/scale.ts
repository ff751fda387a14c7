/** Where things lie in a plot. */
import { max, min, nice, ticks } from 'd3-array';

/** A value or an interval of a position; null where nothing is known there. */
export type Value = number | null;

/** The axis of values from 0, or from below the lowest where one is negative: its ends and its ticks, at 1, 2 or 5 steps; of whole numbers, whole ones. */
export function valueAxis(
  values: readonly Value[],
  { end, whole = false }: { end?: number | undefined; whole?: boolean } = {},
): { readonly start: number; readonly end: number; readonly ticks: number[] } {
  const lowest = Math.min(0, min(values, (v) => v ?? 0) ?? 0);
  const highest = Math.max(0, max(values, (v) => v ?? 0) ?? 0);
  const [start, top] =
    end === undefined ? nice(lowest, highest || (lowest === 0 ? 1 : 0), 4) : [0, end];
  const steps = ticks(start, top, 4).filter((t) => !whole || Number.isInteger(t));
  return { start, end: top, ticks: steps };
}

/** Width of words on an axis, px, without asking the browser: Chinese characters are twice as wide. */
export const wordsWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 11 : 6.4), 0);

/** Room for the words of the axis of values and the 8 px beside them, px; charts of short words begin at one line. */
export const gutterOf = (words: readonly string[]): number =>
  Math.max(52, Math.ceil((max(words, wordsWidth) ?? 0) * 1.1) + 10);

/** Every how many positions a word fits along an axis. */
export function labelStep(labels: readonly string[], apart: number): number {
  const widest = max(labels, wordsWidth) ?? 0;
  return Math.max(1, Math.ceil((widest + 10) / Math.max(apart, 0.1)));
}

/** From where to where each series of a stack reaches at each position. */
export function stacked(series: readonly (readonly Value[])[]): ([number, number] | null)[][] {
  const sums: number[] = [];
  return series.map((values) =>
    values.map((value, i) => {
      if (value === null) return null;
      const from = sums[i] ?? 0;
      sums[i] = from + value;
      return [from, from + value];
    }),
  );
}

/** The position nearest to a place, of positions in ascending order. */
export function nearest(places: readonly number[], at: number): number | null {
  let best: number | null = null;
  for (const [i, place] of places.entries()) {
    if (best === null || Math.abs(place - at) < Math.abs((places[best] ?? 0) - at)) best = i;
  }
  return best;
}
