/** Where things lie in a plot. */
import { max, nice, ticks } from 'd3-array';

/** A value or an interval of a position; null where nothing is known there. */
export type Value = number | null;

/** The axis of values from 0: its end and its ticks, at 1, 2 or 5 steps; of whole numbers, whole ones. */
export function valueAxis(
  values: readonly Value[],
  { end, whole = false }: { end?: number | undefined; whole?: boolean } = {},
): { readonly end: number; readonly ticks: number[] } {
  const highest = end ?? max(values, (v) => v ?? 0) ?? 0;
  const [, top] = end === undefined ? nice(0, highest || 1, 4) : [0, end];
  const steps = ticks(0, top, 4).filter((t) => !whole || Number.isInteger(t));
  return { end: top, ticks: steps };
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
