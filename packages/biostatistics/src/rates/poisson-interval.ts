import { confidenceLevel, nonNegative } from '../checks.ts';
import { gammaQuantile, normalMultiplier } from '../special/index.ts';
import type { Interval } from './interval.ts';

/**
 * Exact interval of a Poisson mean from one count (Garwood 1936): the gamma quantiles
 * Γ⁻¹(α/2; x) and Γ⁻¹(1 − α/2; x + 1). Also for counts that are not whole (spread unknown ages).
 * @throws {BiostatisticsError} `negative-value`, `not-finite`, `out-of-range` level
 */
export function exactPoissonInterval(count: number, level = 0.95): Interval {
  nonNegative('count', [count]);
  confidenceLevel(level);
  const tail = (1 - level) / 2;
  return {
    lower: count === 0 ? 0 : gammaQuantile(tail, count),
    upper: gammaQuantile(tail, count + 1, 1, 'upper'),
  };
}

/**
 * Byar's approximation of the same interval (Breslow & Day 1987, vol. II, p. 69):
 * x(1 − 1/(9x) ∓ z/(3√x))³, the upper limit with x + 1 in place of x.
 * @throws {BiostatisticsError} as exactPoissonInterval
 */
export function byarPoissonInterval(count: number, level = 0.95): Interval {
  nonNegative('count', [count]);
  const z = normalMultiplier(level);
  const cube = (x: number, side: number) =>
    x * (1 - 1 / (9 * x) + (side * z) / (3 * Math.sqrt(x))) ** 3;
  return { lower: count === 0 ? 0 : Math.max(0, cube(count, -1)), upper: cube(count + 1, 1) };
}
