import { BiostatisticsError } from '../errors.ts';
import type { Interval } from './interval.ts';

/** How many values lie in a class `from` (included) to `to`. */
export interface GroupedClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the values, where it is known. */
  readonly mean?: number;
}

const totalOf = (classes: readonly GroupedClass[]): number => {
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  if (!(total > 0))
    throw new BiostatisticsError('empty', 'classes', 'hold nothing; give one value');
  return total;
};

/** Where the cumulative count reaches a rank, values spread evenly over their class. */
const atRank = (classes: readonly GroupedClass[], rank: number): number => {
  let below = 0;
  for (const { from, to, count } of classes) {
    if (count > 0 && below + count >= rank) return from + ((to - from) * (rank - below)) / count;
    below += count;
  }
  return classes.at(-1)?.to ?? Number.NaN;
};

/** A figure of values known by class, with its 95% interval. */
export type GroupedEstimate = Interval & { readonly estimate: number };

/** z of a two-sided 95% interval. */
const Z = 1.959963984540054;

/**
 * Median of values known by class, with a 95% interval by order statistics (normal approximation of the binomial; Conover,
 * Practical Nonparametric Statistics, 3rd ed. 1999, 3.2).
 * @param classes in order, without a gap
 * @throws {BiostatisticsError} `empty` where no class holds a value
 */
export function groupedMedian(classes: readonly GroupedClass[]): GroupedEstimate {
  const total = totalOf(classes);
  const half = (Z * Math.sqrt(total)) / 2;
  const rank = (of: number) => Math.min(total, Math.max(0, of));
  return {
    estimate: atRank(classes, total / 2),
    lower: atRank(classes, rank(total / 2 - half)),
    upper: atRank(classes, rank(total / 2 + half)),
  };
}

/**
 * Sum of values known by class, each as the mean of its class (its middle where none is said), with a 95% interval as if values came
 * by chance at that mean (compound Poisson: variance Σ count · mean²).
 * @throws {BiostatisticsError} `empty` where no class holds a value
 */
export function groupedTotal(classes: readonly GroupedClass[]): GroupedEstimate {
  totalOf(classes);
  let [estimate, variance] = [0, 0];
  for (const { from, to, count, mean = (from + to) / 2 } of classes) {
    estimate += count * mean;
    variance += count * mean ** 2;
  }
  const half = Z * Math.sqrt(variance);
  return { estimate, lower: Math.max(0, estimate - half), upper: estimate + half };
}
