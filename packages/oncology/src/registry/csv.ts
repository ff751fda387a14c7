/** A record of a CSV file and the line it begins on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Said where a file is not of the form it should be. */
export class FileError extends Error {
  readonly line: number | null;
  constructor(line: number | null, message: string) {
    super(message);
    this.line = line;
  }
}

/** Records of a CSV text: RFC 4180, with `\n` or `\r\n`; empty lines are no records. */
export const csvRecords = (text: string): CsvRecord[] => {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let wasQuoted = false;
  let line = 1;
  let begun = 1;
  const endCell = (): void => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = '';
    wasQuoted = false;
  };
  const endRecord = (): void => {
    endCell();
    if (cells.length > 1 || cells[0] !== '') records.push({ line: begun, cells });
    cells = [];
    begun = line;
  };
  const body = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < body.length; at++) {
    const c = body[at];
    if (c === '\n') line++;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (body[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (c === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
      wasQuoted = true;
    } else if (c === ',') endCell();
    else if (c === '\n') endRecord();
    else if (c !== '\r') cell += c;
  }
  if (quoted) throw new FileError(begun, 'a quotation mark is not closed');
  if (cell !== '' || cells.length > 0) endRecord();
  return records;
};
