import { confidenceLevel } from '../checks.ts';
import { normalMultiplier, normalTwoSided } from '../special/index.ts';
import type { Estimate } from './interval.ts';

export type RateDifference = Estimate & {
  /** Two-sided, of equal rates, from difference/SE; 1 when both rates are 0. */
  readonly pValue: number;
};

/**
 * Difference of two independent rates, crude or standardised, given with the same `per`.
 * - `mover` (default): from the two rates' own intervals, d − √((R₁ − l₁)² + (u₂ − R₂)²) and
 *   d + √((u₁ − R₁)² + (R₂ − l₂)²) (Zou & Donner, Stat Med 2008;27:1693, eq. 6): keeps the
 *   lopsidedness of exact limits. They must have been computed at the level wanted.
 * - `normal`: d ± z·√(SE₁² + SE₂²).
 * @throws {BiostatisticsError} `out-of-range` level
 */
export function rateDifference(
  first: Estimate,
  second: Estimate,
  { level = 0.95, method = 'mover' }: { level?: number; method?: 'mover' | 'normal' } = {},
): RateDifference {
  confidenceLevel(level);
  const estimate = first.estimate - second.estimate;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const pValue = standardError === 0 ? 1 : normalTwoSided(estimate / standardError);
  if (method === 'normal') {
    const half = normalMultiplier(level) * standardError;
    return { estimate, standardError, lower: estimate - half, upper: estimate + half, pValue };
  }
  return {
    estimate,
    standardError,
    lower: estimate - Math.hypot(first.estimate - first.lower, second.upper - second.estimate),
    upper: estimate + Math.hypot(first.upper - first.estimate, second.estimate - second.lower),
    pValue,
  };
}
