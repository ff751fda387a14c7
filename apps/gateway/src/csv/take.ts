import { type Database, originOf, type Principal, type RequestOrigin } from '@nodp/database';
import {
  type CsvRequest,
  csvRows,
  type FileAsked,
  type FilePart,
  type FileRow,
  fileKeys,
  type Header,
  type IngestResult,
  type Intake,
  ingest,
  partsOf,
  type RowProblem,
  recordsOf,
  refusedFile,
  rowProblem,
} from '@nodp/intake';
import type { UploadCounts, UploadState } from './uploads.ts';

export interface CsvServices {
  readonly database: Database;
  readonly intake: Intake;
  readonly onIngested?: (result: IngestResult) => void;
  readonly onError?: (error: unknown, requestId: string) => void;
}

/** A row that was refused, or taken with a doubt, as it stood in the file. */
export interface ToldRow {
  readonly line: number;
  readonly outcome: 'refused' | 'taken' | 'retained' | 'held';
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** What became of a file. */
export interface FileResult {
  /** The kind of its rows, or the name of the mapping that it was read by. */
  readonly kind: string | null;
  /** Whether a mapping was used. */
  readonly mapped: boolean;
  readonly form: FilePart['of']['form'];
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Of a workbook the sheet that was read, and all that there are. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly header: readonly string[];
  /** Columns that the kind does not have: they were not read. */
  readonly ignored: readonly string[];
  rows: number;
  /** Rows of which something was refused. */
  refusedRows: number;
  /** Of the records that its rows say: one a row, of a mapping of several kinds more. */
  created: number;
  updated: number;
  unchanged: number;
  retained: number;
  held: number;
  refused: number;
  /** Why reading ended before the file did, or never began. */
  fault: RowProblem | null;
  /** The last line that was taken in before the file was cut off; null of one that was begun now. */
  readonly resumedAfter: number | null;
  /** The submissions that its rows were taken in as, some hundred rows each. */
  readonly submissions: string[];
}

const blank = (): FileResult => ({
  ...{ kind: null, mapped: false, form: 'csv', encoding: null, delimiter: null },
  ...{ sheet: null, sheets: [], header: [], ignored: [], rows: 0, refusedRows: 0 },
  ...{ created: 0, updated: 0, unchanged: 0, retained: 0, held: 0, refused: 0 },
  ...{ fault: null, resumedAfter: null },
  submissions: [],
});

const formOf = ({ header, of }: FilePart) => ({
  kind: header.kind,
  mapped: header.mapping !== null,
  form: of.form,
  encoding: of.encoding ?? 'utf-8',
  delimiter: of.delimiter,
  sheet: of.sheet ?? null,
  sheets: of.sheets ?? [],
  header: header.cells,
  ignored: header.ignored,
});

const cellsOf = (row: FileRow): readonly string[] =>
  'cells' in row ? row.cells : [row.raw.trimEnd()];

const requestOf = ({ header, rows, of }: FilePart): CsvRequest => ({
  kind: header.kind,
  line: rows[0]?.line ?? 2,
  encoding: of.encoding ?? 'utf-8',
  ...(header.mapping === null ? {} : { mapping: header.mapping }),
  ...(of.epoch === undefined ? {} : { epoch: of.epoch }),
});

/** One cell may be wrong in several records of its row. */
const isLike = (one: RowProblem) => (other: RowProblem) =>
  one.column === other.column && one.issue.message === other.issue.message;

type Records = ReturnType<typeof recordsOf>;

/** What is to be said of each row, in their order: a row may say several records. */
const toldOf = ({ made, of }: Records, entries: IngestResult['entries']): ToldRow[] => {
  const told = new Map<FileRow, { outcome: ToldRow['outcome']; problems: RowProblem[] }>();
  for (const [i, entry] of entries.entries()) {
    const row = of[i];
    const problems = entry.issues
      .filter(({ severity }) => severity !== 'information' || entry.outcome === 'retained')
      .map((issue) => rowProblem(issue))
      .filter((problem) => problem !== null);
    // What a mapping keeps is counted alone: it may be every row.
    const isRetained = made[i]?.retained !== undefined;
    if (row === undefined || isRetained || problems.length === 0) continue;
    const outcome =
      entry.outcome === 'refused' || entry.outcome === 'retained' || entry.outcome === 'held'
        ? entry.outcome
        : 'taken';
    const before = told.get(row);
    if (before === undefined) told.set(row, { outcome, problems });
    else {
      before.problems.push(...problems.filter((one) => !before.problems.some(isLike(one))));
      if (outcome === 'refused') before.outcome = 'refused';
    }
  }
  return [...told].map(([row, said]) => ({ line: row.line, cells: cellsOf(row), ...said }));
};

export interface Sender {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  readonly asked: FileAsked;
  /** Aborted where the sender went away: nothing more is taken in, though the file may have come whole. */
  readonly signal?: AbortSignal;
}

/** Where a file that was cut off goes on, and who keeps how far it is. */
export interface Progress {
  /** What was taken in before; null of a file that begins. */
  readonly before: UploadState | null;
  readonly store: (state: UploadState) => Promise<void>;
}

/** Parts that are written at once where no row refers to one before it: while one waits for the disk, the next is read. */
const AT_ONCE = 2;

/** Whether the parts of a file may be written in any order: of several kinds, the patient comes before what is about it. */
const isUnordered = ({ outputs }: Header): boolean =>
  outputs.length === 1 && outputs[0]?.profile?.refersToItself !== true;

const countsOf = (result: FileResult): UploadCounts => {
  const { rows, refusedRows, created, updated, unchanged, retained, held, refused } = result;
  return { rows, refusedRows, created, updated, unchanged, retained, held, refused };
};

/**
 * Takes a file of rows in, some hundred at a time: a row that is wrong is told and holds up no other.
 * @param tell hears of each row that something is to be said of, in their order
 * @param progress where it goes on; absent of a file that is not followed
 */
export const takeFile = async (
  { database, intake, onIngested }: CsvServices,
  bytes: AsyncIterable<Uint8Array>,
  { principal, origin, asked, signal }: Sender,
  tell: (row: ToldRow) => void | Promise<void>,
  progress?: Progress,
): Promise<FileResult> => {
  const result = blank();
  const keys = fileKeys();
  const submit = (part: FilePart, made: Records['made']) =>
    database.session(
      principal,
      (session) =>
        ingest(session, intake, {
          channel: 'csv',
          content: part.content,
          format: csvRows(intake.fhir, made),
          request: requestOf(part),
        }),
      { ...originOf(origin), operation: 'POST /csv' },
    );
  const retained = (part: FilePart, ended: boolean) =>
    progress?.store({
      header: JSON.stringify(part.header.cells),
      line: part.rows.at(-1)?.line ?? 0,
      counts: countsOf(result),
      ended,
    });
  const waiting: { part: FilePart; records: Records; taken: Promise<IngestResult> }[] = [];
  let last: FilePart | null = null;
  const settle = async (most: number): Promise<void> => {
    while (waiting.length > most) {
      const [first] = waiting;
      if (first === undefined) return;
      const { part, records } = first;
      const taken = await first.taken;
      waiting.shift();
      onIngested?.(taken);
      result.submissions.push(taken.submissionId);
      result.rows += part.rows.length;
      for (const { outcome } of taken.entries) result[outcome]++;
      for (const row of toldOf(records, taken.entries)) {
        if (row.outcome === 'refused') result.refusedRows++;
        await tell(row);
      }
      last = part;
      await retained(part, false);
    }
  };
  let before = progress?.before ?? null;
  try {
    for await (const part of partsOf(bytes, intake.csv, asked)) {
      if ('issue' in part) {
        const [issue] = refusedFile(part.issue).issues;
        if (issue !== undefined) result.fault = { line: part.line, column: null, issue };
        break;
      }
      if (result.kind === null) {
        // Another file under the same number begins anew.
        if (before?.header !== JSON.stringify(part.header.cells)) before = null;
        Object.assign(result, before?.counts ?? {}, { resumedAfter: before?.line ?? null });
      }
      Object.assign(result, formOf(part));
      const records = recordsOf(part.header, part.rows, { keys, epoch: part.of.epoch });
      // Taken in before it was cut off: only what it said is known.
      if (before !== null && (part.rows.at(-1)?.line ?? 0) <= before.line) continue;
      signal?.throwIfAborted();
      const taken = submit(part, records.made);
      // It is waited for in its turn.
      taken.catch(() => {});
      waiting.push({ part, records, taken });
      await settle(isUnordered(part.header) ? AT_ONCE - 1 : 0);
    }
    await settle(0);
  } catch (error) {
    // The file was cut off: what was begun is let end and counts, so that it goes on there. Of two errors the first is told.
    await settle(0).catch(() => Promise.allSettled(waiting.map(({ taken }) => taken)));
    throw error;
  }
  if (last !== null) await retained(last, true);
  return result;
};
