import { confidenceLevel, wholeNumber } from '../checks.ts';
import { betaQuantile, normalMultiplier } from '../special/index.ts';
import type { Estimate } from './interval.ts';

/**
 * A proportion with its interval.
 * - `exact` (default): Clopper & Pearson (Biometrika 1934;26:404), beta quantiles.
 * - `wilson`: the score interval (Wilson, JASA 1927;22:209), no continuity correction.
 * Standard error √(p(1 − p)/n).
 * @throws {BiostatisticsError} `out-of-range` unless 0 ≤ count ≤ total are whole and total > 0
 */
export function proportion(
  count: number,
  total: number,
  { level = 0.95, method = 'exact' }: { level?: number; method?: 'exact' | 'wilson' } = {},
): Estimate {
  wholeNumber('total', total, 1);
  wholeNumber('count', count, 0, total);
  confidenceLevel(level);
  const estimate = count / total;
  const standardError = Math.sqrt((estimate * (1 - estimate)) / total);
  if (method === 'exact') {
    const tail = (1 - level) / 2;
    return {
      estimate,
      standardError,
      lower: count === 0 ? 0 : betaQuantile(tail, count, total - count + 1),
      upper: count === total ? 1 : betaQuantile(tail, count + 1, total - count, 'upper'),
    };
  }
  const z = normalMultiplier(level);
  const shrunk = (count + (z * z) / 2) / (total + z * z);
  const half = (z / (total + z * z)) * Math.sqrt(total * estimate * (1 - estimate) + (z * z) / 4);
  return {
    estimate,
    standardError,
    lower: count === 0 ? 0 : shrunk - half,
    upper: count === total ? 1 : shrunk + half,
  };
}
