import { confidenceLevel, nonNegative, positivePersonYears } from '../checks.ts';
import { normalMultiplier } from '../special/index.ts';
import { type Estimate, scaled } from './interval.ts';
import { byarPoissonInterval, exactPoissonInterval } from './poisson-interval.ts';

export type CrudeRateOptions = {
  /** Person-years the rate is said per; 100,000 unless told. */
  readonly per?: number;
  readonly level?: number;
  /** `exact` (Garwood, default), `byar`, or `normal` (± z·√x/n, cut off at 0). */
  readonly interval?: 'exact' | 'byar' | 'normal';
};

/**
 * Cases over person-years. Standard error √x/n (Poisson).
 * @throws {BiostatisticsError} `negative-value`, `not-finite`, `zero-person-years`
 */
export function crudeRate(
  cases: number,
  personYears: number,
  { per = 100_000, level = 0.95, interval = 'exact' }: CrudeRateOptions = {},
): Estimate {
  nonNegative('cases', [cases]);
  positivePersonYears('personYears', [personYears]);
  confidenceLevel(level);
  const standardError = Math.sqrt(cases);
  const count = { estimate: cases, standardError, ...countInterval(cases, level, interval) };
  return scaled(count, per / personYears);
}

function countInterval(cases: number, level: number, interval: 'exact' | 'byar' | 'normal') {
  if (interval === 'exact') return exactPoissonInterval(cases, level);
  if (interval === 'byar') return byarPoissonInterval(cases, level);
  const half = normalMultiplier(level) * Math.sqrt(cases);
  return { lower: Math.max(0, cases - half), upper: cases + half };
}
