import { finite, type Numbers, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';

/** Size, mean and Σ(x − mean)² of a sample. */
export type Moments = { readonly size: number; readonly mean: number; readonly squares: number };

/** Two passes: the squares are taken about the mean, so large values with small spread keep digits. */
export function moments(argument: string, values: Numbers): Moments {
  notEmpty(argument, values);
  finite(argument, values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  const mean = sum / values.length;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const difference = (values[i] as number) - mean;
    squares += difference * difference;
    rest += difference;
  }
  return {
    size: values.length,
    mean: mean + rest / values.length,
    squares: Math.max(0, squares - (rest * rest) / values.length),
  };
}

/** @throws {BiostatisticsError} `one-group` unless there are two groups or more */
export function severalGroups(groups: ArrayLike<unknown>): void {
  if (groups.length < 2) {
    throw new BiostatisticsError('one-group', 'groups', 'a comparison needs at least two groups');
  }
}

/** Mid-ranks of all values together, group after group, and Σ(t³ − t) over ties of t. */
export function midRanks(groups: readonly Numbers[]): {
  readonly ranks: readonly Float64Array[];
  readonly tieSum: number;
  readonly total: number;
} {
  let total = 0;
  for (const group of groups) total += group.length;
  const values = new Float64Array(total);
  let at = 0;
  for (const group of groups) {
    values.set(group as ArrayLike<number>, at);
    at += group.length;
  }
  const order = Uint32Array.from({ length: total }, (_, i) => i).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const rank = new Float64Array(total);
  let tieSum = 0;
  for (let start = 0; start < total; ) {
    let end = start + 1;
    while (end < total && values[order[end] as number] === values[order[start] as number]) end++;
    for (let i = start; i < end; i++) rank[order[i] as number] = (start + 1 + end) / 2;
    const tied = end - start;
    tieSum += tied ** 3 - tied;
    start = end;
  }
  at = 0;
  const ranks = groups.map((group) => {
    at += group.length;
    return rank.subarray(at - group.length, at);
  });
  return { ranks, tieSum, total };
}
