import type { Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import { csvRow } from '@nodp/record/csv';
import type { Format, ReadSubmission } from '../../units.ts';
import type { FhirReaders } from '../fhir/readers.ts';
import { type Made, withoutEmpty } from '../made/made.ts';
import { readMade } from '../made/read-made.ts';
import { cellsOf } from './cells.ts';
import { type Header, headerIn, type KindProfile } from './header.ts';
import { delimiterOf, type FileRow, rowsIn } from './records.ts';
import { errorOf, placeOf, say, type TextIssue } from './words.ts';

const madeOf = (header: Header, row: FileRow): Made => {
  const where = placeOf(row.line);
  const base = { where, places: {}, sent: { line: row.line, row: row.raw } };
  const nothing = { resourceType: header.kind } as unknown as Resource;
  if ('fault' in row)
    return { ...base, resource: nothing, issues: [errorOf(say.fault(row.fault), row.line)] };
  const { said, issues } = cellsOf(header.columns, row.cells, row.line);
  if (issues.length > 0) return { ...base, resource: nothing, issues };
  const { profile } = header;
  const places = Object.fromEntries(
    header.columns.flatMap((column) =>
      column === null ? [] : [[column.path, placeOf(row.line, column.name)]],
    ),
  );
  const resource = withoutEmpty(profile.resource(csvRow(header.kind, said, profile.knownBy)));
  const { leaves } = profile;
  const missing = Object.entries(leaves ?? {}).filter(
    ([name]) => !header.columns.some((column) => column?.name === name),
  );
  return {
    ...base,
    places,
    resource,
    issues: [],
    ...(missing.length === 0 ? {} : { person: { leaves: missing.map(([, part]) => part) } }),
  };
};

/** Reads rows of one kind that were taken apart. */
export const csvRows =
  (readers: FhirReaders, header: Header, rows: readonly FileRow[]): Format =>
  (_, pause) =>
    readMade(
      rows.map((row) => madeOf(header, row)),
      readers,
      pause,
    );

/** A file of which nothing can be read. */
export const refusedFile = (issue: TextIssue): ReadSubmission => ({
  form: 'single',
  units: [],
  issues: [errorOf(issue, 1)],
});

/** How a part of a file was kept: its content is the header and the rows, in UTF-8. */
export interface CsvRequest {
  readonly kind: string;
  /** The line of the file that the first row stood in. */
  readonly line: number;
  /** What the whole file was in. */
  readonly encoding: string;
}

/** Reads a part of a file as it was kept. */
export const csvPart =
  (readers: FhirReaders, profiles: readonly KindProfile[], { kind, line }: CsvRequest): Format =>
  async (content, pause) => {
    const text = Buffer.from(content).toString('utf8');
    const [first, ...rows] = rowsIn(text, delimiterOf(text.slice(0, text.indexOf('\n'))));
    const cells = first !== undefined && 'cells' in first ? first.cells : [];
    const header = headerIn(profiles, cells, kind);
    if ('issue' in header) return refusedFile(header.issue);
    const moved = rows.map((row) => ({ ...row, line: row.line + line - 2 }));
    return csvRows(readers, header, moved)(content, pause);
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
