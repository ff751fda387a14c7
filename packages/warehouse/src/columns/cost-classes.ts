/** Classes of cost in the first year by their lower bounds, yuan. */
export const COST_CLASSES: readonly number[] = [
  ...[0, 5_000, 10_000, 20_000, 30_000, 50_000, 80_000, 120_000],
  ...[200_000, 300_000, 500_000, 1_000_000],
];

/** Costs that a release tells no further. */
export const MOST_COST = 2_000_000;
