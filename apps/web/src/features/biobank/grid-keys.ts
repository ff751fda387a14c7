/** Where a key moves from a cell of a grid, both counted from 1; null where it moves nowhere. */
export const movedBy = (
  key: string,
  { row, column }: { row: number; column: number },
  { rows, columns }: { rows: number; columns: number },
): { row: number; column: number } | null => {
  const to = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 1 },
    End: { row, column: columns },
    PageUp: { row: 1, column },
    PageDown: { row: rows, column },
  }[key];
  return to && to.row >= 1 && to.row <= rows && to.column >= 1 && to.column <= columns ? to : null;
};

/** The heading of a row as positions call it. */
export const rowName = (labels: 'LETTERS' | 'PAIRS' | 'NUMBERS', row: number): string => {
  if (labels !== 'LETTERS') return String(row);
  let text = '';
  for (let left = row; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  return text;
};

/** What a position is called, as `rules/positions.ts` of the biobank calls it. */
export const cellName = (
  labels: 'LETTERS' | 'PAIRS' | 'NUMBERS',
  columns: number,
  { row, column }: { row: number; column: number },
): string =>
  labels === 'LETTERS'
    ? `${rowName(labels, row)}${column}`
    : labels === 'PAIRS'
      ? `${row}.${column}`
      : String((row - 1) * columns + column);
