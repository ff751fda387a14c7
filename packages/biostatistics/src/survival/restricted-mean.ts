import { inRange } from '../checks.ts';
import { twoSidedZ } from './confidence.ts';
import type { SurvivalCurve } from './curve.ts';

export interface RestrictedMean {
  /** Mean time lived up to τ. */
  readonly mean: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** τ: the end of the window. */
  readonly until: number;
}

/**
 * Restricted mean survival time μ(τ) = ∫₀^τ S(t) dt with variance
 * Σ_{tᵢ ≤ τ} [∫_{tᵢ}^τ S(u) du]² dᵢ / (nᵢ (nᵢ − dᵢ))
 * (Klein & Moeschberger 2003, eq. 4.5.1–4.5.2; Irwin 1949). The term of a time at which all at
 * risk died is 0, as the area beyond it is.
 *
 * @param until τ > 0; default the end of the longest observation. Beyond it the curve is carried
 *   forward flat, which overstates the mean: choose τ inside the follow-up of every group compared.
 * @throws {BiostatisticsError} `out-of-range`
 */
export function restrictedMean(
  curve: SurvivalCurve,
  until: number = curve.lastTime,
): RestrictedMean {
  inRange('until', until, 0, Number.MAX_VALUE);
  const { time, survival, atRisk, events } = curve;
  let rows = time.length;
  while (rows > 0 && (time[rows - 1] as number) > until) rows--;
  let area = 0;
  let variance = 0;
  let end = until;
  for (let i = rows - 1; i >= 0; i--) {
    area += (survival[i] as number) * (end - (time[i] as number));
    end = time[i] as number;
    const n = atRisk[i] as number;
    const d = events[i] as number;
    if (d > 0 && n > d) variance += (area * area * d) / (n * (n - d));
  }
  const mean = area + end;
  const standardError = Math.sqrt(variance);
  const half = twoSidedZ(curve.confidence.level) * standardError;
  return {
    mean,
    standardError,
    lower: Math.max(0, mean - half),
    upper: Math.min(until, mean + half),
    until,
  };
}
