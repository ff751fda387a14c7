import type { Issue } from '@nodp/record';
import { type CsvColumn, dayIn, timeIn } from '@nodp/record/csv';
import { flaggedIn, isAmount } from '@nodp/record/fhir';
import { type Epoch, serialDay } from './serial-day.ts';
import { say } from './words/say.ts';
import type { TextIssue } from './words/text-issue.ts';
import { errorOf } from './words/text-issue.ts';

/** Characters of a cell; of a text that is a whole report. */
const LONGEST = { text: 500_000, other: 255 } as const;

/** `1.10105E+17`: what a spreadsheet makes of 110105194912310021 where the column is no text. */
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}$/i;
/** It keeps fifteen digits: the last three of eighteen are naughts. */
const ROUNDED = /^\d{15}000$/;

const issueOf = (column: CsvColumn, cell: string): TextIssue | null => {
  if (cell.length > (column.type === 'text' ? LONGEST.text : LONGEST.other))
    return say.tooLong(column.type === 'text' ? LONGEST.text : LONGEST.other);
  switch (column.type) {
    case 'text':
      return null;
    case 'identifier':
      return SCIENTIFIC.test(cell) || ROUNDED.test(cell) ? say.shortened(cell) : null;
    case 'date':
    case 'time': {
      const read = column.type === 'date' ? dayIn(cell) : timeIn(cell);
      if (read !== null) return null;
      return /^\d{5}(\.\d+)?$/.test(cell) ? say.serialDate(cell) : say.notADate(cell);
    }
    case 'number':
      return isAmount(cell) || (column.flagged === true && isAmount(flaggedIn(cell)?.text ?? ''))
        ? null
        : say.notANumber(cell);
    case 'integer':
      return /^\d{1,9}$/.test(cell) ? null : say.notWhole(cell);
    case 'choice':
      return choiceIn(column, cell) === null ? say.notOneOf(column, cell) : null;
  }
};

/** The value of a choice, written as its code or in the words of either language. */
const choiceIn = ({ values = {} }: CsvColumn, cell: string): string | null => {
  const said = cell.toLowerCase();
  const found = Object.entries(values).find(([value, { en, zh }]) =>
    [value, en, zh].some((word) => word.toLowerCase() === said),
  );
  return found?.[0] ?? null;
};

/** Whether a row has as many cells as the header; empty ones after the last are what spreadsheets leave. */
export const widthIssue = (cells: readonly string[], width: number): TextIssue | null =>
  cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')
    ? say.cells(cells.length, width)
    : null;

/** Of which a file is read: what its columns are called there, and how its days are counted where it is a workbook. */
export interface CellsRead {
  readonly named: Readonly<Record<string, string>>;
  readonly epoch?: Epoch | undefined;
}

/** Reads the cells of a row by its columns: what they say, and what is wrong with them. */
export const cellsOf = (
  columns: readonly CsvColumn[],
  cells: readonly string[],
  line: number,
  { named, epoch }: CellsRead,
): { readonly said: ReadonlyMap<string, string>; readonly issues: readonly Issue[] } => {
  const issues: Issue[] = [];
  const said = new Map<string, string>();
  for (const [i, column] of columns.entries()) {
    // A NUL can stand in no text of the database.
    let cell = (cells[i] ?? '').replaceAll('\0', '').trim();
    if (epoch !== undefined && (column.type === 'date' || column.type === 'time'))
      cell = serialDay(cell, epoch) ?? cell;
    const place = () => named[column.name] ?? column.name;
    if (cell === '') {
      if (column.required === true)
        issues.push(errorOf(say.empties(column, named[column.name]), line, place()));
      continue;
    }
    const wrong = issueOf(column, cell);
    if (wrong !== null) issues.push(errorOf(wrong, line, place()));
    else said.set(column.name, column.type === 'choice' ? (choiceIn(column, cell) ?? cell) : cell);
  }
  return { said, issues };
};
