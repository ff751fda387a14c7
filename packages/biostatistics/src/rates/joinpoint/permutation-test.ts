import { seededRandom, shuffle } from '../../numeric/index.ts';
import type { Spacing } from './candidates.ts';
import type { GridSearch } from './grid-search.ts';
import { partitionBound } from './partition-bound.ts';
import { fitSegments } from './segments.ts';
import type { WeightedSeries } from './series.ts';

export type PermutationOptions = {
  /** Random reorderings beside the data themselves; 4499, NCI's default. */
  readonly permutations?: number;
  readonly seed?: number;
  /** Called now and then with the share done; may throw to stop. */
  readonly onProgress?: (share: number) => void;
};

/**
 * p-value of `fewer` joins against `more` (Kim, Fay, Feuer & Midthune, Stat Med 2000;19:335):
 * residuals of the fit with fewer joins, on the scale of equal variances, are put into random order
 * and added back; the share of reorderings (the data's own order among them) whose ratio of
 * residual sums of squares is at least the one seen.
 *
 * Reordering cannot raise the smallest residual sum of fewer joins above the one seen: the fit it
 * was added back to is one of those tried. So a reordering whose residual sum with more joins stays
 * above the one seen is no rival, and mostly a cheap bound tells (see partitionBound).
 */
export function permutationPValue(
  series: WeightedSeries,
  fewer: GridSearch,
  more: GridSearch,
  spacing: Spacing,
  { permutations = 4499, seed = 7160, onProgress }: PermutationOptions = {},
): number {
  const { logRates, rootWeights } = series;
  const response = logRates.map((value, i) => value * (rootWeights[i] as number));
  const fit = fitSegments(series, fewer.best(response).joins);
  const fitted = fit.fitted.map((value, i) => value * (rootWeights[i] as number));
  const residuals = response.map((value, i) => value - (fitted[i] as number));
  // A grain of slack, lest rounding keep the data's own order from matching itself.
  const seenMore = more.smallestResidual(response) * (1 + 1e-9);
  const seenRatio = (fit.residualSumOfSquares / seenMore) * (1 - 1e-9);
  const bound = partitionBound(series, more.count, spacing);
  const random = seededRandom(seed);
  const permuted = new Float64Array(response.length);
  let asLarge = 1;
  for (let round = 0; round < permutations; round++) {
    if (onProgress !== undefined && (round & 63) === 0) onProgress(round / permutations);
    shuffle(residuals, random);
    for (let i = 0; i < permuted.length; i++) {
      permuted[i] = (fitted[i] as number) + (residuals[i] as number);
    }
    if (bound(permuted) > seenMore * (1 + 1e-6)) continue;
    const withMore = more.smallestResidual(permuted);
    if (withMore > seenMore) continue;
    if (fewer.smallestResidual(permuted) / withMore >= seenRatio) asLarge++;
  }
  return asLarge / (permutations + 1);
}
