import { confidenceLevel, finite, type Numbers } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import { normalTwoSided } from '../../special/index.ts';
import { twoSidedZ } from '../../survival/confidence.ts';
import { type CoxDesign, coxDesign, linearPredictors } from '../../survival/cox/design.ts';
import { addEventTime, mirror } from '../../survival/cox/event-time.ts';
import { maximise } from '../../survival/cox/newton.ts';
import { checkCodes } from '../../survival/data/input.ts';
import { factor, inverse } from '../../survival/ldl.ts';
import { type Censoring, censoringDistribution } from './censoring.ts';
import { walkSubdistribution } from './risk-sets.ts';
import { type SubdistributionHazard, sandwichMiddle } from './variance.ts';

export interface FineGrayInput {
  readonly time: Numbers;
  /** 0 censored, 1 … the cause of the event; length n. */
  readonly event: Numbers;
  /** One column a covariate, each length n. */
  readonly covariates: readonly Numbers[];
  readonly names?: readonly string[] | undefined;
  /** The cause of interest; default 1. All others compete. */
  readonly cause?: number | undefined;
  /**
   * Groups with a censoring distribution of their own: numbers from 0. Coefficients are those of
   * cmprsk's `crr(cengroup = )`; standard errors are not quite: see `sandwichMiddle`.
   */
  readonly censoringGroup?: Numbers | undefined;
  readonly level?: number | undefined;
  /** As for `coxRegression`. */
  readonly separation?: 'error' | 'report' | undefined;
}

export interface FineGrayModel {
  readonly names: readonly string[];
  /** Log subdistribution hazard ratios. */
  readonly coefficients: Float64Array;
  /** Robust, with the estimation of the censoring distribution taken into account. */
  readonly standardErrors: Float64Array;
  readonly z: Float64Array;
  /** Two-sided. */
  readonly pValues: Float64Array;
  readonly hazardRatios: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** p × p by rows. */
  readonly covariance: Float64Array;
  readonly logLikelihood: { readonly null: number; readonly model: number };
  readonly n: number;
  readonly events: number;
  readonly converged: boolean;
  readonly separated: readonly number[];
  /** Baseline (all covariates 0) cumulative subdistribution hazard at the times of events. */
  readonly baseline: { readonly time: Float64Array; readonly hazard: Float64Array };
}

/**
 * Fine–Gray proportional subdistribution hazards regression (Fine & Gray 1999), as cmprsk's `crr`:
 * the cumulative incidence of the cause of interest is F(t | x) = 1 − exp(−Λ₀(t) exp(xᵀβ)), fitted
 * by weighted partial likelihood (`walkSubdistribution`; Breslow ties) with the sandwich variance
 * I⁻¹ (Σ (η + ψ)(η + ψ)ᵀ) I⁻¹ of `sandwichMiddle`. O(n p²) an iteration.
 *
 * @throws {BiostatisticsError} as `coxRegression`; `no-events` of the cause of interest
 */
export function fineGray(input: FineGrayInput): FineGrayModel {
  const level = input.level ?? 0.95;
  confidenceLevel(level);
  const design = coxDesign(recoded(input), 2);
  const { columns, names, people, scale } = design;
  const codes = checkCodes(
    'censoringGroup',
    input.censoringGroup ?? new Uint8Array(people.n),
    people.n,
  );
  const censoring = censoringDistribution(people, codes);
  const found = maximise(design, (beta) => likelihood(design, censoring, beta));
  if (found.separated.length > 0 && input.separation !== 'report') {
    throw new BiostatisticsError(
      'complete-separation',
      found.separated.map((j) => names[j]).join(', '),
      'foretells the events perfectly, so its hazard ratio is infinite; merge a category without events, or leave it out',
    );
  }
  const { information } = found.atMaximum;
  const eta = linearPredictors(design, found.beta);
  const hazard = subdistributionHazard(design, censoring, eta);
  const middle = sandwichMiddle(design, censoring, eta, hazard);
  const covariance = sandwich(inverse(factor(information, columns)), middle, scale);
  const coefficients = found.beta.map((b, j) => b / (scale[j] as number));
  const standardErrors = coefficients.map((_, j) =>
    Math.sqrt(covariance[j * columns + j] as number),
  );
  const z = coefficients.map((b, j) => b / (standardErrors[j] as number));
  const half = twoSidedZ(level);
  const limit = (side: number) =>
    coefficients.map((b, j) => Math.exp(b + side * half * (standardErrors[j] as number)));
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
    logLikelihood: { null: found.atStart.logLikelihood, model: found.atMaximum.logLikelihood },
    n: people.n,
    events: design.events,
    converged: found.separated.length === 0,
    separated: found.separated,
    baseline: baseline(design, censoring, coefficients, hazard),
  };
}

/** Predicted cumulative incidence of covariate patterns, at the times of the model's baseline. */
export function predictIncidence(
  { baseline: { hazard }, coefficients }: FineGrayModel,
  patterns: readonly Numbers[],
): Float64Array[] {
  return patterns.map((pattern) => {
    if (pattern.length !== coefficients.length) {
      throw new BiostatisticsError(
        'lengths-differ',
        'patterns',
        `has ${pattern.length} values for ${coefficients.length} covariates`,
      );
    }
    finite('patterns', pattern);
    const eta = coefficients.reduce((sum, b, j) => sum + b * (pattern[j] as number), 0);
    const relative = Math.exp(eta);
    return hazard.map((h) => -Math.expm1(-h * relative));
  });
}

/** 1 the event of interest, 2 any other, 0 censored. */
function recoded({ time, event, covariates, names, cause = 1 }: FineGrayInput) {
  finite('event', event);
  const codes = Uint8Array.from(event, (code, index) => {
    if (!(code >= 0 && Number.isInteger(code))) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'event', index },
        `is ${code}; give 0 for censored and 1, 2, … for the causes`,
      );
    }
    return code === 0 ? 0 : code === cause ? 1 : 2;
  });
  return { time, event: codes, covariates, names, ties: 'breslow' as const };
}

function likelihood(design: CoxDesign, censoring: Censoring, beta: Float64Array) {
  const { columns } = design;
  const eta = linearPredictors(design, beta);
  const score = new Float64Array(columns);
  const information = new Float64Array(columns * columns);
  let logLikelihood = 0;
  walkSubdistribution(design, censoring, eta, ({ all, deaths }) => {
    const sums = { all, deaths, dying: all, died: 1, stratum: 0, from: 0, to: 0 };
    logLikelihood += addEventTime(sums, columns, false, score, information);
  });
  mirror(information, columns);
  return { logLikelihood, score, information };
}

function subdistributionHazard(
  design: CoxDesign,
  censoring: Censoring,
  eta: Float64Array,
): SubdistributionHazard {
  const { columns } = design;
  const times = censoring.firsts.length - 1;
  const hazard = new Float64Array(times);
  const mean = new Float64Array(times * columns);
  walkSubdistribution(design, censoring, eta, ({ all, deaths, at }) => {
    hazard[at] = (deaths[0] as number) / (all[0] as number);
    for (let a = 0; a < columns; a++) {
      mean[at * columns + a] = (all[1 + a] as number) / (all[0] as number);
    }
  });
  return { hazard, mean };
}

/** V M V, from scaled to own units. */
function sandwich(v: Float64Array, middle: Float64Array, scale: Float64Array): Float64Array {
  const p = scale.length;
  const product = (a: Float64Array, b: Float64Array) => {
    const result = new Float64Array(p * p);
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        let sum = 0;
        for (let k = 0; k < p; k++) sum += (a[i * p + k] as number) * (b[k * p + j] as number);
        result[i * p + j] = sum;
      }
    }
    return result;
  };
  return product(product(v, middle), v).map(
    (value, at) => value / ((scale[Math.floor(at / p)] as number) * (scale[at % p] as number)),
  );
}

function baseline(
  { people, mean, columns }: CoxDesign,
  { firsts }: Censoring,
  coefficients: Float64Array,
  { hazard }: SubdistributionHazard,
): FineGrayModel['baseline'] {
  let centre = 0;
  for (let a = 0; a < columns; a++) centre += (mean[a] as number) * (coefficients[a] as number);
  const rows = Array.from(hazard.keys()).filter((j) => (hazard[j] as number) > 0);
  let sum = 0;
  const relative = Math.exp(-centre);
  return {
    time: Float64Array.from(rows, (j) => people.time[firsts[j] as number] as number),
    hazard: Float64Array.from(rows, (j) => {
      sum += (hazard[j] as number) * relative;
      return sum;
    }),
  };
}
