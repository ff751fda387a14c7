import { type Database, originOf, type Principal, type RequestOrigin } from '@nodp/database';
import {
  csvRows,
  type FilePart,
  type FileRow,
  type IngestResult,
  type Intake,
  ingest,
  partsOf,
  type RowProblem,
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
  readonly outcome: 'refused' | 'taken' | 'retained';
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** What became of a file. */
export interface FileResult {
  readonly kind: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly header: readonly string[];
  /** Columns that the kind does not have: they were not read. */
  readonly ignored: readonly string[];
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  retained: number;
  refused: number;
  /** Why reading ended before the file did, or never began. */
  fault: RowProblem | null;
  /** The submissions that its rows were taken in as, some hundred rows each. */
  readonly submissions: string[];
}

const blank = (): FileResult => ({
  ...{ kind: null, encoding: null, delimiter: null, header: [], ignored: [] },
  ...{ rows: 0, created: 0, updated: 0, unchanged: 0, retained: 0, refused: 0 },
  fault: null,
  submissions: [],
});

const cellsOf = (row: FileRow): readonly string[] =>
  'cells' in row ? row.cells : [row.raw.trimEnd()];

export interface Sender {
  readonly principal: Principal;
  readonly origin: RequestOrigin;
  readonly asked: { readonly kind?: string | undefined; readonly encoding?: string | undefined };
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
  let result = blank();
  const submit = (
    part: Pick<FilePart, 'content'> & { format: ReturnType<typeof csvRows>; request: object },
  ) =>
    database.session(principal, (session) => ingest(session, intake, { channel: 'csv', ...part }), {
      ...originOf(origin),
      operation: 'POST /csv',
    });
  for await (const part of partsOf(bytes, intake.csv, asked)) {
    if ('issue' in part) {
      const [issue] = refusedFile(part.issue).issues;
      if (issue !== undefined) result.fault = { line: part.line, column: null, issue };
      break;
    }
    const { header, rows, content, encoding, delimiter } = part;
    if (result.kind === null)
      result = {
        ...result,
        ...{
          kind: header.kind,
          encoding,
          delimiter,
          header: header.cells,
          ignored: header.ignored,
        },
      };
    result = { ...result, encoding: encoding ?? 'utf-8' };
    const request = { kind: header.kind, line: rows[0]?.line ?? 2, encoding: encoding ?? 'utf-8' };
    const taken = await submit({ content, format: csvRows(intake.fhir, header, rows), request });
    onIngested?.(taken);
    result.submissions.push(taken.submissionId);
    result.rows += rows.length;
    for (const [i, entry] of taken.entries.entries()) {
      result[entry.outcome]++;
      const row = rows[i];
      const problems = entry.issues
        .filter(({ severity }) => severity !== 'information' || entry.outcome === 'retained')
        .map((issue) => rowProblem(issue))
        .filter((problem) => problem !== null);
      if (row === undefined || problems.length === 0) continue;
      const outcome =
        entry.outcome === 'refused' || entry.outcome === 'retained' ? entry.outcome : 'taken';
      await tell({ line: row.line, outcome, cells: cellsOf(row), problems });
    }
  }
  return result;
};
