import { nonNegative } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import {
  type Family,
  fitGeneralisedLinear,
  type GeneralisedLinearInput,
  type GeneralisedLinearModel,
} from './generalised-linear-model.ts';

const poisson: Family = {
  name: 'poisson',
  mean: (eta) => Math.exp(Math.min(eta, 700)),
  variance: (mean) => mean,
  deviance: (y, mean) => 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean)),
  start: (y) => y + 0.1,
  link: (mean) => Math.log(mean),
};

/**
 * Poisson regression, log μ = offset + β₀ + xᵀβ, by maximum likelihood (as R's
 * `glm(family = poisson)`); the logarithm of person-years as offset makes it a model of rates.
 *
 * @param input.response counts ≥ 0
 * @throws {BiostatisticsError} see `fitGeneralisedLinear`; `negative-value`; `no-events` when all
 * counts are 0
 */
export function poissonRegression(input: GeneralisedLinearInput): GeneralisedLinearModel {
  nonNegative('response', input.response);
  if (!Array.prototype.some.call(input.response, (y: number) => y > 0)) {
    throw new BiostatisticsError('no-events', 'response', 'is 0 in every row');
  }
  return fitGeneralisedLinear(input, poisson);
}
