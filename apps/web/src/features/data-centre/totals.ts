/** What became of a submission in all. */

const outcomes = ['created', 'updated', 'unchanged', 'retained', 'held', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** Sums over resource types. */
export function totals(counts: readonly Record<Outcome, number>[]): Record<Outcome, number> {
  const sum = { created: 0, updated: 0, unchanged: 0, retained: 0, held: 0, refused: 0 };
  for (const count of counts) for (const outcome of outcomes) sum[outcome] += count[outcome];
  return sum;
}
