import { dgamma, lgamma, pgamma, qgamma } from 'lib-r-math.js';
import { inRange } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { monotoneRoot } from '../numeric/monotone-root.ts';

/** ln |Γ(x)|. R's `lgammafn`; relative error about 1e-15. */
export function logGamma(x: number): number {
  return lgamma(x);
}

/** ln of the binomial coefficient n over k, for real n ≥ k ≥ 0. */
export function logChoose(n: number, k: number): number {
  return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1);
}

/** P(X ≤ x), X gamma of this shape and scale. R's `pgamma` (Morten Welinder's algorithm). */
export function gammaLower(x: number, shape: number, scale = 1): number {
  checkShape(shape, scale);
  return pgamma(x / scale, shape, 1, undefined, true);
}

/** P(X > x), computed as an upper tail. */
export function gammaUpper(x: number, shape: number, scale = 1): number {
  checkShape(shape, scale);
  return pgamma(x / scale, shape, 1, undefined, false);
}

/**
 * The x with P(X ≤ x) = p (or P(X > x) = p for `tail: 'upper'`).
 * R's `qgamma` gives the start; where its tails run out of steam (p below about 1e-70, small
 * shapes) the root of ln P = ln p is found in ln x.
 * @throws {BiostatisticsError} `out-of-range`
 */
export function gammaQuantile(
  p: number,
  shape: number,
  scale = 1,
  tail: 'lower' | 'upper' = 'lower',
): number {
  checkShape(shape, scale);
  inRange('p', p, 0, 1);
  const lower = tail === 'lower';
  if (p === 0 || p === 1) return (p === 0) === lower ? 0 : Infinity;
  const start = qgamma(p, shape, 1, undefined, lower);
  if (start > 0 && Math.abs(pgamma(start, shape, 1, undefined, lower) / p - 1) < 1e-13) {
    return start * scale;
  }
  // Below the smallest number the quantile is, to every digit a double has, zero.
  if (lower && pgamma(Number.MIN_VALUE, shape, 1, undefined, true) >= p) return 0;
  const target = Math.log(p);
  const from = start > 0 && start < Infinity ? Math.log(start) : 0;
  const root = monotoneRoot(
    (y) => {
      const x = Math.exp(y);
      const logP = pgamma(x, shape, 1, undefined, lower, true);
      const slope = Math.exp(dgamma(x, shape, 1, undefined, true) + y - logP);
      return { value: logP - target, slope: lower ? slope : -slope };
    },
    from,
    { low: -745, high: 709, step: 0.01 },
  );
  return Math.exp(root) * scale;
}

/** P(X > x), X chi-square with `df` degrees of freedom (any positive number). */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(x / 2, df / 2);
}

/** P(X ≤ x), X chi-square. */
export function chiSquareLower(x: number, df: number): number {
  return gammaLower(x / 2, df / 2);
}

/** The x with P(X ≤ x) = p (or > for `tail: 'upper'`), X chi-square. */
export function chiSquareQuantile(
  p: number,
  df: number,
  tail: 'lower' | 'upper' = 'lower',
): number {
  return 2 * gammaQuantile(p, df / 2, 1, tail);
}

/** P(X ≤ k), X Poisson of this mean: the upper tail of a gamma with shape ⌊k⌋ + 1. */
export function poissonLower(k: number, mean: number): number {
  checkMean(mean);
  if (k < 0) return 0;
  return mean === 0 ? 1 : gammaUpper(mean, Math.floor(k) + 1);
}

/** P(X ≥ k), X Poisson (note: k included, as a one-sided exact test needs it). */
export function poissonUpper(k: number, mean: number): number {
  checkMean(mean);
  if (k <= 0) return 1;
  return mean === 0 ? 0 : gammaLower(mean, Math.ceil(k));
}

function checkShape(shape: number, scale: number): void {
  if (!(shape > 0) || !(shape < Infinity)) {
    throw new BiostatisticsError('out-of-range', 'shape', `is ${shape}; give a number above 0`);
  }
  if (!(scale > 0) || !(scale < Infinity)) {
    throw new BiostatisticsError('out-of-range', 'scale', `is ${scale}; give a number above 0`);
  }
}

function checkMean(mean: number): void {
  if (!(mean >= 0) || mean === Infinity) {
    throw new BiostatisticsError('out-of-range', 'mean', `is ${mean}; give a number from 0 up`);
  }
}
