import { type Numbers, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { checkTreated } from './propensity-score.ts';

export type WeightOptions = {
  /** Effect in everybody (`ate`, default) or in those treated (`att`). */
  readonly estimand?: 'ate' | 'att' | undefined;
  /** Multiply by P(A = a), so that weights have mean 1; default false. Not for `att`. */
  readonly stabilised?: boolean | undefined;
  /**
   * Set weights beyond these quantiles of all weights to the quantiles (Cole & Hernán 2008),
   * e.g. [0.01, 0.99]; default none.
   */
  readonly truncate?: readonly [low: number, high: number] | undefined;
};

/**
 * Inverse-probability-of-treatment weights (Robins, Hernán & Brumback 2000, Epidemiology 11:550):
 *
 * - ATE: A/e + (1 − A)/(1 − e); stabilised: A P(A=1)/e + (1 − A) P(A=0)/(1 − e)
 * - ATT: A + (1 − A) e/(1 − e)
 *
 * @param treated 0 or 1
 * @param score propensity score in (0, 1), e.g. of `propensityScores`
 * @returns one weight a person
 * @throws {BiostatisticsError} `lengths-differ`, `one-group`, `out-of-range` (a score of 0 or 1: no
 * positivity; truncation not 0 ≤ low < high ≤ 1)
 */
export function inverseProbabilityWeights(
  treated: Numbers,
  score: Numbers,
  options: WeightOptions = {},
): Float64Array {
  sameLength({ treated, score });
  checkTreated(treated);
  const n = treated.length;
  let ones = 0;
  for (let i = 0; i < n; i++) ones += treated[i] as number;
  const share = ones / n;
  const att = options.estimand === 'att';
  const stabilised = options.stabilised === true && !att;
  const weights = new Float64Array(n);
  for (let index = 0; index < n; index++) {
    const e = score[index] as number;
    if (!(e > 0 && e < 1)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'score', index },
        `is ${e}; a probability strictly between 0 and 1 is needed`,
      );
    }
    const a = treated[index] === 1;
    if (att) weights[index] = a ? 1 : e / (1 - e);
    else if (a) weights[index] = (stabilised ? share : 1) / e;
    else weights[index] = (stabilised ? 1 - share : 1) / (1 - e);
  }
  return options.truncate === undefined ? weights : truncated(weights, options.truncate);
}

/**
 * The same of several groups (Imbens 2000, Biometrika 87:706): 1 / P(own group), stabilised P(own group among all) / P(own group),
 * so that each group stands for all of them together.
 *
 * @param group 0 … k−1, one a person
 * @param probability a column a group, as of `groupProbabilities`
 * @throws {BiostatisticsError} `lengths-differ`, `out-of-range` (a probability of 0 or 1)
 */
export function groupWeights(
  group: Numbers,
  probability: readonly Numbers[],
  { stabilised = false, truncate }: Omit<WeightOptions, 'estimand'> = {},
): Float64Array {
  const n = group.length;
  sameLength({ group, ...Object.fromEntries(probability.map((p, k) => [`probability ${k}`, p])) });
  const size = probability.map(() => 0);
  for (let i = 0; i < n; i++) size[group[i] as number] = (size[group[i] as number] ?? 0) + 1;
  const weights = new Float64Array(n);
  for (let index = 0; index < n; index++) {
    const own = group[index] as number;
    const p = probability[own]?.[index] ?? 0;
    if (!(p > 0 && p < 1))
      throw new BiostatisticsError(
        'out-of-range',
        { argument: 'probability', index },
        `is ${p}; a probability strictly between 0 and 1 is needed`,
      );
    weights[index] = (stabilised ? (size[own] as number) / n : 1) / p;
  }
  return truncate === undefined ? weights : truncated(weights, truncate);
}

function truncated(weights: Float64Array, [low, high]: readonly [number, number]): Float64Array {
  if (!(low >= 0 && low < high && high <= 1)) {
    throw new BiostatisticsError('out-of-range', 'truncate', 'needs 0 ≤ low < high ≤ 1');
  }
  const sorted = weights.slice().sort();
  const least = quantile(sorted, low);
  const most = quantile(sorted, high);
  return weights.map((w) => Math.min(most, Math.max(least, w)));
}

/** Quantile of ascending values, linear between order statistics (R's default, type 7). */
function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  return low + (place - below) * ((sorted[Math.ceil(place)] as number) - low);
}

/** Kish's effective sample size (Σ w)² / Σ w². */
export function effectiveSampleSize(weights: Numbers): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] as number;
    squares += (weights[i] as number) ** 2;
  }
  return squares === 0 ? 0 : (sum * sum) / squares;
}
