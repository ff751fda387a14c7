import { type Database, originOf, type Principal, type RequestOrigin } from '@nodp/database';
import {
  type CsvRequest,
  csvRows,
  type FileAsked,
  type FilePart,
  type FileRow,
  fileKeys,
  type IngestResult,
  type Intake,
  ingest,
  partsOf,
  type RowProblem,
  recordsOf,
  refusedFile,
  rowProblem,
} from '@nodp/intake';

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
  /** The submissions that its rows were taken in as, some hundred rows each. */
  readonly submissions: string[];
}

const blank = (): FileResult => ({
  ...{ kind: null, mapped: false, form: 'csv', encoding: null, delimiter: null },
  ...{ sheet: null, sheets: [], header: [], ignored: [], rows: 0, refusedRows: 0 },
  ...{ created: 0, updated: 0, unchanged: 0, retained: 0, held: 0, refused: 0 },
  fault: null,
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

/** What is to be said of each row, in their order: a row may say several records. */
const toldOf = (
  { made, of }: ReturnType<typeof recordsOf>,
  entries: IngestResult['entries'],
): ToldRow[] => {
  const told = new Map<FileRow, { outcome: ToldRow['outcome']; problems: RowProblem[] }>();
  for (const [i, entry] of entries.entries()) {
    const row = of[i];
    const problems = entry.issues
      .filter(({ severity }) => severity !== 'information' || entry.outcome === 'retained')
      .map((issue) => rowProblem(issue))
      .filter((problem) => problem !== null);
    // What a mapping keeps is counted alone: it may be every row.
    const isKept = made[i]?.kept !== undefined;
    if (row === undefined || isKept || problems.length === 0) continue;
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
}

/**
 * Takes a file of rows in, some hundred at a time: a row that is wrong is told and holds up no other.
 * @param tell hears of each row that something is to be said of, in their order
 */
export const takeFile = async (
  { database, intake, onIngested }: CsvServices,
  bytes: AsyncIterable<Uint8Array>,
  { principal, origin, asked }: Sender,
  tell: (row: ToldRow) => void | Promise<void>,
): Promise<FileResult> => {
  const result = blank();
  const keys = fileKeys();
  const submit = (part: FilePart, made: ReturnType<typeof recordsOf>['made']) =>
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
  for await (const part of partsOf(bytes, intake.csv, asked)) {
    if ('issue' in part) {
      const [issue] = refusedFile(part.issue).issues;
      if (issue !== undefined) result.fault = { line: part.line, column: null, issue };
      break;
    }
    Object.assign(result, formOf(part));
    const records = recordsOf(part.header, part.rows, { keys, epoch: part.of.epoch });
    const taken = await submit(part, records.made);
    onIngested?.(taken);
    result.submissions.push(taken.submissionId);
    result.rows += part.rows.length;
    for (const { outcome } of taken.entries) result[outcome]++;
    for (const row of toldOf(records, taken.entries)) {
      if (row.outcome === 'refused') result.refusedRows++;
      await tell(row);
    }
  }
  return result;
};
