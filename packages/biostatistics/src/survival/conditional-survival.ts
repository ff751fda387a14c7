import { inRange, type Numbers, nonNegative } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { survivalLimits } from './confidence.ts';
import { type CurvePoint, numberOrNull, rowAt, type SurvivalCurve } from './curve.ts';

/**
 * Conditional survival CS(u | s) = S(s + u)/S(s): the chance to live u longer for someone who has
 * lived s already (Henson & Ries 1995), from a Kaplan–Meier curve.
 *
 * As log CS is the sum of log(1 − dᵢ/nᵢ) over s < tᵢ ≤ s + u, its variance is Greenwood's sum over
 * just those times (Davis et al. 2007), with the curve's own level and type of interval. For a
 * curve with robust variance that sum is not available from the curve: estimate a new curve of
 * those still at risk with `landmark`, which gives the same estimate.
 *
 * @param survived s ≥ 0, at which somebody has to be alive still
 * @param further u, each ≥ 0
 * @returns one point a u, `time` = u
 * @throws {BiostatisticsError} `out-of-range` (S(s) = 0), `negative-time`
 */
export function conditionalSurvival(
  curve: SurvivalCurve,
  survived: number,
  further: Numbers,
): CurvePoint[] {
  inRange('survived', survived, 0, Number.MAX_VALUE);
  nonNegative('further', further, 'negative-time');
  const start = rowAt(curve.time, survived);
  const base = start < 0 ? 1 : (curve.survival[start] as number);
  if (base === 0 || survived > curve.lastTime) {
    throw new BiostatisticsError(
      'out-of-range',
      'survived',
      `nobody was observed beyond ${survived}`,
    );
  }
  return Array.from(further, (u) => {
    const end = rowAt(curve.time, survived + u);
    const survival = end < 0 ? 1 : (curve.survival[end] as number) / base;
    let variance = 0;
    for (let i = start + 1; i <= end; i++) {
      const n = curve.atRisk[i] as number;
      const d = curve.events[i] as number;
      if (d > 0) variance += d / (n * (n - d));
    }
    const sigma = Math.sqrt(variance);
    const { lower, upper } = survivalLimits(
      Float64Array.of(survival),
      Float64Array.of(sigma),
      curve.confidence,
    );
    return {
      time: u,
      survival,
      standardError: survival === 0 ? 0 : survival * sigma,
      lower: numberOrNull(lower[0] as number),
      upper: numberOrNull(upper[0] as number),
      beyondFollowUp: survived + u > curve.lastTime,
    };
  });
}
