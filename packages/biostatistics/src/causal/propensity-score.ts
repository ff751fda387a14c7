import type { Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import type { GeneralisedLinearModel } from './generalised-linear-model.ts';
import { logisticRegression } from './logistic-regression.ts';

export type PropensityScores = {
  /** Probability of treatment given the covariates, in (0, 1), one a person. */
  readonly score: Float64Array;
  /** log(score / (1 − score)): the scale to match on. */
  readonly logit: Float64Array;
  readonly model: GeneralisedLinearModel;
};

/**
 * Propensity score e(x) = P(A = 1 | x) (Rosenbaum & Rubin 1983, Biometrika 70:41) by logistic
 * regression.
 *
 * @param treated 0 or 1, one a person
 * @throws {BiostatisticsError} see `logisticRegression`; `complete-separation` when the covariates
 * decide who is treated: then nobody can be compared
 */
export function propensityScores(input: {
  readonly treated: Numbers;
  readonly covariates: readonly Numbers[];
  readonly names?: readonly string[] | undefined;
}): PropensityScores {
  checkTreated(input.treated);
  const { treated: response, covariates, names } = input;
  const model = logisticRegression({ response, covariates, names });
  return { score: model.fitted, logit: model.linearPredictor, model };
}

/** @throws {BiostatisticsError} `out-of-range` unless 0 or 1; `one-group` without one of them */
export function checkTreated(treated: Numbers): void {
  let ones = 0;
  for (let index = 0; index < treated.length; index++) {
    const a = treated[index];
    if (a !== 0 && a !== 1) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'treated', index },
        `is ${a}; 1 means treated, 0 not`,
      );
    }
    ones += a;
  }
  if (ones === 0 || ones === treated.length) {
    throw new BiostatisticsError('one-group', 'treated', 'holds one group; two are compared');
  }
}
