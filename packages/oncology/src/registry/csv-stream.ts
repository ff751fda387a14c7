import { CsvError, parse } from 'csv-parse';
import { type CsvRecord, FileError } from './csv.ts';

/** Characters of a row: more is no row of a rule's fields. */
const LONGEST_ROW = 100_000;

/**
 * Records of a CSV file as they come, those of a part at a time: RFC 4180, with `\n` or `\r\n`; empty lines are no records.
 * @throws FileError where it can be read no further, after every record before that
 */
export async function* csvRecordsOf(
  source: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<CsvRecord> {
  let read: CsvRecord[] = [];
  let ended = 0;
  const parser = parse({
    bom: true,
    trim: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[], { lines }) => {
      // A record whose cell holds line breaks ends lines after it begins.
      const breaks = cells.join('').split('\n').length - 1;
      ended = lines;
      read.push({ line: lines - breaks, cells });
      return null;
    },
  });
  let failed: Error | null = null;
  parser.on('error', (error) => {
    failed = error;
  });
  const taken = (): CsvRecord[] => {
    const records = read;
    read = [];
    return records;
  };
  try {
    for await (const part of source) {
      await new Promise((done) => parser.write(part, done));
      yield* taken();
      if (failed !== null) break;
    }
    if (failed === null) {
      parser.resume();
      await new Promise((done) => parser.end(done));
      yield* taken();
    }
  } finally {
    parser.destroy();
  }
  if (failed === null) return;
  const error: Error = failed;
  if (!(error instanceof CsvError)) throw error;
  throw error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? new FileError(ended + 1, 'a quotation mark is not closed', '引号未闭合')
    : new FileError(
        Number(error.lines ?? ended + 1),
        error.message,
        `CSV格式有误：${error.message}`,
      );
}
