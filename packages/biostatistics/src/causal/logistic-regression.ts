import { BiostatisticsError } from '../errors.ts';
import {
  type Family,
  fitGeneralisedLinear,
  type GeneralisedLinearInput,
  type GeneralisedLinearModel,
} from './generalised-linear-model.ts';

const binomial: Family = {
  name: 'binomial',
  mean: (eta) => (eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta))),
  variance: (mean) => mean * (1 - mean),
  deviance: (y, mean) =>
    -2 *
    ((y > 0 ? y * Math.log(mean / y) : 0) + (y < 1 ? (1 - y) * Math.log((1 - mean) / (1 - y)) : 0)),
  start: (y) => (y + 0.5) / 2,
  link: (mean) => Math.log(mean / (1 - mean)),
};

/**
 * Logistic regression, log(μ/(1 − μ)) = β₀ + xᵀβ, by maximum likelihood (as R's
 * `glm(family = binomial)`, which warns where this refuses separated data).
 *
 * @param input.response 0 or 1 (or a proportion, with `weight` its denominator)
 * @throws {BiostatisticsError} see `fitGeneralisedLinear`; `out-of-range` for a response outside
 * [0, 1]; `one-group` when all responses are 0 or all are 1
 */
export function logisticRegression(input: GeneralisedLinearInput): GeneralisedLinearModel {
  const { response } = input;
  let least = Infinity;
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < response.length; index++) {
    const y = response[index] as number;
    if (y < 0 || y > 1) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'response', index },
        `is ${y}; give 0 or 1`,
      );
    }
    if (y < least) least = y;
    if (y > most) most = y;
  }
  if (most === 0 || least === 1) {
    throw new BiostatisticsError('one-group', 'response', `is ${most} in every row`);
  }
  return fitGeneralisedLinear(input, binomial);
}
