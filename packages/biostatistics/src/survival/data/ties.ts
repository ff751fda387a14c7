import type { Sorted } from './order.ts';

/**
 * Times that ought to be equal but differ by rounding (3 − 2.9 and 0.1) are made equal before any
 * risk set is formed, by the rule of R's survival package (`aeqSurv`, from its `all.equal`): in
 * the ascending list of distinct times, neighbours nearer than √ε, absolutely or relative to the
 * mean of the distinct times, are one time: the first of their run.
 */

/** √ε of double precision. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

const NONE = new Float64Array(0);

/**
 * @returns the times and entries with near ties joined: the same arrays when there were none,
 *   otherwise copies. Still ascending, in the same order of rows.
 */
export function joinTies(
  time: Sorted,
  entry: Sorted | undefined,
): { time: Sorted; entry: Sorted | undefined } {
  const times = time.values;
  const entries = entry?.values ?? NONE;
  const gap = joiningGap(times, entries);
  if (gap === undefined) return { time, entry };
  const newTimes = times.slice();
  const newEntries = entries.slice();
  let before = Number.NaN;
  let first = Number.NaN;
  for (let i = 0, q = 0; i < times.length || q < entries.length; ) {
    const fromEntry =
      q < entries.length && (i === times.length || (entries[q] as number) <= (times[i] as number));
    const value = (fromEntry ? entries[q] : times[i]) as number;
    if (!(value - before <= gap)) first = value;
    before = value;
    if (fromEntry) newEntries[q++] = first;
    else newTimes[i++] = first;
  }
  return {
    time: { order: time.order, values: newTimes },
    entry: entry && { order: entry.order, values: newEntries },
  };
}

/** How near two distinct times have to be to be one; undefined when no two are. */
function joiningGap(times: Float64Array, entries: Float64Array): number | undefined {
  let distinct = 0;
  let sum = 0;
  let before = Number.NaN;
  let nearest = Number.POSITIVE_INFINITY;
  const n = times.length;
  const m = entries.length;
  for (let i = 0, q = 0; i < n || q < m; ) {
    let value: number;
    if (q < m && (i === n || (entries[q] as number) <= (times[i] as number))) {
      value = entries[q++] as number;
    } else {
      value = times[i++] as number;
    }
    if (value === before) continue;
    const gap = value - before;
    if (gap < nearest) nearest = gap;
    distinct++;
    sum += value;
    before = value;
  }
  const gap = TOLERANCE * Math.max(1, sum / distinct);
  return nearest <= gap ? gap : undefined;
}
