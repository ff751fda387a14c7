import { finite, type Numbers, notEmpty, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { chiSquareUpper, normalMultiplier, normalTwoSided } from '../special/index.ts';

export type PooledEstimate = {
  /** On the scale of what was pooled: a logarithm stays one. */
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Of no effect (0), two-sided, by the normal distribution. */
  readonly pValue: number;
  /** Share of each estimate, adding up to 1. */
  readonly weights: Float64Array;
};

export type PooledEstimates = {
  /** One effect common to all (inverse variance). */
  readonly fixed: PooledEstimate;
  /** Effects that differ around a mean (DerSimonian and Laird). */
  readonly random: PooledEstimate;
  /** Cochran's Q with its degrees of freedom; τ², the variance between; I², its share of the whole, 0 to 1. */
  readonly heterogeneity: {
    readonly q: number;
    readonly df: number;
    /** Null of a single estimate. */
    readonly pValue: number | null;
    readonly tauSquared: number;
    readonly iSquared: number;
  };
};

const pooledBy = (estimates: Numbers, weights: Float64Array, level: number): PooledEstimate => {
  let [sum, weighted] = [0, 0];
  for (const [i, weight] of weights.entries()) {
    sum += weight;
    weighted += weight * (estimates[i] as number);
  }
  const estimate = weighted / sum;
  const standardError = Math.sqrt(1 / sum);
  const half = normalMultiplier(level) * standardError;
  return {
    ...{ estimate, standardError, lower: estimate - half, upper: estimate + half },
    pValue: normalTwoSided(estimate / standardError),
    weights: weights.map((weight) => weight / sum),
  };
};

/**
 * Pools estimates of one effect from several places, each by its inverse variance: under one common effect, and under effects that
 * differ by a variance τ² between places, found by the method of moments (DerSimonian and Laird, Controlled Clinical Trials 1986;7:177).
 * I² as Higgins and Thompson (Statistics in Medicine 2002;21:1539). Ratios are given as logarithms.
 * @param standardErrors of the estimates, above 0
 * @param level of the limits, 0.95 unless said otherwise
 * @throws {BiostatisticsError} `empty`, `lengths-differ`, `not-finite`, `out-of-range` (a standard error that is not above 0)
 */
export function pooledEstimates(
  estimates: Numbers,
  standardErrors: Numbers,
  level = 0.95,
): PooledEstimates {
  notEmpty('estimates', estimates);
  sameLength({ estimates, standardErrors });
  finite('estimates', estimates);
  finite('standardErrors', standardErrors);
  const variances = Float64Array.from(standardErrors, (error, index) => {
    if (error <= 0)
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'standardErrors', index },
        `is ${error}; give one above 0`,
      );
    return error ** 2;
  });
  const inverse = variances.map((variance) => 1 / variance);
  const fixed = pooledBy(estimates, inverse, level);
  let [q, sum, squares] = [0, 0, 0];
  for (const [i, weight] of inverse.entries()) {
    q += weight * ((estimates[i] as number) - fixed.estimate) ** 2;
    sum += weight;
    squares += weight ** 2;
  }
  const df = inverse.length - 1;
  const tauSquared = df === 0 ? 0 : Math.max(0, (q - df) / (sum - squares / sum));
  const random = pooledBy(
    estimates,
    variances.map((variance) => 1 / (variance + tauSquared)),
    level,
  );
  const iSquared = df === 0 || q <= df ? 0 : (q - df) / q;
  const pValue = df === 0 ? null : chiSquareUpper(q, df);
  return { fixed, random, heterogeneity: { q, df, pValue, tauSquared, iSquared } };
}
