import { finite, type Numbers, nonNegative, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { checkTreated } from './propensity-score.ts';

/** Balance of one covariate between treated and untreated. */
export type StandardisedDifference = {
  /** (mean of treated − mean of untreated) / pooled standard deviation; 0 when neither varies. */
  readonly difference: number;
  readonly meanTreated: number;
  readonly meanUntreated: number;
  /** Standard deviation by which it was divided. */
  readonly deviation: number;
};

/**
 * Standardised mean difference (Austin 2009, Stat Med 28:3083):
 *
 *   d = (x̄₁ − x̄₀) / √((s₁² + s₀²)/2)
 *
 * with s² = p(1 − p) for a covariate of 0 and 1. Weighted (Austin & Stuart 2015, Stat Med 34:3661):
 * x̄ = Σ w x / Σ w and s² = Σ w / ((Σ w)² − Σ w²) · Σ w (x − x̄)². Below 0.1 counts as balance.
 *
 * @param values covariate, one a person; of 0 and 1 only: taken as binary
 * @param weight ≥ 0: `inverseProbabilityWeights`, or the matched sample's (0 for who is unmatched)
 * @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `negative-value`, `one-group`,
 * `too-few` when a group has fewer than two people with weight, `out-of-range` when groups that do
 * not vary differ
 */
export function standardisedDifference(
  values: Numbers,
  treated: Numbers,
  weight?: Numbers,
): StandardisedDifference {
  sameLength({ values, treated, weight });
  finite('values', values);
  checkTreated(treated);
  if (weight !== undefined) nonNegative('weight', weight);
  const binary = !Array.prototype.some.call(values, (x: number) => x !== 0 && x !== 1);
  const one = moments(values, treated, weight, 1, binary);
  const zero = moments(values, treated, weight, 0, binary);
  const deviation = Math.sqrt((one.variance + zero.variance) / 2);
  const difference = one.mean - zero.mean;
  if (deviation === 0 && difference !== 0) {
    throw new BiostatisticsError(
      'out-of-range',
      'values',
      'do not vary within groups but differ between them: the difference is infinite',
    );
  }
  return {
    difference: deviation === 0 ? 0 : difference / deviation,
    meanTreated: one.mean,
    meanUntreated: zero.mean,
    deviation,
  };
}

function moments(
  values: Numbers,
  treated: Numbers,
  weight: Numbers | undefined,
  group: 0 | 1,
  binary: boolean,
): { mean: number; variance: number } {
  let people = 0;
  let sum = 0;
  let squares = 0;
  let weighted = 0;
  for (let i = 0; i < values.length; i++) {
    const w = weight === undefined ? 1 : (weight[i] as number);
    if (treated[i] !== group || w === 0) continue;
    people++;
    sum += w;
    squares += w * w;
    weighted += w * (values[i] as number);
  }
  if (people < 2) {
    throw new BiostatisticsError('too-few', 'weight', `${people} people count in group ${group}`);
  }
  const mean = weighted / sum;
  if (binary) return { mean, variance: mean * (1 - mean) };
  let spread = 0;
  for (let i = 0; i < values.length; i++) {
    const w = weight === undefined ? 1 : (weight[i] as number);
    if (treated[i] === group) spread += w * ((values[i] as number) - mean) ** 2;
  }
  return { mean, variance: (spread * sum) / (sum * sum - squares) };
}
