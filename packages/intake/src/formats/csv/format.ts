import type { Resource } from '@medplum/fhirtypes';
import { contentHash } from '@nodp/database';
import type { Issue } from '@nodp/record';
import { type CsvProfile, csvRow } from '@nodp/record/csv';
import type { Format, ReadSubmission } from '../../units.ts';
import type { FhirReaders } from '../fhir/readers.ts';
import { type Made, withoutEmpty } from '../made/made.ts';
import { readMade } from '../made/read-made.ts';
import { cellsOf, widthIssue } from './cells.ts';
import { type FileKeys, fileKeys } from './file-keys.ts';
import { type Header, headerIn } from './header.ts';
import type { KindProfile, Output } from './kinds.ts';
import type { CsvMapping } from './mapping.ts';
import { delimiterOf, type FileRow, rowsIn } from './records.ts';
import type { Epoch } from './serial-day.ts';
import { say } from './words/say.ts';
import { errorOf, placeOf, type TextIssue } from './words/text-issue.ts';

/** What a file's rows are read with, beside its header. */
interface FileRead {
  readonly keys: FileKeys;
  readonly epoch?: Epoch | undefined;
}

/** What was made of a row without its cells: of what is wrong with it, or is not read. */
const bare = (row: FileRow, kind: string, issues: readonly Issue[]): Made => ({
  where: placeOf(row.line),
  places: () => ({}),
  sent: { line: row.line, row: row.raw },
  resource: { resourceType: kind } as unknown as Resource,
  issues,
});

const RETAINED = 'Rows of this file are retained as sent and not read: its mapping says so.';
const NOTHING = 'The mapping of this file takes nothing of this row.';

/** What a row says as one text: no cell holds a NUL. */
const textOf = (said: ReadonlyMap<string, string>): string => {
  let text = '';
  for (const [name, cell] of said) text += `${name}\0${cell}\0`;
  return text;
};

/** What stands as it was of a person, since the file has no column of it. */
const leavesOf = (profile: CsvProfile, columns: Output['columns']) => {
  const { leaves } = profile;
  if (leaves === undefined) return [];
  return Object.entries(leaves)
    .filter(([name]) => !columns.some((column) => column.name === name))
    .map(([, part]) => part);
};

/** The record that a row says of one kind; null where the file has said it already and may say it again. */
const madeOf = (
  { kind, profile, columns, named, repeats }: Output,
  cells: readonly string[],
  row: FileRow,
  { keys, epoch }: FileRead,
): Made | null => {
  const { said, issues } = cellsOf(columns, cells, row.line, { named, epoch });
  if (issues.length > 0 || profile === null) return bare(row, kind, issues);
  const line = csvRow(kind, said, profile.knownBy);
  const person = `${line.number.system ?? ''}|${line.number.value}`;
  const before = keys.seen(
    `${kind} ${profile.isPerson === true ? person : line.id}`,
    textOf(said),
    row.line,
  );
  if (before !== null) {
    if (repeats && before.same) return null;
    return bare(row, kind, [errorOf(say.saidTwice(before.line, before.same), row.line)]);
  }
  const leaves = leavesOf(profile, columns);
  return {
    where: placeOf(row.line),
    sent: { line: row.line, row: row.raw },
    issues: [],
    // Of most rows nothing is to be told.
    places: () =>
      Object.fromEntries(columns.map(({ name, path }) => [path, placeOf(row.line, named[name])])),
    resource: withoutEmpty(profile.resource(line)),
    ...(leaves.length === 0 ? {} : { person: { leaves } }),
  };
};

/** A row that is retained as sent: known by what it says. */
const verdictOf = (row: FileRow, reason: string): Made => ({
  ...bare(row, 'Row', []),
  resource: { resourceType: 'Row', id: contentHash(row.raw) } as unknown as Resource,
  retained: reason,
});

/** The records that a row says; one of what is wrong with it where it says none. */
const allOf = (header: Header, row: FileRow, read: FileRead): Made[] => {
  const { outputs } = header;
  const kind = outputs[0]?.kind ?? 'Row';
  if ('fault' in row) return [bare(row, kind, [errorOf(say.fault(row.fault), row.line)])];
  const width = widthIssue(row.cells, header.cells.length);
  if (width !== null) return [bare(row, kind, [errorOf(width, row.line)])];
  let isSaid = false;
  const made = outputs.flatMap((output) => {
    const cells = output.said(row.cells);
    if (cells === null) return [];
    isSaid = true;
    const one =
      output.kind === 'retained' ? verdictOf(row, RETAINED) : madeOf(output, cells, row, read);
    return one === null ? [] : [one];
  });
  // Every row has an answer: one that says nothing new as much as one of which nothing is taken.
  return isSaid ? made : [verdictOf(row, NOTHING)];
};

/** The records that some rows of a file say, each with the row that says it. */
export const recordsOf = (
  header: Header,
  rows: readonly FileRow[],
  read: FileRead = { keys: fileKeys() },
): { readonly made: readonly Made[]; readonly of: readonly FileRow[] } => {
  const all = rows.map((row) => allOf(header, row, read));
  return {
    made: all.flat(),
    of: all.flatMap((made, i) => made.map(() => rows[i] as FileRow)),
  };
};

/** Reads records that rows were found to say. */
export const csvRows =
  (readers: FhirReaders, made: readonly Made[]): Format =>
  (_, pause, codes) =>
    readMade(made, readers, pause, codes);

/** A file of which nothing can be read. */
export const refusedFile = (issue: TextIssue): ReadSubmission => ({
  form: 'single',
  units: [],
  issues: [errorOf(issue, 1)],
});

/** How a part of a file was retained: its content is the header and the rows, in UTF-8. */
export interface CsvRequest {
  /** The kind, where no mapping says what the rows are. */
  readonly kind: string;
  /** The line of the file that the first row stood in. */
  readonly line: number;
  /** What the whole file was in. */
  readonly encoding: string;
  readonly mapping?: CsvMapping;
  /** How a workbook counts its days. */
  readonly epoch?: Epoch;
}

/** Reads a part of a file as it was retained. */
export const csvPart =
  (
    readers: FhirReaders,
    profiles: readonly KindProfile[],
    { kind, line, mapping, epoch }: CsvRequest,
  ): Format =>
  async (content, pause, codes) => {
    const text = Buffer.from(content).toString('utf8');
    const [first, ...rows] = rowsIn(text, delimiterOf(text.slice(0, text.indexOf('\n'))));
    const cells = first !== undefined && 'cells' in first ? first.cells : [];
    const header = headerIn(profiles, cells, { kind, mapping });
    if ('issue' in header) return refusedFile(header.issue);
    const moved = rows.map((row) => ({ ...row, line: row.line + line - 2 }));
    const { made } = recordsOf(header, moved, { keys: fileKeys(), epoch });
    return csvRows(readers, made)(content, pause, codes);
  };

/** What is wrong with a row, as who sent it is told. */
export interface RowProblem {
  readonly line: number;
  /** Null of the whole row. */
  readonly column: string | null;
  readonly issue: Issue;
}

/** The line and column that an issue names. */
export const rowProblem = (issue: Issue): RowProblem | null => {
  const [all, line, column] = /^line (\d+)(?:, (.+))?$/.exec(issue.where) ?? [];
  return all === undefined ? null : { line: Number(line), column: column ?? null, issue };
};
