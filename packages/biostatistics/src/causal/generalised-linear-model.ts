import { finite, type Numbers, nonNegative, notEmpty, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { cholesky, choleskyInverse, choleskySolve } from '../numeric/dense.ts';
import { normalTwoSided } from '../special/index.ts';
import { type StandardDesign, standardDesign } from './standard-design.ts';

/** What a generalised linear model is fitted to; every array of length n. */
export type GeneralisedLinearInput = {
  readonly response: Numbers;
  /** One column a covariate, the intercept not among them; may be empty. */
  readonly covariates: readonly Numbers[];
  readonly names?: readonly string[] | undefined;
  /** Prior weights ≥ 0. */
  readonly weight?: Numbers | undefined;
  /** Added to the linear predictor with coefficient 1. */
  readonly offset?: Numbers | undefined;
};

export type GeneralisedLinearModel = {
  /** `(intercept)` first. */
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Wald statistics and their two-sided p-values. */
  readonly z: Float64Array;
  readonly pValues: Float64Array;
  /** Covariance of the coefficients, by rows. */
  readonly covariance: Float64Array;
  /** Fitted means, length n. */
  readonly fitted: Float64Array;
  readonly linearPredictor: Float64Array;
  readonly deviance: number;
  readonly iterations: number;
};

/** A distribution with its canonical link. */
export type Family = {
  readonly name: 'binomial' | 'poisson';
  mean(eta: number): number;
  /** Variance of the response at a mean, which is dμ/dη as the link is canonical. */
  variance(mean: number): number;
  /** The response's part of the deviance. */
  deviance(y: number, mean: number): number;
  /** Mean from which iteration starts. */
  start(y: number): number;
  link(mean: number): number;
};

const MOST_ITERATIONS = 60;

/**
 * Maximum likelihood by iteratively reweighted least squares (McCullagh & Nelder 1989, §2.5), as
 * R's `glm`: β ← (XᵀWX)⁻¹XᵀW(η + (y − μ)/V − offset). Covariates are centred and scaled inside.
 *
 * Converged means that no linear predictor moves by more than 1e-8 (or that the deviance cannot
 * fall further). When the deviance has settled and predictors still run off, the likelihood has
 * no maximum: separation.
 *
 * O(n p²) an iteration.
 *
 * @throws {BiostatisticsError} `empty`, `lengths-differ`, `not-finite`, `negative-value`,
 * `singular` (a column is constant or a combination of others), `complete-separation`,
 * `not-converged`
 */
export function fitGeneralisedLinear(
  input: GeneralisedLinearInput,
  family: Family,
): GeneralisedLinearModel {
  const { response, weight, offset } = input;
  notEmpty('response', response);
  sameLength({ response, weight, offset });
  finite('response', response);
  if (offset !== undefined) finite('offset', offset);
  if (weight !== undefined) nonNegative('weight', weight);
  const n = response.length;
  const design = standardDesign(input.covariates, input.names, n);
  const p = design.columns;
  const eta = new Float64Array(n);
  for (let i = 0; i < n; i++) eta[i] = family.link(family.start(response[i] as number));
  const information = new Float64Array(p * p);
  const score = new Float64Array(p);
  let previous = Infinity;
  let settled = 0;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    normalEquations(input, family, design, eta, information, score);
    const solution = solveOrSeparated(information, score, p, settled > 2, design);
    const { moved, deviance } = movePredictors(input, family, design, solution.beta, eta);
    const change = Math.abs(previous - deviance) / (Math.abs(deviance) + 0.1);
    settled = change < 1e-7 ? settled + 1 : 0;
    previous = deviance;
    if (moved < 1e-8) {
      normalEquations(input, family, design, eta, information, score);
      const factor = cholesky(information, p);
      return finish(input, family, design, solution.beta, factor, eta, deviance, iteration);
    }
    // Newton's method moves a diverging predictor by about 1 a step; a converging one ever less.
    if (settled > 8 && moved > 0.1) throw separated();
  }
  if (settled > 0) throw separated();
  throw new BiostatisticsError(
    'not-converged',
    'response',
    `no maximum found in ${MOST_ITERATIONS} iterations`,
  );
}

function separated(): BiostatisticsError {
  return new BiostatisticsError(
    'complete-separation',
    'covariates',
    'foretell the response without error for some rows, so that a coefficient is infinite; merge a category, or leave a covariate out',
  );
}

function normalEquations(
  { response, weight, offset }: GeneralisedLinearInput,
  family: Family,
  { x, columns: p }: StandardDesign,
  eta: Float64Array,
  information: Float64Array,
  score: Float64Array,
): void {
  information.fill(0);
  score.fill(0);
  for (let i = 0; i < eta.length; i++) {
    const predictor = eta[i] as number;
    const mean = family.mean(predictor);
    const variance = Math.max(family.variance(mean), Number.MIN_VALUE * 2 ** 60);
    const w = variance * (weight === undefined ? 1 : (weight[i] as number));
    const shift = offset === undefined ? 0 : (offset[i] as number);
    const working = predictor - shift + ((response[i] as number) - mean) / variance;
    const at = i * p;
    for (let j = 0; j < p; j++) {
      const wx = w * (x[at + j] as number);
      score[j] = (score[j] as number) + wx * working;
      for (let k = 0; k <= j; k++) {
        information[j * p + k] = (information[j * p + k] as number) + wx * (x[at + k] as number);
      }
    }
  }
}

function solveOrSeparated(
  information: Float64Array,
  score: Float64Array,
  p: number,
  settled: boolean,
  design: StandardDesign,
): { beta: Float64Array } {
  try {
    return { beta: choleskySolve(cholesky(information, p), p, score) };
  } catch (error) {
    if (settled || !(error instanceof BiostatisticsError)) throw settled ? separated() : error;
    const column = error.where.index ?? 0;
    throw new BiostatisticsError(
      'singular',
      design.names[column] ?? 'covariates',
      'is a combination of the columns before it; leave it out',
    );
  }
}

/** η ← Xβ + offset; how far the furthest moved, and the deviance there. */
function movePredictors(
  { response, weight, offset }: GeneralisedLinearInput,
  family: Family,
  { x, columns: p }: StandardDesign,
  beta: Float64Array,
  eta: Float64Array,
): { moved: number; deviance: number } {
  let moved = 0;
  let deviance = 0;
  for (let i = 0; i < eta.length; i++) {
    let predictor = offset === undefined ? 0 : (offset[i] as number);
    for (let j = 0; j < p; j++) predictor += (x[i * p + j] as number) * (beta[j] as number);
    const prior = weight === undefined ? 1 : (weight[i] as number);
    if (prior > 0) moved = Math.max(moved, Math.abs(predictor - (eta[i] as number)));
    eta[i] = predictor;
    deviance += prior * family.deviance(response[i] as number, family.mean(predictor));
  }
  return { moved, deviance };
}

function finish(
  _input: GeneralisedLinearInput,
  family: Family,
  design: StandardDesign,
  beta: Float64Array,
  factor: Float64Array,
  linearPredictor: Float64Array,
  deviance: number,
  iterations: number,
): GeneralisedLinearModel {
  const p = design.columns;
  const coefficients = design.original(beta);
  const covariance = design.originalCovariance(choleskyInverse(factor, p));
  const standardErrors = coefficients.map((_, j) => Math.sqrt(covariance[j * p + j] as number));
  const z = coefficients.map((b, j) => b / (standardErrors[j] as number));
  return {
    names: design.names,
    coefficients,
    standardErrors,
    z,
    pValues: z.map(normalTwoSided),
    covariance,
    fitted: linearPredictor.map((eta) => family.mean(eta)),
    linearPredictor,
    deviance,
    iterations,
  };
}
