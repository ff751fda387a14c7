import { type Numbers, nonNegative, positivePersonYears, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { leastSquares } from './least-squares.ts';

/**
 * How the rate hangs on the linear predictor η: `log` rate = e^η; `power5` rate = η⁵ (Møller et al.
 * 2003, which dampens growth in projections).
 */
export type PoissonLink = 'log' | 'power5';

export type PoissonFit = {
  /** One a column; NaN where the column was dropped as a combination of earlier ones. */
  readonly coefficients: Float64Array;
  /** columns × columns, row order; dispersion 1. */
  readonly covariance: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
  readonly residualDf: number;
  readonly iterations: number;
};

/**
 * Poisson regression of counts by iteratively reweighted least squares (McCullagh & Nelder 1989,
 * §2.5), the mean being exposure × rate(η). Columns that depend on earlier ones are dropped in
 * order, as R's glm does.
 *
 * @param design rows × columns, row order
 * @throws {BiostatisticsError} `lengths-differ`, `negative-value`, `zero-person-years`,
 *   `no-events` (all counts 0), `too-few`, `not-converged`
 */
export function poissonRegression(
  design: Float64Array,
  columns: number,
  counts: Numbers,
  {
    exposure,
    link = 'log',
    tolerance = 1e-12,
  }: { exposure?: Numbers; link?: PoissonLink; tolerance?: number } = {},
): PoissonFit {
  const rows = counts.length;
  sameLength({ counts, exposure });
  nonNegative('counts', counts);
  if (exposure !== undefined) positivePersonYears('exposure', exposure);
  let total = 0;
  for (let i = 0; i < rows; i++) total += counts[i] as number;
  if (total === 0) throw new BiostatisticsError('no-events', 'counts', 'are all 0');
  const at = (i: number) => (exposure === undefined ? 1 : (exposure[i] as number));
  const inverse = link === 'log' ? Math.exp : (eta: number) => Math.max(eta, 1e-8) ** 5;
  const forward = link === 'log' ? Math.log : (rate: number) => rate ** 0.2;
  const slopeOf = link === 'log' ? Math.exp : (eta: number) => 5 * Math.max(eta, 1e-8) ** 4;

  const eta = Float64Array.from({ length: rows }, (_, i) =>
    forward(((counts[i] as number) + 0.1) / at(i)),
  );
  const working = new Float64Array(rows);
  const weights = new Float64Array(rows);
  let deviance = Infinity;
  for (let iteration = 1; iteration <= 100; iteration++) {
    for (let i = 0; i < rows; i++) {
      const mean = at(i) * inverse(eta[i] as number);
      const slope = at(i) * slopeOf(eta[i] as number);
      working[i] = (eta[i] as number) + ((counts[i] as number) - mean) / slope;
      weights[i] = (slope * slope) / mean;
    }
    const step = leastSquares(design, columns, working, { weights, dependent: 'drop' });
    const fitted = step.fitted.map((value, i) => at(i) * inverse(value));
    const next = poissonDeviance(counts, fitted);
    if (!Number.isFinite(next)) break;
    eta.set(step.fitted);
    if (Math.abs(next - deviance) <= tolerance * (Math.abs(next) + 0.1)) {
      return {
        coefficients: step.coefficients,
        covariance: step.unscaledCovariance,
        fitted,
        deviance: next,
        residualDf: rows - step.rank,
        iterations: iteration,
      };
    }
    deviance = next;
  }
  throw new BiostatisticsError(
    'not-converged',
    'counts',
    'the Poisson regression did not settle; look for groups without any case',
  );
}

/** 2 Σ (x ln(x/μ) − (x − μ)). */
function poissonDeviance(counts: Numbers, fitted: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < fitted.length; i++) {
    const count = counts[i] as number;
    const mean = fitted[i] as number;
    sum += (count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean);
  }
  return 2 * sum;
}
