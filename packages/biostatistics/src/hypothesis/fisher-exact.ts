import { confidenceLevel } from '../checks.ts';
import { monotoneRoot } from '../numeric/index.ts';
import type { Interval } from '../rates/interval.ts';
import { logChoose } from '../special/index.ts';
import { fisherTablePValue } from './fisher-table.ts';
import { type CheckedTable, type CountTable, checkedTable } from './table.ts';

export type FisherTest = {
  /** Two-sided: tables no more likely than the one seen. */
  readonly pValue: number;
  /** 2 × 2 only: conditional maximum likelihood odds ratio and its exact interval. */
  readonly oddsRatio?: Interval & { readonly ratio: number };
};

/**
 * Fisher's exact test of independence given the margins, for 2 × 2 and larger tables, as R's
 * fisher.test. Tables count in the p-value when no more likely than the one seen, up to a relative
 * 1e-7.
 * @throws {BiostatisticsError} as checkedTable; `out-of-range` when a large table has too many
 *   margins to go through (use the chi-square test: its expected counts are large)
 */
export function fisherExactTest(
  table: CountTable,
  { level = 0.95 }: { level?: number } = {},
): FisherTest {
  confidenceLevel(level);
  const checked = checkedTable(table);
  if (checked.rowSums.length > 2 || checked.columnSums.length > 2) {
    return { pValue: fisherTablePValue(checked) };
  }
  return twoByTwo(checked, level);
}

/**
 * The two-sided p-value of fisherExactTest alone: of many 2 × 2 tables, as those of every gene, the odds ratios' intervals
 * take most of the time. It is 1 where a row or a column has nobody, since no other table has these margins.
 * @throws {BiostatisticsError} `out-of-range` for a cell that is no whole number of 0 or more
 */
export function fisherExactPValue([[a, b], [c, d]]: TwoByTwo): number {
  if (a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0) return 1;
  const checked = checkedTable([
    [a, b],
    [c, d],
  ]);
  return pValueOf(checked, hypergeometricOf(checked));
}

/** Two rows of two counts. */
type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/** Logarithms of the chances of every value of the first cell, given the margins. */
interface Hypergeometric {
  readonly logs: Float64Array;
  readonly low: number;
  readonly high: number;
}

function hypergeometricOf({ rowSums, columnSums, total }: CheckedTable): Hypergeometric {
  const [row, other] = rowSums as [number, number];
  const column = columnSums[0] as number;
  const low = Math.max(0, column - other);
  const high = Math.min(row, column);
  const whole = logChoose(total, column);
  const logs = Float64Array.from(
    { length: high - low + 1 },
    (_, i) => logChoose(row, low + i) + logChoose(other, column - low - i) - whole,
  );
  return { logs, low, high };
}

function pValueOf({ cells }: CheckedTable, { logs, low }: Hypergeometric): number {
  const limit = (logs[(cells[0]?.[0] as number) - low] as number) + 1e-7;
  let pValue = 0;
  for (const log of logs) if (log <= limit) pValue += Math.exp(log);
  return Math.min(1, pValue);
}

function twoByTwo(checked: CheckedTable, level: number): FisherTest {
  const chances = hypergeometricOf(checked);
  const { logs, low, high } = chances;
  return {
    pValue: pValueOf(checked, chances),
    oddsRatio: conditionalOdds(logs, low, high, checked.cells[0]?.[0] as number, (1 - level) / 2),
  };
}

/** Non-central hypergeometric: probability of k in proportion to exp(logs[k]) · oddsᵏ. */
function conditionalOdds(
  logs: Float64Array,
  low: number,
  high: number,
  x: number,
  tail: number,
): Interval & { ratio: number } {
  /** Mean, P(K ≤ x) and P(K ≥ x) under log odds θ. */
  const at = (theta: number) => {
    let largest = -Infinity;
    for (const [i, log] of logs.entries()) largest = Math.max(largest, log + theta * (low + i));
    let [sum, mean, below, above] = [0, 0, 0, 0];
    for (const [i, log] of logs.entries()) {
      const weight = Math.exp(log + theta * (low + i) - largest);
      sum += weight;
      mean += weight * (low + i);
      if (low + i <= x) below += weight;
      if (low + i >= x) above += weight;
    }
    return { mean: mean / sum, below: below / sum, above: above / sum };
  };
  const solve = (value: (theta: number) => number) =>
    Math.exp(monotoneRoot((theta) => ({ value: value(theta), slope: 0 }), 0));
  const edge = x === low ? 0 : Infinity;
  return {
    ratio: x === low || x === high ? edge : solve((theta) => at(theta).mean - x),
    lower: x === low ? 0 : solve((theta) => at(theta).above - tail),
    upper: x === high ? Infinity : solve((theta) => tail - at(theta).below),
  };
}
