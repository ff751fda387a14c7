import { CsvError, parse } from 'csv-parse';
import { type CsvRecord, FileError } from './csv.ts';

/** Characters of a row: more is no row of a rule's fields. */
const LONGEST_ROW = 100_000;

/**
 * Records of a CSV file as they come, one at a time: RFC 4180, with `\n` or `\r\n`; empty lines are no records.
 * @throws FileError where it can be read no further
 */
export async function* csvRecordsOf(
  source: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    trim: true,
    record_delimiter: ['\r\n', '\n'],
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    info: true,
  });
  const fed = (async () => {
    for await (const chunk of source) {
      if (!parser.write(chunk)) await new Promise((done) => parser.once('drain', done));
    }
    parser.end();
  })().catch((error: Error) => void parser.destroy(error));
  let ended = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      // A record whose cell holds line breaks ends lines after it begins.
      const breaks = record.join('').split('\n').length - 1;
      ended = info.lines;
      yield { line: info.lines - breaks, cells: record };
    }
    await fed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? new FileError(ended + 1, 'a quotation mark is not closed')
      : new FileError(Number(error.lines ?? ended + 1), error.message);
  } finally {
    parser.destroy();
  }
}
