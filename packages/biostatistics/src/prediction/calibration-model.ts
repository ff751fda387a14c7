import { poissonRegression } from '../causal/poisson-regression.ts';
import {
  confidenceLevel,
  finite,
  type Numbers,
  positivePersonYears,
  sameLength,
} from '../checks.ts';
import type { Estimate } from '../rates/interval.ts';
import { twoSidedZ } from '../survival/confidence.ts';
import { coxRegression } from '../survival/cox/cox.ts';
import { checkInput } from '../survival/data/input.ts';

/**
 * Calibration slope of a prognostic model in new patients: the coefficient of its linear predictor
 * in a Cox regression (van Houwelingen 2000, Stat Med 19:3401). 1: as strong as predicted; below 1:
 * predictions too extreme (over-fitted).
 *
 * @param input.linearPredictor log relative hazard predicted, one a patient
 * @throws {BiostatisticsError} see `coxRegression`
 */
export function calibrationSlope(input: {
  readonly time: Numbers;
  readonly event: Numbers;
  readonly linearPredictor: Numbers;
  readonly level?: number | undefined;
}): Estimate {
  const { time, event, linearPredictor, level = 0.95 } = input;
  const model = coxRegression({ time, event, covariates: [linearPredictor], level });
  const estimate = model.coefficients[0] as number;
  const standardError = model.standardErrors[0] as number;
  return withLimits(estimate, standardError, level);
}

export type CalibrationInTheLarge = {
  readonly observed: number;
  readonly expected: number;
  /** log(observed / expected): 0 when as many events happened as predicted. */
  readonly intercept: Estimate;
  /** Slope of the linear predictor with the cumulative hazard as offset; absent when not given. */
  readonly slope: Estimate | undefined;
};

/**
 * Calibration in the large and Poisson calibration slope (Crowson, Atkinson & Therneau 2016, Stat
 * Methods Med Res 25:1692): events against the sum of predicted cumulative hazards Ĥᵢ(tᵢ) at each
 * patient's own follow-up;
 *
 *   intercept: δᵢ ~ Poisson(exp(a) Ĥᵢ),   slope: δᵢ ~ Poisson(exp(a + b ηᵢ) Ĥᵢ / exp(ηᵢ))
 *
 * @param input.cumulativeHazard −log of the predicted survival at the end of each patient's own
 * follow-up, > 0
 * @param input.linearPredictor η, for the slope
 * @throws {BiostatisticsError} see `poissonRegression`; `zero-person-years` for a hazard of 0
 */
export function calibrationInTheLarge(input: {
  readonly time: Numbers;
  readonly event: Numbers;
  readonly cumulativeHazard: Numbers;
  readonly linearPredictor?: Numbers | undefined;
  readonly level?: number | undefined;
}): CalibrationInTheLarge {
  const { event, n } = checkInput({ time: input.time, event: input.event });
  const { cumulativeHazard, linearPredictor: eta, level = 0.95 } = input;
  confidenceLevel(level);
  sameLength({ time: input.time, cumulativeHazard, linearPredictor: eta });
  positivePersonYears('cumulativeHazard', cumulativeHazard);
  if (eta !== undefined) finite('linearPredictor', eta);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < n; i++) {
    observed += event[i] as number;
    expected += cumulativeHazard[i] as number;
  }
  const offset = Float64Array.from(cumulativeHazard, (h) => Math.log(h));
  const large = poissonRegression({ response: event, covariates: [], offset });
  return {
    observed,
    expected,
    intercept: withLimits(
      large.coefficients[0] as number,
      large.standardErrors[0] as number,
      level,
    ),
    slope: eta && slopeOf(event, eta, offset, level),
  };
}

function slopeOf(event: Numbers, eta: Numbers, logHazard: Float64Array, level: number): Estimate {
  const offset = logHazard.map((h, i) => h - (eta[i] as number));
  const model = poissonRegression({ response: event, covariates: [eta], offset });
  return withLimits(model.coefficients[1] as number, model.standardErrors[1] as number, level);
}

function withLimits(estimate: number, standardError: number, level: number): Estimate {
  const half = twoSidedZ(level) * standardError;
  return { estimate, standardError, lower: estimate - half, upper: estimate + half };
}
