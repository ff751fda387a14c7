import { finite, type Numbers, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { logChoose, normalTwoSided } from '../special/index.ts';
import { midRanks } from './samples.ts';

export type WilcoxonTest = {
  /** Mann–Whitney: pairs in which the first sample's value is larger, ties counted half (R's W). */
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly method: 'exact' | 'normal';
};

/**
 * Wilcoxon rank-sum (Mann–Whitney) test of two independent samples, as R's wilcox.test: exact when
 * both samples have fewer than 50 values and none are tied, else normal with the tie correction
 * and (unless turned off) continuity correction.
 * Source: Hollander & Wolfe 1999, §4.1.
 * @throws {BiostatisticsError} `empty`, `not-finite`, `out-of-range` (all values equal, or an exact
 *   test asked for with ties)
 */
export function wilcoxonRankSum(
  first: Numbers,
  second: Numbers,
  { method, continuity = true }: { method?: 'exact' | 'normal'; continuity?: boolean } = {},
): WilcoxonTest {
  for (const [name, sample] of [['first', first] as const, ['second', second] as const]) {
    notEmpty(name, sample);
    finite(name, sample);
  }
  const [m, n] = [first.length, second.length];
  const { ranks, tieSum, total } = midRanks([first, second]);
  let rankSum = 0;
  for (const rank of ranks[0] as Float64Array) rankSum += rank;
  const statistic = rankSum - (m * (m + 1)) / 2;
  const chosen = method ?? (m < 50 && n < 50 && tieSum === 0 ? 'exact' : 'normal');
  if (chosen === 'exact') {
    if (tieSum > 0) {
      throw new BiostatisticsError(
        'out-of-range',
        'method',
        'the exact test needs values without ties',
      );
    }
    const tail = Math.min(statistic, m * n - statistic);
    return { statistic, pValue: Math.min(1, 2 * lowerTail(tail, m, n)), method: chosen };
  }
  const centre = statistic - (m * n) / 2;
  const variance = ((m * n) / 12) * (total + 1 - tieSum / (total * (total - 1)));
  if (!(variance > 0)) {
    throw new BiostatisticsError('out-of-range', 'first', 'all values are equal: nothing to rank');
  }
  const z = (centre - (continuity ? Math.sign(centre) * 0.5 : 0)) / Math.sqrt(variance);
  return { statistic, pValue: Math.min(1, normalTwoSided(z)), method: chosen };
}

/**
 * P(W ≤ w) without ties: ways to choose the m ranks of the first sample whose Mann–Whitney sum is
 * at most w, over all ways. Counted by adding one rank at a time: only sums of positive numbers,
 * so small tails keep their digits.
 */
function lowerTail(w: number, m: number, n: number): number {
  const small = Math.min(m, n);
  const large = Math.max(m, n);
  // ways[j][s]: ways to choose j of the ranks met so far with excess sum s (above 1 + … + j).
  const ways = Array.from({ length: small + 1 }, () => new Float64Array(w + 1));
  (ways[0] as Float64Array)[0] = 1;
  for (let rank = 1; rank <= small + large; rank++) {
    for (let j = Math.min(small, rank); j >= 1; j--) {
      const shift = rank - j;
      if (shift > w) continue;
      const to = ways[j] as Float64Array;
      const from = ways[j - 1] as Float64Array;
      for (let s = w; s >= shift; s--) to[s] = (to[s] as number) + (from[s - shift] as number);
    }
  }
  let sum = 0;
  for (const count of ways[small] as Float64Array) sum += count;
  return Math.exp(Math.log(sum) - logChoose(small + large, small));
}
