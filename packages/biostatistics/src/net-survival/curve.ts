import { type Confidence, DEFAULT_CONFIDENCE, twoSidedZ } from '../survival/confidence.ts';
import { rowAt } from '../survival/curve.ts';

/**
 * A curve of relative or net survival as columns; row j holds from `time[j]` until the next row.
 * Unlike a survival probability it can rise, and can exceed 1 where patients fare better than the
 * population.
 */
export type RelativeCurve = {
  /** Patients given. */
  readonly n: number;
  /** Days since diagnosis, ascending. */
  readonly time: Float64Array;
  /** At risk just before `time` (people, not weights). */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly survival: Float64Array;
  /** Of the survival itself (not of its logarithm). */
  readonly standardError: Float64Array;
  /** NaN where no interval exists: survival 0 or less, or above 1 on the log-log scale. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly confidence: Confidence;
};

/** Completes a curve from survival and the variance of its logarithm. */
export function relativeCurve(
  columns: Pick<RelativeCurve, 'n' | 'time' | 'atRisk' | 'events' | 'survival'>,
  logVariance: Float64Array,
  confidence: Partial<Confidence> | undefined,
): RelativeCurve {
  const chosen = { ...DEFAULT_CONFIDENCE, ...confidence };
  const z = twoSidedZ(chosen.level);
  const rows = columns.time.length;
  const standardError = new Float64Array(rows);
  const lower = new Float64Array(rows);
  const upper = new Float64Array(rows);
  for (let j = 0; j < rows; j++) {
    const s = columns.survival[j] as number;
    const error = Math.sqrt(logVariance[j] as number);
    standardError[j] = s === 0 ? 0 : Math.abs(s) * error;
    [lower[j], upper[j]] = relativeLimits(s, z * error, chosen.type);
  }
  return { ...columns, standardError, lower, upper, confidence: chosen };
}

/** Limits from S and z × the standard error of log S; unlike a probability's, not cut at 1. */
export function relativeLimits(
  s: number,
  half: number,
  type: Confidence['type'],
): [number, number] {
  if (type === 'plain') return [s - s * half, s + s * half];
  if (!(s > 0)) return [Number.NaN, Number.NaN];
  if (half === 0) return [s, s];
  if (type === 'log') return [s * Math.exp(-half), s * Math.exp(half)];
  const log = Math.log(s);
  if (log >= 0) return [Number.NaN, Number.NaN];
  return [Math.exp(log * Math.exp(-half / log)), Math.exp(log * Math.exp(half / log))];
}

/** A relative or net survival curve read at one time. */
export type RelativePoint = {
  readonly time: number;
  readonly survival: number;
  readonly standardError: number;
  /** null where no interval exists. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** True when the time lies after the last observation: carried forward, not estimated. */
  readonly beyondFollowUp: boolean;
};

/** Relative or net survival at given days since diagnosis, e.g. 5 × DAYS_PER_YEAR. */
export function relativeSurvivalAt(
  curve: RelativeCurve,
  times: ArrayLike<number>,
): RelativePoint[] {
  const last = curve.time[curve.time.length - 1] ?? 0;
  return Array.from(times, (time) => {
    const j = rowAt(curve.time, time);
    const beyondFollowUp = time > last;
    if (j < 0) return { time, survival: 1, standardError: 0, lower: 1, upper: 1, beyondFollowUp };
    const lower = curve.lower[j] as number;
    const upper = curve.upper[j] as number;
    return {
      time,
      survival: curve.survival[j] as number,
      standardError: curve.standardError[j] as number,
      lower: Number.isNaN(lower) ? null : lower,
      upper: Number.isNaN(upper) ? null : upper,
      beyondFollowUp,
    };
  });
}
