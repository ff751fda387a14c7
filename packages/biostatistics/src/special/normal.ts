import { pnorm, qnorm } from 'lib-r-math.js';
import { inRange } from '../checks.ts';

/** P(Z ≤ z), Z standard normal. R's `pnorm` (Cody 1969); relative error about 1e-15 in both tails. */
export function normalLower(z: number): number {
  return pnorm(z, 0, 1, true);
}

/** P(Z > z), computed as an upper tail: `normalUpper(30)` is 4.9067e-198. */
export function normalUpper(z: number): number {
  return pnorm(z, 0, 1, false);
}

/** P(|Z| > |z|): the two-sided p-value of a normal test statistic. */
export function normalTwoSided(z: number): number {
  return 2 * pnorm(Math.abs(z), 0, 1, false);
}

/** log P(Z > z): for where the p-value itself is below the smallest number (z above 38). */
export function normalUpperLog(z: number): number {
  return pnorm(z, 0, 1, false, true);
}

/**
 * The z with P(Z ≤ z) = p (Wichura 1988, AS 241). For a small upper tail q give −normalQuantile(q).
 * @throws {BiostatisticsError} `out-of-range` unless 0 ≤ p ≤ 1
 */
export function normalQuantile(p: number): number {
  inRange('p', p, 0, 1);
  return qnorm(p, 0, 1, true);
}

/** The multiplier of a standard error for a two-sided interval: 1.959964 for level 0.95. */
export function normalMultiplier(level: number): number {
  inRange('level', level, 0, 1, 'open');
  return -qnorm((1 - level) / 2, 0, 1, true);
}
