import { BiostatisticsError } from '../errors.ts';
import { ascendingOrder } from '../survival/data/order.ts';

/** Distinct values, ascending. */
export function distinct(values: Float64Array): Float64Array {
  const order = ascendingOrder(values);
  const result = new Float64Array(values.length);
  let length = 0;
  for (let k = 0; k < order.length; k++) {
    const value = values[order[k] as number] as number;
    if (length === 0 || value !== result[length - 1]) result[length++] = value;
  }
  return result.slice(0, length);
}

/** A time line: 0, then every time, and between two of them as many points as asked for. */
export type TimeLine = {
  /** Ascending, starting at 0. */
  readonly grid: Float64Array;
  /** Where time j stands in the grid. */
  readonly at: Int32Array;
};

/** The times themselves (and 0) as the time line. */
export function coarse(times: Float64Array): TimeLine {
  return fine(times, Infinity);
}

/**
 * Each interval between two times cut, from its start, into pieces of `precision` days, the last
 * piece being what is left (relsurv's argument `precision`).
 * @throws {BiostatisticsError} `out-of-range` unless precision > 0
 */
export function fine(times: Float64Array, precision: number): TimeLine {
  if (!(precision > 0)) {
    throw new BiostatisticsError('out-of-range', 'precision', `is ${precision}; days above 0`);
  }
  let points = 1;
  let from = 0;
  for (let j = 0; j < times.length; j++) {
    const time = times[j] as number;
    points += Math.max(1, Math.ceil((time - from) / precision)) + 1;
    from = time;
  }
  const grid = new Float64Array(points);
  const at = new Int32Array(times.length);
  let length = 1;
  from = 0;
  for (let j = 0; j < times.length; j++) {
    const time = times[j] as number;
    const duration = time - from;
    for (let passed = 0; passed < duration; ) {
      const piece = Math.min(precision, duration - passed);
      passed += piece;
      grid[length++] = passed < duration ? from + passed : time;
    }
    at[j] = length - 1;
    from = time;
  }
  return { grid: grid.slice(0, length), at };
}

/** The values of both. */
export function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
