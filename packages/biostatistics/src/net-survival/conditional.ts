import { inRange, type Numbers, nonNegative } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { twoSidedZ } from '../survival/confidence.ts';
import {
  type RelativeCurve,
  type RelativePoint,
  relativeLimits,
  relativeSurvivalAt,
} from './curve.ts';

/**
 * Conditional relative or net survival CS(u | s) = S(s + u)/S(s): of those who have lived s since
 * diagnosis, the net chance to live u longer (Janssen-Heijnen et al. 2007, Br J Cancer 96:1463).
 *
 * log S is a sum of uncorrelated increments, so var log CS = var log S(s + u) − var log S(s); the
 * curve's own level and type of interval.
 *
 * @param survived s in days, ≥ 0, not beyond the last observation
 * @param further u in days, each ≥ 0
 * @returns one point a u, `time` = u
 * @throws {BiostatisticsError} `out-of-range` (S(s) not above 0, or nobody observed so long),
 * `negative-time`
 */
export function conditionalRelativeSurvival(
  curve: RelativeCurve,
  survived: number,
  further: Numbers,
): RelativePoint[] {
  inRange('survived', survived, 0, Number.MAX_VALUE);
  nonNegative('further', further, 'negative-time');
  const [start] = relativeSurvivalAt(curve, [survived]) as [RelativePoint];
  if (!(start.survival > 0) || start.beyondFollowUp) {
    throw new BiostatisticsError(
      'out-of-range',
      'survived',
      `is ${survived}; nobody was observed so long, or survival is 0`,
    );
  }
  const z = twoSidedZ(curve.confidence.level);
  const variance = (point: RelativePoint) =>
    point.survival === 0 ? 0 : (point.standardError / point.survival) ** 2;
  const until = Array.from(further, (u) => survived + u);
  return relativeSurvivalAt(curve, until).map((end, k) => {
    const survival = end.survival / start.survival;
    const error = Math.sqrt(Math.max(0, variance(end) - variance(start)));
    const [lower, upper] = relativeLimits(survival, z * error, curve.confidence.type);
    return {
      time: further[k] as number,
      survival,
      standardError: Math.abs(survival) * error,
      lower: Number.isNaN(lower) ? null : lower,
      upper: Number.isNaN(upper) ? null : upper,
      beyondFollowUp: end.beyondFollowUp,
    };
  });
}
