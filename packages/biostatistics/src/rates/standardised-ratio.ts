import { confidenceLevel, type Numbers, nonNegative, sameLength, wholeNumber } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { poissonTwoSided } from '../hypothesis/exact-two-sided.ts';
import type { Interval } from './interval.ts';
import { byarPoissonInterval, exactPoissonInterval } from './poisson-interval.ts';

export type StandardisedRatio = Interval & {
  readonly ratio: number;
  readonly observed: number;
  readonly expected: number;
  /** Two-sided exact, of a ratio of 1 (minimum likelihood, as R's poisson.test). */
  readonly pValue: number;
};

/**
 * Standardised incidence (SIR) or mortality (SMR) ratio: observed over expected, the interval from
 * the observed count (Breslow & Day 1987, vol. II, §2.3): `exact` (Garwood) or `byar`.
 * @param observed whole number of cases or deaths
 * @param expected as many as reference rates would have given (see expectedCount)
 * @throws {BiostatisticsError} `no-events` when nothing is expected, `out-of-range`
 */
export function standardisedRatio(
  observed: number,
  expected: number,
  { level = 0.95, method = 'exact' }: { level?: number; method?: 'exact' | 'byar' } = {},
): StandardisedRatio {
  wholeNumber('observed', observed, 0);
  nonNegative('expected', [expected]);
  confidenceLevel(level);
  if (expected === 0) {
    throw new BiostatisticsError('no-events', 'expected', 'is 0; a ratio needs an expected count');
  }
  const limits =
    method === 'exact'
      ? exactPoissonInterval(observed, level)
      : byarPoissonInterval(observed, level);
  return {
    ratio: observed / expected,
    lower: limits.lower / expected,
    upper: limits.upper / expected,
    observed,
    expected,
    pValue: poissonTwoSided(observed, expected),
  };
}

/**
 * Σ personYears × rate over any strata (age, sex, period).
 * @param per person-years the reference rates are said per
 * @throws {BiostatisticsError} `lengths-differ`, `negative-value`, `not-finite`
 */
export function expectedCount(
  personYears: Numbers,
  referenceRates: Numbers,
  per = 100_000,
): number {
  sameLength({ personYears, referenceRates });
  nonNegative('personYears', personYears);
  nonNegative('referenceRates', referenceRates);
  let sum = 0;
  for (let i = 0; i < personYears.length; i++) {
    sum += (personYears[i] as number) * (referenceRates[i] as number);
  }
  return sum / per;
}
