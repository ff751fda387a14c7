import { confidenceLevel } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import { leastSquares } from '../../numeric/index.ts';
import {
  normalMultiplier,
  normalTwoSided,
  studentMultiplier,
  studentTwoSided,
} from '../../special/index.ts';
import type { Interval } from '../interval.ts';
import type { WeightedSeries } from './series.ts';

/** Straight lines in ln(rate) that meet at the joins. */
export type SegmentFit = {
  readonly joins: readonly number[];
  /** First year, joins, last year. */
  readonly breaks: readonly number[];
  /** Slope of each segment, change of ln(rate) a year. */
  readonly slopes: Float64Array;
  /**
   * Variance of each slope, the joins being estimated too: that of a line through the segment's own
   * years (Lerman 1980; Feder 1975 shows the slopes to be asymptotically independent). A segment
   * with one year only has an infinite one.
   */
  readonly slopeVariances: Float64Array;
  /** Covariance of the slopes, segments × segments, row order, were the joins known beforehand. */
  readonly covarianceJoinsKnown: Float64Array;
  /** ln(rate) fitted, one a year. */
  readonly fitted: Float64Array;
  readonly residualSumOfSquares: number;
  /** n − 2(k + 1): each join is a parameter. */
  readonly residualDf: number;
};

/** Weighted least squares with the joins given. Throws `too-few` when no degree of freedom is left. */
export function fitSegments(series: WeightedSeries, joins: readonly number[]): SegmentFit {
  const { years, logRates, rootWeights } = series;
  const n = years.length;
  const columns = joins.length + 2;
  const residualDf = n - 2 * (joins.length + 1);
  if (residualDf < 1) {
    throw new BiostatisticsError('too-few', 'years', `${n} years for ${joins.length} joins`);
  }
  const first = years[0] as number;
  const design = new Float64Array(n * columns);
  for (let i = 0; i < n; i++) {
    const year = years[i] as number;
    design.set([1, year - first, ...joins.map((tau) => Math.max(0, year - tau))], i * columns);
  }
  const weights = rootWeights.map((root) => root * root);
  const fit = leastSquares(design, columns, logRates, { weights });

  // The slope of segment s is the first slope plus the changes at the joins before it: with
  // coefficients 1 … s + 1 summed, its covariances are sums of blocks.
  const segments = joins.length + 1;
  const slopes = new Float64Array(segments);
  const covarianceJoinsKnown = new Float64Array(segments * segments);
  const knownVariance = fit.residualSumOfSquares / (n - columns);
  for (let s = 0; s < segments; s++) {
    for (let a = 1; a <= s + 1; a++) {
      slopes[s] = (slopes[s] as number) + (fit.coefficients[a] as number);
    }
    for (let t = 0; t < segments; t++) {
      let sum = 0;
      for (let a = 1; a <= s + 1; a++) {
        for (let b = 1; b <= t + 1; b++) sum += fit.unscaledCovariance[a * columns + b] as number;
      }
      covarianceJoinsKnown[s * segments + t] = sum * knownVariance;
    }
  }
  const breaks = [first, ...joins, years[n - 1] as number];
  const variance = fit.residualSumOfSquares / residualDf;
  const slopeVariances = slopes.map(
    (_, s) => variance / spreadWithin(years, weights, breaks[s] as number, breaks[s + 1] as number),
  );
  return {
    joins,
    breaks,
    slopes,
    slopeVariances,
    covarianceJoinsKnown,
    fitted: fit.fitted,
    residualSumOfSquares: fit.residualSumOfSquares,
    residualDf,
  };
}

/**
 * Σ w(x − x̄)² over the years of one segment. A year on a join belongs to the segment it ends (the
 * choice with which NCI's published significances come out, 12 of 12).
 */
function spreadWithin(
  years: Float64Array,
  weights: Float64Array,
  from: number,
  to: number,
): number {
  let [sum, sumX, sumXx] = [0, 0, 0];
  for (let i = 0; i < years.length; i++) {
    const year = years[i] as number;
    if (year > to || (year <= from && !(i === 0 && year === from))) continue;
    const weight = weights[i] as number;
    const x = year - from;
    sum += weight;
    sumX += weight * x;
    sumXx += weight * x * x;
  }
  const spread = sum > 0 ? sumXx - (sumX * sumX) / sum : 0;
  return spread > 1e-12 * sumXx ? spread : 0;
}

/** A yearly change in per cent with its interval. */
export type PercentChange = Interval & {
  readonly from: number;
  readonly to: number;
  readonly percent: number;
  /** Two-sided, of no change. */
  readonly pValue: number;
};

/** Whether intervals allow for the joins having been found in the same data (the default). */
export type JoinsTakenAs = 'estimated' | 'known';

export type ChangeOptions = { readonly level?: number; readonly joins?: JoinsTakenAs };

/**
 * Annual percent change of each segment, 100(e^b − 1), with limits from t on n − 2(k + 1) degrees
 * of freedom (NCI Joinpoint's parametric method); on n − k − 2 when the joins were known.
 */
export function annualPercentChanges(
  fit: SegmentFit,
  { level = 0.95, joins = 'estimated' }: ChangeOptions = {},
): readonly PercentChange[] {
  confidenceLevel(level);
  return Array.from(fit.slopes, (slope, s) =>
    percentChange(
      fit.breaks[s] as number,
      fit.breaks[s + 1] as number,
      slope,
      Math.sqrt(slopeCovariance(fit, s, s, joins)),
      freedom(fit, joins),
      level,
    ),
  );
}

/**
 * Average annual percent change: slopes weighted by the years of each segment within the span
 * (Clegg et al., Stat Med 2009;28:3670). Limits are normal when the span meets several segments;
 * within one segment they are that segment's own t limits, as NCI Joinpoint does.
 * @throws {BiostatisticsError} `out-of-range` when the span leaves the series
 */
export function averageAnnualPercentChange(
  fit: SegmentFit,
  {
    from = fit.breaks[0] as number,
    to = fit.breaks.at(-1) as number,
    level = 0.95,
    joins = 'estimated',
  }: ChangeOptions & { readonly from?: number; readonly to?: number } = {},
): PercentChange {
  confidenceLevel(level);
  if (!(from >= (fit.breaks[0] as number) && to <= (fit.breaks.at(-1) as number) && from < to)) {
    throw new BiostatisticsError(
      'out-of-range',
      'span',
      `${from} to ${to} is not within the series`,
    );
  }
  const met: { segment: number; share: number }[] = [];
  for (let segment = 0; segment < fit.slopes.length; segment++) {
    const start = Math.max(from, fit.breaks[segment] as number);
    const end = Math.min(to, fit.breaks[segment + 1] as number);
    if (end > start) met.push({ segment, share: (end - start) / (to - from) });
  }
  let slope = 0;
  let variance = 0;
  for (const a of met) {
    slope += a.share * (fit.slopes[a.segment] as number);
    for (const b of met) {
      variance += a.share * b.share * slopeCovariance(fit, a.segment, b.segment, joins);
    }
  }
  const df = met.length === 1 || joins === 'known' ? freedom(fit, joins) : Infinity;
  return percentChange(from, to, slope, Math.sqrt(variance), df, level);
}

function slopeCovariance(fit: SegmentFit, a: number, b: number, joins: JoinsTakenAs): number {
  if (joins === 'known') return fit.covarianceJoinsKnown[a * fit.slopes.length + b] as number;
  return a === b ? (fit.slopeVariances[a] as number) : 0;
}

function freedom(fit: SegmentFit, joins: JoinsTakenAs): number {
  return joins === 'known' ? fit.residualDf + fit.joins.length : fit.residualDf;
}

function percentChange(
  from: number,
  to: number,
  slope: number,
  error: number,
  df: number,
  level: number,
): PercentChange {
  const multiplier = df === Infinity ? normalMultiplier(level) : studentMultiplier(level, df);
  const percent = (x: number) => 100 * Math.expm1(x);
  // A perfect fit has no error: any slope but 0 is then certain.
  const statistic = slope === 0 ? 0 : slope / error;
  return {
    from,
    to,
    percent: percent(slope),
    lower: percent(slope - multiplier * error),
    upper: percent(slope + multiplier * error),
    pValue: df === Infinity ? normalTwoSided(statistic) : studentTwoSided(statistic, df),
  };
}
