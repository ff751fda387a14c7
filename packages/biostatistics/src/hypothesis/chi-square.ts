import { chiSquareUpper } from '../special/index.ts';
import { type CountTable, checkedTable } from './table.ts';

export type IndependenceTest = {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** Expected counts of the rows and columns that are not empty; below 5 the p-value is doubtful. */
  readonly expected: readonly (readonly number[])[];
  readonly smallestExpected: number;
};

/**
 * Pearson's chi-square test of independence, Σ (O − E)²/E on (r − 1)(c − 1) degrees of freedom.
 * A 2 × 2 table is corrected for continuity (Yates 1934: |O − E| less 0.5, or less itself when
 * smaller) unless turned off, as R's chisq.test does.
 * @throws {BiostatisticsError} as checkedTable
 */
export function chiSquareTest(
  table: CountTable,
  { yates = true }: { yates?: boolean } = {},
): IndependenceTest {
  const { cells, rowSums, columnSums, total } = checkedTable(table);
  const expected = rowSums.map((row) => columnSums.map((column) => (row * column) / total));
  const twoByTwo = rowSums.length === 2 && columnSums.length === 2;
  const gap = Math.abs((cells[0]?.[0] as number) - (expected[0]?.[0] as number));
  const correction = yates && twoByTwo ? Math.min(0.5, gap) : 0;
  let statistic = 0;
  let smallestExpected = Infinity;
  for (const [i, row] of cells.entries()) {
    for (const [j, count] of row.entries()) {
      const mean = expected[i]?.[j] as number;
      statistic += (Math.abs(count - mean) - correction) ** 2 / mean;
      smallestExpected = Math.min(smallestExpected, mean);
    }
  }
  const df = (rowSums.length - 1) * (columnSums.length - 1);
  return { statistic, df, pValue: chiSquareUpper(statistic, df), expected, smallestExpected };
}
