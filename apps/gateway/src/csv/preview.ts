import {
  type CsvMapping,
  csvMapping,
  type FilePreview,
  isHeaderOf,
  rowProblem,
} from '@nodp/intake';
import * as v from 'valibot';
import { boundaryOf, MultipartRefused, multipartParts, type Part } from '../endpoints/multipart.ts';
import { BodyRefused, bodyParts, noRoom } from '../fhir/body.ts';
import { inWords } from './answer.ts';

/** Values of a column that are told. */
const VALUES = 100;
/** Characters of a cell that are told. */
const MOST_CELL = 200;

const short = (cell: string): string =>
  cell.length > MOST_CELL ? `${cell.slice(0, MOST_CELL)}…` : cell;

/** What a column says, the most frequent first. */
const frequentFirst = (cells: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, VALUES)
    .map(([cell]) => short(cell));
};

/** The beginning of a file as the page shows it. @param saved the institution's mappings */
export const previewAnswer = (
  { of, header, examined, rows, fault }: FilePreview,
  saved: readonly CsvMapping[],
): object => {
  const cells = examined.map((row) => ('cells' in row ? row.cells : []));
  return {
    form: of.form,
    encoding: of.encoding,
    sheet: of.sheet ?? null,
    sheets: of.sheets ?? [],
    header,
    values: header.map((_, i) => frequentFirst(cells.map((row) => (row[i] ?? '').trim()))),
    known: saved.find((one) => isHeaderOf(one, header))?.name ?? null,
    rows: rows.map(({ row, records, issues }) => ({
      line: row.line,
      cells: ('cells' in row ? row.cells : [row.raw.trimEnd()]).map(short),
      records: records.map(({ kind, said }) => ({
        kind,
        said: Object.fromEntries(Object.entries(said).map(([name, cell]) => [name, short(cell)])),
      })),
      problems: issues.map((issue) => ({
        column: rowProblem(issue)?.column ?? null,
        severity: issue.severity,
        code: issue.code,
        ...inWords(issue),
      })),
    })),
    fault:
      fault === null
        ? null
        : { line: fault.line, reason: fault.issue.reason, remedy: fault.issue.remedy },
  };
};

/** A body as JSON; nothing where it is none, which the check of its form tells. */
export const jsonIn = (body: Uint8Array | string): unknown => {
  try {
    return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
};

/** Parts of the form that are read, and bytes of those that are no file. */
const MOST_PARTS = 8;
const LONGEST_WORDS = 2 ** 20;
/** Bytes of a file that are read at once. */
const PIECE = 64 * 1024;

const nameOf = ({ headers }: Part): string | undefined =>
  /;\s*name="([^"]*)"/i.exec(headers.get('content-disposition') ?? '')?.[1];

const noForm = () => new BodyRefused(400, 'Send a form (multipart/form-data) with the file in it.');

/** The file and the words of a form, read as they come: a form of 300,000 files held the process for 12 s. */
const formOf = async (
  request: Request,
  limit: number,
  hold: (bytes: number) => boolean,
): Promise<{
  readonly file: readonly Uint8Array[];
  readonly words: ReadonlyMap<string, string>;
}> => {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '', 'form-data');
  if (boundary === null) throw noForm();
  let file: Uint8Array[] | null = null;
  const words = new Map<string, string>();
  let many = 0;
  for await (const part of multipartParts(bodyParts(request, limit), boundary)) {
    if (++many > MOST_PARTS) throw noForm();
    const name = nameOf(part);
    const most = name === 'file' ? limit : LONGEST_WORDS;
    const bytes: Uint8Array[] = [];
    let size = 0;
    for await (const some of part.body) {
      size += some.byteLength;
      if (size > most) throw noForm();
      if (!hold(some.byteLength)) throw noRoom();
      bytes.push(some);
    }
    if (name === 'file') file = bytes;
    else if (name !== undefined) words.set(name, Buffer.concat(bytes).toString('utf8'));
  }
  if (file === null) throw noForm();
  return { file, words };
};

/**
 * A form with the beginning of a file and the mapping that is being made. Throws `BodyRefused`.
 * @param hold whether there is room for so many bytes more
 */
export const previewAsked = async (
  request: Request,
  limit: number,
  hold: (bytes: number) => boolean,
) => {
  const { file, words } = await formOf(request, limit, hold).catch((error: unknown) => {
    throw error instanceof MultipartRefused ? new BodyRefused(400, error.message) : error;
  });
  const text = words.get('mapping');
  const read = text === undefined ? null : v.safeParse(csvMapping, jsonIn(text));
  if (read !== null && !read.success)
    throw new BodyRefused(400, `The mapping is not as it has to be: ${read.issues[0].message}.`);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    // No more is read of it than what is shown needs.
    for (const part of file)
      for (let at = 0; at < part.byteLength; at += PIECE) yield part.subarray(at, at + PIECE);
  }
  return { file: bytes(), mapping: read?.output ?? null, sheet: words.get('sheet') || undefined };
};
