import { inRange } from '../checks.ts';
import type { SurvivalCurve } from './curve.ts';

/** Differences below this are taken for rounding when a curve is compared with a probability. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

/** A quantile of survival time; null where the curve (or its limit) does not fall that far. */
export interface SurvivalQuantile {
  readonly probability: number;
  readonly time: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Quantiles of the survival time, e.g. the median: the first time at which 1 − S(t) ≥ p, with the
 * interval of Brookmeyer & Crowley (1982): the times at which the curve's lower and upper limits
 * cross 1 − p (on the scale of the curve's own interval). Where the curve is flat exactly at 1 − p
 * the middle of the flat stretch is given, as is usual for a median. A limit that rises again in
 * the tail counts where it first crosses, as in R's print of a curve (R's `quantile` then differs).
 *
 * @param probabilities each in [0, 1]; default the median
 * @throws {BiostatisticsError} `out-of-range`
 */
export function survivalQuantiles(
  curve: SurvivalCurve,
  probabilities: ArrayLike<number> = [0.5],
): SurvivalQuantile[] {
  return Array.from(probabilities, (probability) => {
    inRange('probabilities', probability, 0, 1);
    return {
      probability,
      time: crossing(curve.time, curve.survival, probability, curve.lastTime),
      lower: crossing(curve.time, curve.lower, probability, curve.lastTime),
      upper: crossing(curve.time, curve.upper, probability, curve.lastTime),
    };
  });
}

/** Median survival time with its interval. */
export function medianSurvival(curve: SurvivalCurve): SurvivalQuantile {
  return survivalQuantiles(curve)[0] as SurvivalQuantile;
}

function crossing(
  time: Float64Array,
  curve: Float64Array,
  probability: number,
  lastTime: number,
): number | null {
  if (probability === 0) return 0;
  let reached: number | null = null;
  let fallen = 0;
  for (let i = 0; i < curve.length; i++) {
    const value = 1 - (curve[i] as number);
    if (Number.isNaN(value)) continue;
    if (reached === null && value + TOLERANCE >= probability) {
      reached = time[i] as number;
    }
    if (reached !== null && value - TOLERANCE >= probability) {
      return (reached + (time[i] as number)) / 2;
    }
    fallen = value;
  }
  // Flat at exactly this level until observation ends.
  if (reached !== null && Math.abs(fallen - probability) < TOLERANCE) {
    return Number.isNaN(curve[curve.length - 1]) ? null : (reached + lastTime) / 2;
  }
  return null;
}
