import { confidenceLevel, nonNegative, positivePersonYears } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { binomialTwoSided } from '../hypothesis/exact-two-sided.ts';
import { betaLogOddsQuantile, normalMultiplier, normalTwoSided } from '../special/index.ts';
import type { Interval } from './interval.ts';

/** Cases over person-years of one group. */
export type CaseCount = { readonly cases: number; readonly personYears: number };

export type RateRatio = Interval & {
  /** First rate over second; Infinity when the second group has no cases. */
  readonly ratio: number;
  /** Two-sided, of equal rates. */
  readonly pValue: number;
};

/**
 * Ratio of two crude rates.
 * - `exact` (default): conditional on the total, cases of the first group are binomial; limits by
 *   Clopper–Pearson, p-value of equal rates by minimum likelihood (Breslow & Day 1987, vol. II,
 *   §3.4; R's poisson.test agrees). Whole counts only.
 * - `log`: ln ratio ± z·√(1/x₁ + 1/x₂), Wald p-value.
 * @throws {BiostatisticsError} `no-events` (none in either group; `log`: none in one of them),
 *   `zero-person-years`, `out-of-range`
 */
export function rateRatio(
  first: CaseCount,
  second: CaseCount,
  { level = 0.95, method = 'exact' }: { level?: number; method?: 'exact' | 'log' } = {},
): RateRatio {
  nonNegative('cases', [first.cases, second.cases]);
  positivePersonYears('personYears', [first.personYears, second.personYears]);
  confidenceLevel(level);
  const total = first.cases + second.cases;
  if (total === 0)
    throw new BiostatisticsError('no-events', 'cases', 'there is none in either group');
  const scale = second.personYears / first.personYears;
  const ratio = (first.cases / second.cases) * scale;
  if (method === 'exact') {
    const tail = (1 - level) / 2;
    const { cases: x } = first;
    const odds = (a: number, b: number, side: 'lower' | 'upper') =>
      Math.exp(betaLogOddsQuantile(tail, a, b, side)) * scale;
    const share = first.personYears / (first.personYears + second.personYears);
    return {
      ratio,
      lower: x === 0 ? 0 : odds(x, total - x + 1, 'lower'),
      upper: x === total ? Infinity : odds(x + 1, total - x, 'upper'),
      pValue: binomialTwoSided(x, total, share),
    };
  }
  if (first.cases === 0 || second.cases === 0) {
    throw new BiostatisticsError(
      'no-events',
      'cases',
      'a group without any has no log rate; ask for the exact interval',
    );
  }
  return logRatio(ratio, Math.sqrt(1 / first.cases + 1 / second.cases), level);
}

/**
 * Ratio of two independent age-standardised rates.
 * - `log` (default): ln ratio ± z·√(v₁/R₁² + v₂/R₂²) (delta method).
 * - `test-based`: ratio^(1 ± z/X), X = (R₁ − R₂)/√(v₁ + v₂) (Smith 1987; Boyle & Parkin 1991,
 *   ch. 11, eq. 11.9). Equal rates have no test-based interval.
 * @throws {BiostatisticsError} `no-events` when a rate is 0, `out-of-range` (test-based, equal)
 */
export function standardisedRateRatio(
  first: { readonly estimate: number; readonly standardError: number },
  second: { readonly estimate: number; readonly standardError: number },
  { level = 0.95, method = 'log' }: { level?: number; method?: 'log' | 'test-based' } = {},
): RateRatio {
  confidenceLevel(level);
  nonNegative('rates', [first.estimate, second.estimate]);
  if (first.estimate === 0 || second.estimate === 0) {
    throw new BiostatisticsError('no-events', 'rates', 'a rate of 0 has no ratio with an interval');
  }
  const ratio = first.estimate / second.estimate;
  if (method === 'log') {
    const relative = Math.hypot(
      first.standardError / first.estimate,
      second.standardError / second.estimate,
    );
    return logRatio(ratio, relative, level);
  }
  const x =
    (first.estimate - second.estimate) / Math.hypot(first.standardError, second.standardError);
  if (x === 0) {
    throw new BiostatisticsError(
      'out-of-range',
      'rates',
      'equal rates have no test-based interval',
    );
  }
  const z = normalMultiplier(level);
  const limits = [ratio ** (1 - z / x), ratio ** (1 + z / x)] as const;
  return {
    ratio,
    lower: Math.min(...limits),
    upper: Math.max(...limits),
    pValue: normalTwoSided(x),
  };
}

function logRatio(ratio: number, logError: number, level: number): RateRatio {
  const factor = Math.exp(normalMultiplier(level) * logError);
  return {
    ratio,
    lower: ratio / factor,
    upper: ratio * factor,
    pValue: normalTwoSided(Math.log(ratio) / logError),
  };
}
