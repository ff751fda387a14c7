import type { Issue } from '@nodp/record';
import type { FhirReaders } from '../fhir/readers.ts';
import { readMade } from '../made/read-made.ts';
import { fileKeys } from './file-keys.ts';
import { recordsOf } from './format.ts';
import { type Header, headerIn } from './header.ts';
import type { KindProfile } from './kinds.ts';
import type { CsvMapping } from './mapping.ts';
import { beginningOf, type FileAsked } from './parts.ts';
import type { FileRow } from './records.ts';
import type { FileFault, FileForm } from './sources/source.ts';

/** Rows in which the values of a column are searched for; rows that are read. */
const EXAMINED_ROWS = 500;
const SHOWN = 20;

/** A row as it would be read. */
interface PreviewedRow {
  readonly row: FileRow;
  /** What its records say, by the columns of their kind. */
  readonly records: readonly {
    readonly kind: string;
    readonly said: Readonly<Record<string, string>>;
  }[];
  readonly issues: readonly Issue[];
}

/** The beginning of a file: what it holds, and what would be read of it. */
export interface FilePreview {
  readonly of: FileForm;
  readonly header: readonly string[];
  /** Rows that were examined. */
  readonly examined: readonly FileRow[];
  readonly rows: readonly PreviewedRow[];
  /** Why nothing can be read. */
  readonly fault: FileFault | null;
}

const saidOf = ({ outputs }: Header, row: FileRow): PreviewedRow['records'] =>
  'fault' in row
    ? []
    : outputs.flatMap(({ kind, columns, said }) => {
        const cells = said(row.cells);
        if (cells === null) return [];
        const all = columns.map(({ name }, i) => [name, cells[i] ?? ''] as const);
        return [{ kind, said: Object.fromEntries(all.filter(([, cell]) => cell !== '')) }];
      });

/**
 * Looks at the first rows of a file, and reads them as they would be read; nothing is written, so that it is not known whether their
 * patients are.
 * @param mapping what they are read by; null where only what they hold is asked
 */
export const previewFile = async (
  readers: FhirReaders,
  profiles: readonly KindProfile[],
  bytes: AsyncIterable<Uint8Array>,
  asked: FileAsked,
  mapping: CsvMapping | null,
): Promise<FilePreview> => {
  const { header, rows: examined, of, fault } = await beginningOf(bytes, asked, EXAMINED_ROWS);
  const shown = examined.slice(0, SHOWN);
  const unread = shown.map((row) => ({ row, records: [], issues: [] }));
  const found = { of, header, examined };
  if (fault !== null || mapping === null) return { ...found, rows: unread, fault };
  const read = headerIn(profiles, header, { mapping });
  if ('issue' in read) return { ...found, rows: unread, fault: { issue: read.issue, line: 1 } };
  const { made, of: rowsOf } = recordsOf(read, shown, { keys: fileKeys(), epoch: of.epoch });
  const { units } = await readMade(made, readers, async () => {});
  const issues = new Map<FileRow, Issue[]>();
  for (const [i, { reading }] of units.entries()) {
    const row = rowsOf[i];
    const said =
      reading.outcome === 'refused'
        ? reading.issues
        : reading.outcome === 'read'
          ? reading.warnings
          : [];
    if (row !== undefined) issues.set(row, [...(issues.get(row) ?? []), ...said]);
  }
  const rows = shown.map((row) => ({
    row,
    records: saidOf(read, row),
    issues: issues.get(row) ?? [],
  }));
  return { ...found, rows, fault: null };
};
