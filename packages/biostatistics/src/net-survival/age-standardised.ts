import { type Numbers, nonNegative, notEmpty, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { type Confidence, DEFAULT_CONFIDENCE, twoSidedZ } from '../survival/confidence.ts';
import { checkCodes } from '../survival/data/input.ts';
import {
  type RelativeCurve,
  type RelativePoint,
  relativeLimits,
  relativeSurvivalAt,
} from './curve.ts';

/**
 * Directly age-standardised relative or net survival, S(t) = Σ_a w_a S_a(t), with
 * var S = Σ_a w_a² var S_a (Corazziari et al. 2004; as relsurv ≥ 2.3's `weight.table`); limits on
 * the scale asked for, symmetric in log S by default.
 *
 * Not estimable (`null`, not a smaller sum) at a time beyond the last observation of an age group
 * with weight: report the groups, merge them, or use `brennerWeights`.
 *
 * @param curves one an age group
 * @param weights one an age group, e.g. `icssWeights(1)`; scaled to sum to 1
 * @param times days since diagnosis
 * @throws {BiostatisticsError} `empty`, `lengths-differ`, `negative-value`, `out-of-range` (all
 * weights 0)
 */
export function ageStandardised(
  curves: readonly RelativeCurve[],
  weights: Numbers,
  times: Numbers,
  confidence: Partial<Confidence> = {},
): (RelativePoint | null)[] {
  notEmpty('curves', curves);
  sameLength({ curves, weights });
  const total = weightTotal(weights);
  const { level, type } = { ...DEFAULT_CONFIDENCE, ...confidence };
  const z = twoSidedZ(level);
  const points = curves.map((curve) => relativeSurvivalAt(curve, times));
  return Array.from(times, (time, k) => {
    let survival = 0;
    let variance = 0;
    for (let a = 0; a < points.length; a++) {
      const weight = (weights[a] as number) / total;
      const point = points[a]?.[k] as RelativePoint;
      if (weight === 0) continue;
      if (point.beyondFollowUp) return null;
      survival += weight * point.survival;
      variance += (weight * point.standardError) ** 2;
    }
    const standardError = Math.sqrt(variance);
    const half = survival === 0 ? 0 : (z * standardError) / Math.abs(survival);
    const [lower, upper] = relativeLimits(survival, half, type);
    return {
      time,
      survival,
      standardError,
      lower: Number.isNaN(lower) ? null : lower,
      upper: Number.isNaN(upper) ? null : upper,
      beyondFollowUp: false,
    };
  });
}

/**
 * Individual weights of Brenner, Arndt, Gefeller & Hakulinen (2004, Eur J Cancer 40:2317): each
 * patient of age group a counts w_a / (n_a / n), so that one analysis of all patients with
 * `weight` is standardised, also when an age group dies out early.
 *
 * @param group age group of each patient, 0 … k−1
 * @param weights standard weight of each group; scaled to sum to 1
 * @returns one weight a patient, their mean 1
 * @throws {BiostatisticsError} `out-of-range` (group without weight; all 0), `negative-value`,
 * `empty` when a group with weight has no patients
 */
export function brennerWeights(group: Numbers, weights: Numbers): Float64Array {
  const n = group.length;
  notEmpty('group', group);
  const { count } = checkCodes('group', group, n);
  if (count > weights.length) {
    throw new BiostatisticsError(
      'out-of-range',
      'group',
      `has ${count} groups, weights are given for ${weights.length}`,
    );
  }
  const total = weightTotal(weights);
  const patients = new Float64Array(weights.length);
  for (let i = 0; i < n; i++) {
    patients[group[i] as number] = (patients[group[i] as number] as number) + 1;
  }
  const each = patients.map((people, g) => {
    const weight = (weights[g] as number) / total;
    if (weight === 0) return 0;
    if (people === 0) {
      throw new BiostatisticsError(
        'empty',
        { argument: 'weights', index: g },
        'nobody is in this age group; merge it with a neighbour',
      );
    }
    return (weight * n) / people;
  });
  return Float64Array.from(group, (g) => each[g] as number);
}

function weightTotal(weights: Numbers): number {
  nonNegative('weights', weights);
  let total = 0;
  for (let a = 0; a < weights.length; a++) total += weights[a] as number;
  if (!(total > 0)) throw new BiostatisticsError('out-of-range', 'weights', 'are all 0');
  return total;
}
