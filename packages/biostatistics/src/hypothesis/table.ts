import { BiostatisticsError } from '../errors.ts';

/** A contingency table: rows of counts. */
export type CountTable = readonly ArrayLike<number>[];

/** A table without its empty rows and columns, and its margins. */
export type CheckedTable = {
  readonly cells: readonly (readonly number[])[];
  readonly rowSums: readonly number[];
  readonly columnSums: readonly number[];
  readonly total: number;
};

/**
 * Rows and columns without any count say nothing and are left out.
 * @throws {BiostatisticsError} `out-of-range` (not whole, negative), `lengths-differ`, `one-group`
 *   (fewer than two rows or columns left)
 */
export function checkedTable(table: CountTable): CheckedTable {
  const width = table[0]?.length ?? 0;
  for (const [index, row] of table.entries()) {
    if (row.length !== width) {
      throw new BiostatisticsError(
        'lengths-differ',
        { argument: 'table', index },
        `has ${row.length} cells where the first row has ${width}`,
      );
    }
    for (let column = 0; column < width; column++) {
      const count = row[column] as number;
      if (!Number.isInteger(count) || count < 0) {
        throw new BiostatisticsError(
          'out-of-range',
          { argument: 'table', index },
          `holds ${count}; give whole numbers of people`,
        );
      }
    }
  }
  const all = table.map((row) => Array.from(row));
  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    all.some((row) => (row[column] as number) > 0),
  );
  const cells = all
    .filter((row) => sumOf(row) > 0)
    .map((row) => columns.map((column) => row[column] as number));
  if (cells.length < 2 || columns.length < 2) {
    throw new BiostatisticsError(
      'one-group',
      'table',
      'has fewer than two rows or columns with anyone in them',
    );
  }
  const rowSums = cells.map(sumOf);
  const columnSums = columns.map((_, column) => sumOf(cells.map((row) => row[column] as number)));
  return { cells, rowSums, columnSums, total: sumOf(rowSums) };
}
