import { CsvError, parse } from 'csv-parse/sync';

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
  let begun = 1;
  try {
    parse(text, {
      bom: true,
      trim: true,
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        // A record whose cell holds line breaks ends lines after it begins.
        const breaks = cells.join('').split('\n').length - 1;
        begun = lines - breaks;
        records.push({ line: begun, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileError(
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? begun : Number(error.lines ?? 1),
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is not closed' : error.message,
    );
  }
  return records;
};
