import type { ChiSquareTest } from '../log-rank.ts';
import type { CoxDesign } from './design.ts';

/** A fitted model of Cox proportional hazards regression. */
export interface CoxModel {
  readonly names: readonly string[];
  /** Log hazard ratios per unit of each covariate. */
  readonly coefficients: Float64Array;
  /** Robust when the model is; otherwise from the inverse information. */
  readonly standardErrors: Float64Array;
  readonly z: Float64Array;
  /** Two-sided. */
  readonly pValues: Float64Array;
  readonly hazardRatios: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Covariance of the coefficients (robust when the model is), p × p by rows. */
  readonly covariance: Float64Array;
  /** Inverse information, p × p by rows. */
  readonly modelCovariance: Float64Array;
  readonly robust: boolean;
  /** Log partial likelihood without and with the covariates. */
  readonly logLikelihood: { readonly null: number; readonly model: number };
  readonly likelihoodRatio: ChiSquareTest;
  /** With the robust covariance when the model is robust. */
  readonly wald: ChiSquareTest;
  /** Model based; with one binary covariate and no ties it is the log-rank test. */
  readonly score: ChiSquareTest;
  /** Rows and events. */
  readonly n: number;
  readonly events: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Columns with an infinite coefficient; empty unless `separation: 'report'`. */
  readonly separated: readonly number[];
  /** For what follows from the model: residuals, tests, curves. Holds the data in memory. */
  readonly design: CoxDesign;
  /** Linear predictors around the mean, in the order of `design.people` positions. */
  readonly eta: Float64Array;
}
