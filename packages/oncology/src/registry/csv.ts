import { CsvError, parse } from 'csv-parse/sync';

/** A record of a CSV file and the line it begins on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Said where a file is not of the form it should be. */
export class FileError extends Error {
  readonly line: number | null;
  /** The same in Chinese. */
  readonly chinese: string;
  constructor(line: number | null, message: string, chinese = message) {
    super(message);
    this.line = line;
    this.chinese = chinese;
  }
}

/** Records of a CSV text: RFC 4180, with `\n` or `\r\n`; empty lines are no records. */
export const csvRecords = (text: string): CsvRecord[] => {
  const records: CsvRecord[] = [];
  let ended = 0;
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
        ended = lines;
        records.push({ line: lines - breaks, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? // Its record begins on the line after the last one that ended.
        new FileError(ended + 1, 'a quotation mark is not closed', '引号未闭合')
      : new FileError(Number(error.lines ?? 1), error.message, `CSV格式有误：${error.message}`);
  }
  return records;
};
