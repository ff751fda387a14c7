/** What became of a submission in all. */

const fates = ['created', 'updated', 'unchanged', 'kept', 'refused'] as const;
export type Fate = (typeof fates)[number];

/** Sums over resource types. */
export function totals(counts: readonly Record<Fate, number>[]): Record<Fate, number> {
  const sum = { created: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 };
  for (const count of counts) for (const fate of fates) sum[fate] += count[fate];
  return sum;
}
