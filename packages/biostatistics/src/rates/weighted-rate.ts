import {
  confidenceLevel,
  type Numbers,
  nonNegative,
  positivePersonYears,
  sameLength,
} from '../checks.ts';
import { gammaQuantile, normalMultiplier } from '../special/index.ts';
import type { Estimate, Interval } from './interval.ts';
import { exactPoissonInterval } from './poisson-interval.ts';

/**
 * How the interval of a weighted sum of Poisson rates is found.
 * - `fay-feuer`: gamma (Fay & Feuer, Stat Med 1997;16:791, eqs. 6 and 7): never below nominal in
 *   the authors' simulations; what SEER and CDC print.
 * - `tiwari`: Fay–Feuer with the upper limit of Tiwari, Clegg & Zou (Stat Methods Med Res
 *   2006;15:547): the added case spread over all groups, hence shorter.
 * - `dobson`: Dobson, Kuulasmaa, Eberle & Scherer (Stat Med 1991;10:457), eq. 2.
 * - `normal`: estimate ± z·SE, cut off at 0.
 * - `log`: exp(ln estimate ± z·SE/estimate).
 */
export type RateInterval = 'fay-feuer' | 'tiwari' | 'dobson' | 'normal' | 'log';

export type WeightedRateOptions = {
  readonly interval?: RateInterval;
  /** Confidence level, 0.95 unless told. */
  readonly level?: number;
};

/**
 * Σ aᵢ·xᵢ/nᵢ for Poisson counts xᵢ over person-years nᵢ and fixed coefficients aᵢ: the common
 * ground of directly standardised and cumulative rates. Variance Σ aᵢ²·xᵢ/nᵢ².
 *
 * Without any case the estimate and its lower limit are 0 and the upper limit is that of Fay &
 * Feuer (Tiwari's for `tiwari`): the other methods have none.
 *
 * @throws {BiostatisticsError} `lengths-differ`, `negative-value`, `not-finite`,
 *   `zero-person-years` (a group with a coefficient but nobody in it), `out-of-range` level
 */
export function weightedRate(
  cases: Numbers,
  personYears: Numbers,
  coefficients: Numbers,
  { interval = 'fay-feuer', level = 0.95 }: WeightedRateOptions = {},
): Estimate {
  sameLength({ cases, personYears, coefficients });
  nonNegative('cases', cases);
  positivePersonYears('personYears', personYears);
  nonNegative('coefficients', coefficients);
  confidenceLevel(level);
  const sums = emptySums();
  for (let i = 0; i < cases.length; i++) {
    const perCase = (coefficients[i] as number) / (personYears[i] as number);
    const count = cases[i] as number;
    sums.count += count;
    sums.estimate += perCase * count;
    sums.variance += perCase * perCase * count;
    sums.largest = Math.max(sums.largest, perCase);
    sums.mean += perCase / cases.length;
    sums.meanSquare += (perCase * perCase) / cases.length;
  }
  const standardError = Math.sqrt(sums.variance);
  return { estimate: sums.estimate, standardError, ...intervalOf(sums, interval, level) };
}

/** What every interval is made of; "per case" is aᵢ/nᵢ, what one more case would add. */
type Sums = ReturnType<typeof emptySums>;
function emptySums() {
  return { count: 0, estimate: 0, variance: 0, largest: 0, mean: 0, meanSquare: 0 };
}

function intervalOf(sums: Sums, interval: RateInterval, level: number): Interval {
  const { estimate, variance, count } = sums;
  const tail = (1 - level) / 2;
  // A case in a group of weight 0 leaves the estimate at 0: as if there were none.
  const method = estimate === 0 && interval !== 'tiwari' ? 'fay-feuer' : interval;
  switch (method) {
    case 'fay-feuer':
    case 'tiwari': {
      const [addedMean, addedVariance] =
        method === 'tiwari' ? [sums.mean, sums.meanSquare] : [sums.largest, sums.largest ** 2];
      return {
        lower: estimate === 0 ? 0 : gammaLimit(tail, estimate, variance, 'lower'),
        upper: gammaLimit(tail, estimate + addedMean, variance + addedVariance, 'upper'),
      };
    }
    case 'dobson': {
      const exact = exactPoissonInterval(count, level);
      const perCount = Math.sqrt(variance / count);
      return {
        lower: Math.max(0, estimate + perCount * (exact.lower - count)),
        upper: estimate + perCount * (exact.upper - count),
      };
    }
    case 'normal': {
      const half = normalMultiplier(level) * Math.sqrt(variance);
      return { lower: Math.max(0, estimate - half), upper: estimate + half };
    }
    case 'log': {
      const ratio = Math.exp((normalMultiplier(level) * Math.sqrt(variance)) / estimate);
      return { lower: estimate / ratio, upper: estimate * ratio };
    }
  }
}

/** Quantile of the gamma distribution with this mean and variance. */
function gammaLimit(tail: number, mean: number, variance: number, side: 'lower' | 'upper'): number {
  return gammaQuantile(tail, (mean * mean) / variance, variance / mean, side);
}
