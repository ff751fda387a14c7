import {
  type CsvMapping,
  csvMapping,
  type FilePreview,
  isHeaderOf,
  rowProblem,
} from '@nodp/intake';
import * as v from 'valibot';
import { BodyRefused, readBody } from '../fhir/body.ts';
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

/** A form with the beginning of a file and the mapping that is being made. Throws `BodyRefused`. */
export const previewAsked = async (request: Request, limit: number) => {
  const body = Buffer.from(await readBody(request, limit));
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  if (form === null || !(file instanceof Blob))
    throw new BodyRefused(400, 'Send a form (multipart/form-data) with the file in it.');
  const text = form.get('mapping');
  const read = typeof text === 'string' ? v.safeParse(csvMapping, jsonIn(text)) : null;
  if (read !== null && !read.success)
    throw new BodyRefused(400, `The mapping is not as it has to be: ${read.issues[0].message}.`);
  const sheet = form.get('sheet');
  return {
    file: file.stream() as unknown as AsyncIterable<Uint8Array>,
    mapping: read?.output ?? null,
    sheet: typeof sheet === 'string' && sheet !== '' ? sheet : undefined,
  };
};
