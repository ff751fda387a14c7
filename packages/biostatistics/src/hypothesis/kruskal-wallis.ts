import { finite, type Numbers, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { chiSquareUpper } from '../special/index.ts';
import { midRanks, severalGroups } from './samples.ts';

export type KruskalWallisTest = {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
};

/**
 * Kruskal–Wallis rank test of several independent samples (JASA 1952;47:583), H corrected for ties,
 * chi-square on groups − 1 degrees of freedom.
 * @throws {BiostatisticsError} `one-group`, `empty`, `not-finite`, `out-of-range` (all equal)
 */
export function kruskalWallis(groups: readonly Numbers[]): KruskalWallisTest {
  severalGroups(groups);
  for (const [i, group] of groups.entries()) {
    notEmpty(`groups[${i}]`, group);
    finite(`groups[${i}]`, group);
  }
  const { ranks, tieSum, total } = midRanks(groups);
  const middle = (total + 1) / 2;
  let between = 0;
  for (const group of ranks) {
    let sum = 0;
    for (const rank of group) sum += rank - middle;
    between += (sum * sum) / group.length;
  }
  const untied = 1 - tieSum / (total ** 3 - total);
  if (!(untied > 0)) {
    throw new BiostatisticsError('out-of-range', 'groups', 'all values are equal: nothing to rank');
  }
  const statistic = (12 * between) / (total * (total + 1)) / untied;
  const df = groups.length - 1;
  return { statistic, df, pValue: chiSquareUpper(statistic, df) };
}
