/** How a position of a container is called: A1 (LETTERS), 1.1 (PAIRS), or 1 to n row by row (NUMBERS). */
export type PositionLabels = 'LETTERS' | 'PAIRS' | 'NUMBERS';

/** A container's own dimensions; null where things lie in it without a position. */
export interface Dimensions {
  readonly rows: number | null;
  readonly columns: number | null;
  readonly labels: PositionLabels;
}

/** Both from 1. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** 26 letters, then AA, AB, …: as spreadsheets count. */
const letters = (row: number): string => {
  let text = '';
  for (let left = row; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  return text;
};

const rowOf = (text: string): number =>
  [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export const labelOf = ({ columns, labels }: Dimensions, { row, column }: Position): string =>
  labels === 'LETTERS'
    ? `${letters(row)}${column}`
    : labels === 'PAIRS'
      ? `${row}.${column}`
      : String((row - 1) * (columns ?? 1) + column);

const read = ({ columns, labels }: Dimensions, text: string): Position | null => {
  if (labels === 'LETTERS') {
    const found = /^([A-Za-z]{1,3})0*(\d{1,3})$/.exec(text);
    return found && { row: rowOf(found[1] as string), column: Number(found[2]) };
  }
  if (labels === 'PAIRS') {
    const found = /^0*(\d{1,3})[.,-]0*(\d{1,3})$/.exec(text);
    return found && { row: Number(found[1]), column: Number(found[2]) };
  }
  const found = /^0*(\d{1,5})$/.exec(text);
  if (found === null || columns === null) return null;
  const at = Number(found[1]) - 1;
  return { row: Math.floor(at / columns) + 1, column: (at % columns) + 1 };
};

/** The position that a scanner or a person calls so; null where the container has none of that name. `A01` is A1. */
export const positionOf = (container: Dimensions, text: string): Position | null => {
  const position = read(container, text.trim());
  if (position === null || container.rows === null || container.columns === null) return null;
  const { row, column } = position;
  return row >= 1 && row <= container.rows && column >= 1 && column <= container.columns
    ? position
    : null;
};

/** Positions of a container in which nothing lies, row by row, `most` of them at most. */
export const freePositions = (
  { rows, columns }: Dimensions,
  taken: readonly Position[],
  most: number,
): Position[] => {
  const used = new Set(taken.map(({ row, column }) => `${row} ${column}`));
  const free: Position[] = [];
  for (let row = 1; row <= (rows ?? 0); row++)
    for (let column = 1; column <= (columns ?? 0); column++) {
      if (free.length === most) return free;
      if (!used.has(`${row} ${column}`)) free.push({ row, column });
    }
  return free;
};
