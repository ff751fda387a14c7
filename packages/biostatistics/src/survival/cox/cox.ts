import { confidenceLevel, type Numbers } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import { chiSquareUpper, normalTwoSided } from '../../special/index.ts';
import { twoSidedZ } from '../confidence.ts';
import { impliesRobust } from '../data/sampling-weights.ts';
import { factor, inverse, quadraticForm } from '../ldl.ts';
import type { ChiSquareTest } from '../log-rank.ts';
import { type CoxData, coxDesign, linearPredictors } from './design.ts';
import type { CoxModel } from './model.ts';
import { maximise } from './newton.ts';
import { likelihoodRoom, partialLikelihood } from './partial-likelihood.ts';
import { robustCovariance } from './robust.ts';
import { startFromSample } from './sample.ts';

export interface CoxInput extends CoxData {
  /**
   * Sandwich variance (Lin & Wei 1989). Left out: with clusters, or when a weight is not a whole
   * number, since such weights are of sampling and not numbers of people (as R's `coxph` has it).
   */
  readonly robust?: boolean | undefined;
  /** Rows that belong together (one person, one hospital): numbers from 0. */
  readonly cluster?: Numbers | undefined;
  /** Confidence level of the hazard ratios; default 0.95. */
  readonly level?: number | undefined;
  /**
   * `error` (default) refuses data in which a coefficient is infinite; `report` gives the model as
   * far as it went, with those columns in `separated` and `converged` false.
   */
  readonly separation?: 'error' | 'report' | undefined;
}

/**
 * Cox proportional hazards regression: h(t | x) = h₀ₛ(t) exp(xᵀβ) in stratum s, by maximum partial
 * likelihood (`partialLikelihood`), with Efron or Breslow ties, case weights, counting-process
 * (entry, time] rows for left truncation and time-dependent covariates.
 *
 * Tests of β = 0: likelihood ratio 2(ℓ(β̂) − ℓ(0)), Wald β̂ᵀ V⁻¹ β̂, score U(0)ᵀ I(0)⁻¹ U(0).
 *
 * O(n p²) an iteration; beside the input it holds one copy of the covariates in order of time.
 *
 * @throws {BiostatisticsError} see `coxDesign` and `maximise`; `complete-separation`
 */
export function coxRegression(input: CoxInput): CoxModel {
  const level = input.level ?? 0.95;
  confidenceLevel(level);
  const design = coxDesign(input);
  const { columns, names } = design;
  const room = likelihoodRoom(design);
  const found = maximise(
    design,
    (beta) => partialLikelihood(design, beta, room),
    startFromSample(design, room),
  );
  if (found.separated.length > 0 && input.separation !== 'report') {
    throw new BiostatisticsError(
      'complete-separation',
      found.separated.map((j) => names[j]).join(', '),
      'foretells the events perfectly, so its hazard ratio is infinite; merge a category without events, or leave it out',
    );
  }
  const eta = linearPredictors(design, found.beta);
  const scaledCovariance = inverse(factor(found.atMaximum.information, columns));
  const robust = input.robust ?? impliesRobust(design.people.weight, input.cluster);
  const covariance = unscaled(
    robust ? robustCovariance(design, eta, scaledCovariance, input.cluster) : scaledCovariance,
    design.scale,
  );
  const coefficients = found.beta.map((b, j) => b / (design.scale[j] as number));
  const standardErrors = coefficients.map((_, j) =>
    Math.sqrt(covariance[j * columns + j] as number),
  );
  const z = coefficients.map((b, j) => b / (standardErrors[j] as number));
  const half = twoSidedZ(level);
  const limit = (side: number) =>
    coefficients.map((b, j) => Math.exp(b + side * half * (standardErrors[j] as number)));
  const logLikelihood = {
    null: found.atStart.logLikelihood,
    model: found.atMaximum.logLikelihood,
  };
  return {
    names,
    coefficients,
    standardErrors,
    z,
    pValues: z.map(normalTwoSided),
    hazardRatios: coefficients.map(Math.exp),
    lower: limit(-1),
    upper: limit(1),
    covariance,
    modelCovariance: unscaled(scaledCovariance, design.scale),
    robust,
    logLikelihood,
    likelihoodRatio: chiSquare(2 * (logLikelihood.model - logLikelihood.null), columns),
    wald: chiSquare(quadraticForm(coefficients, covariance).value, columns),
    score: chiSquare(quadraticForm(found.atStart.score, found.atStart.information).value, columns),
    n: design.people.n,
    events: design.events,
    iterations: found.iterations,
    converged: found.separated.length === 0,
    separated: found.separated,
    design,
    eta,
  };
}

function chiSquare(statistic: number, df: number): ChiSquareTest {
  const positive = Math.max(0, statistic);
  return { statistic: positive, df, pValue: chiSquareUpper(positive, df) };
}

function unscaled(matrix: Float64Array, scale: Float64Array): Float64Array {
  const p = scale.length;
  return matrix.map(
    (value, at) => value / ((scale[Math.floor(at / p)] as number) * (scale[at % p] as number)),
  );
}
