import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Label } from '@nodp/graph';
import { CsvError, parse } from 'csv-parse';
import type { Problems } from './problem.ts';

/** A file of rows, read as often as it is opened. */
export interface InputFile {
  readonly name: string;
  readonly open: () => Readable;
}

/** Longest file when it is unpacked, bytes, and most rows of one. */
const MOST_BYTES = 300_000_000;
const MOST_ROWS = 3_000_000;
/** Longest row, bytes. */
const MOST_IN_ROW = 20_000;

class TooLarge extends Error {}

/** Ends a stream that goes on after so many bytes: a packed file may unpack to any length. */
const atMost = (bytes: number): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length;
      if (seen > bytes) done(new TooLarge(`more than ${bytes / 1_000_000} MB`));
      else done(null, chunk);
    },
  });
};

/** Errors of each part reach the last one, which is read. */
const chain = (...[first, ...rest]: [Readable, ...Transform[]]): Readable =>
  rest.reduce<Readable>((from, to) => {
    from.on('error', (error) => to.destroy(error));
    return from.pipe(to);
  }, first);

/** A file of the disk; `.gz` is unpacked. */
export const fileAt = (path: string): InputFile => ({
  name: basename(path),
  open: () =>
    path.endsWith('.gz')
      ? chain(createReadStream(path), createGunzip(), atMost(MOST_BYTES))
      : chain(createReadStream(path), atMost(MOST_BYTES)),
});

/** A file whose text is at hand. */
export const fileOf = (name: string, text: string): InputFile => ({
  name,
  open: () => Readable.from([Buffer.from(text)]),
});

export interface Heading {
  readonly columns: readonly string[];
  readonly delimiter: ',' | '\t';
}

/** The first line of a file, as far as it is one; null where there is none. */
export const headingOf = async (file: InputFile): Promise<Heading | null> => {
  const stream = file.open();
  let text = '';
  try {
    for await (const chunk of stream) {
      text += (chunk as Buffer).toString('utf8');
      if (/[\r\n]/.test(text.replace(/^\uFEFF?[\r\n]+/, '')) || text.length > MOST_IN_ROW) break;
    }
  } finally {
    stream.destroy();
  }
  const line = text.replace(/^\uFEFF?\s*/, '').split(/\r\n|\n|\r/)[0] ?? '';
  if (line.trim() === '' || line.length > MOST_IN_ROW) return null;
  const delimiter = line.includes('\t') ? '\t' : ',';
  const columns = line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  );
  return { columns, delimiter };
};

/** Cells of a row by the names of their columns. */
export type Cells = (column: string) => string;

const ROW_FAULTS: Readonly<Record<string, Label>> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: {
    en: 'The line has another number of cells than the heading.',
    zh: '该行单元格数与表头不一致。',
  },
  CSV_QUOTE_NOT_CLOSED: { en: 'A quotation mark is not closed.', zh: '引号未闭合。' },
  CSV_MAX_RECORD_SIZE: {
    en: 'The line is too long for a row of numbers.',
    zh: '该行过长，不像数据行。',
  },
};

const wrongFile = (problems: Problems, file: InputFile, error: unknown): void => {
  if (error instanceof CsvError) {
    problems.error(
      { file: file.name, line: Number(error.lines ?? 1) },
      null,
      ROW_FAULTS[error.code] ?? {
        en: 'The line is no row of the table.',
        zh: '该行不是合法的表格行。',
      },
      {
        en: 'Give each line as many cells as the heading has, and close every quotation mark.',
        zh: '请使每行的单元格数与表头一致，并闭合所有引号。',
      },
    );
    return;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  if (
    error instanceof TooLarge ||
    code?.startsWith('Z_') ||
    code === 'ERR_STREAM_PREMATURE_CLOSE'
  ) {
    problems.error(
      { file: file.name, line: null },
      null,
      { en: `The file cannot be read: ${message}`, zh: `无法读取该文件：${message}` },
      { en: 'Give the file whole, or part it.', zh: '请提供完整的文件，或将其拆分。' },
    );
    return;
  }
  throw error;
};

/**
 * Reads the rows of a file one after another, holding none of them.
 * @param take called with the row's cells and its line, counted from 1 with the heading's
 */
export const readRows = async (
  file: InputFile,
  { columns, delimiter }: Heading,
  problems: Problems,
  take: (cells: Cells, line: number) => void,
): Promise<number> => {
  const parser = chain(
    file.open(),
    parse({
      bom: true,
      trim: true,
      delimiter,
      skip_empty_lines: true,
      info: true,
      max_record_size: MOST_IN_ROW,
    }) as never,
  );
  const positions = new Map(columns.map((name, position) => [name, position]));
  let row: readonly string[] = [];
  const cells: Cells = (column) => row[positions.get(column) ?? -1] ?? '';
  let rows = -1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      rows++;
      if (rows === 0) continue;
      if (rows > MOST_ROWS) throw new TooLarge(`more than ${MOST_ROWS.toLocaleString('en')} rows`);
      row = record;
      take(cells, info.lines);
    }
  } catch (error) {
    wrongFile(problems, file, error);
  }
  return Math.max(0, rows);
};
