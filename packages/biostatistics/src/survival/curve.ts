import type { Confidence } from './confidence.ts';

/**
 * An estimated survival curve as columns; row i holds from `time[i]` until the next row. Before
 * the first row survival is 1 (or, with left truncation, is taken as 1 at the first entry).
 */
export interface SurvivalCurve {
  /** Rows of people given. */
  readonly n: number;
  /** Distinct times, ascending. */
  readonly time: Float64Array;
  /** At risk just before `time` (sum of weights). */
  readonly atRisk: Float64Array;
  /** Events at `time` (sum of weights). */
  readonly events: Float64Array;
  /** Observation ended at `time` without the event (sum of weights). */
  readonly censored: Float64Array;
  readonly survival: Float64Array;
  /** Of the survival itself (not of its logarithm); 0 where survival is 0. */
  readonly standardError: Float64Array;
  /** NaN where survival is 0: no interval exists there. */
  readonly lower: Float64Array;
  /** NaN where survival is 0. */
  readonly upper: Float64Array;
  /** End of the longest observation. */
  readonly lastTime: number;
  readonly confidence: Confidence;
}

/** The row in force at t: the last with `time ≤ t`, or −1 before the first. */
export function rowAt(time: Float64Array, t: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A curve read at one time. */
export interface CurvePoint {
  readonly time: number;
  readonly survival: number;
  readonly standardError: number;
  /** null where no interval exists (survival 0). */
  readonly lower: number | null;
  readonly upper: number | null;
  /** True when t lies beyond the last observation: the curve is carried forward, not estimated. */
  readonly beyondFollowUp: boolean;
}

/** Survival at given times, e.g. 1, 3 and 5 years. */
export function survivalAt(curve: SurvivalCurve, times: ArrayLike<number>): CurvePoint[] {
  return Array.from(times, (time) => {
    const i = rowAt(curve.time, time);
    const beyondFollowUp = time > curve.lastTime;
    if (i < 0) return { time, survival: 1, standardError: 0, lower: 1, upper: 1, beyondFollowUp };
    return {
      time,
      survival: curve.survival[i] as number,
      standardError: curve.standardError[i] as number,
      lower: numberOrNull(curve.lower[i] as number),
      upper: numberOrNull(curve.upper[i] as number),
      beyondFollowUp,
    };
  });
}

export function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
