/** Paths that draw many columns of an oncoprint at once. */

/** From this width on columns stand apart; narrower ones that touch are one rectangle. */
const APART = 3;
/** A column alone stays visible in a drawing of ten thousand. */
const LEAST = 0.7;

/** Runs of neighbouring columns. */
export const runsOf = (columns: readonly number[]): { first: number; length: number }[] => {
  const runs: { first: number; length: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.length === column) last.length++;
    else runs.push({ first: column, length: 1 });
  }
  return runs;
};

const at = (value: number): number => Number(value.toFixed(2));

/** One path of rectangles over columns. @param column width of a column in pixels */
export const columnsPath = (
  columns: readonly number[],
  column: number,
  top: number,
  height: number,
): string =>
  (column >= APART ? columns.map((first) => ({ first, length: 1 })) : runsOf(columns))
    .map(({ first, length }) => {
      const width = column >= APART ? column - 1 : Math.max(LEAST, length * column);
      return `M${at(first * column)},${at(top)}h${at(width)}v${at(height)}h${at(-width)}z`;
    })
    .join('');
