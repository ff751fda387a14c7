import { parentPort, workerData } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { type FileRow, rowOf } from '../records.ts';
import { dayOf, type Epoch } from '../serial-day.ts';
import type { FileForm } from './source.ts';

// A thread of its own for one workbook: the first rows come unasked, further ones for each message.

/** What the thread is begun with. */
export interface WorkbookAsked {
  readonly bytes: ArrayBuffer;
  readonly sheet: string | undefined;
  /** Bytes of all parts together, unpacked. */
  readonly largest: number;
}

export type WorkbookReply =
  | { readonly kind: 'broken' | 'too-large' }
  | { readonly kind: 'no-sheet'; readonly names: readonly string[] }
  | {
      readonly kind: 'rows';
      readonly rows: readonly FileRow[];
      readonly of: FileForm;
      readonly last: boolean;
    };

/** Rows of one message, and cells. */
const [ROWS_AT_ONCE, CELLS_AT_ONCE] = [1_000, 50_000];
/** Digits of a number that a spreadsheet keeps. */
const EXACT = 1e15;
const DAY = 86_400_000;

type Cell = string | number | boolean | Date | null | undefined;

const textOf = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dayOf(cell, cell.getTime() % DAY !== 0);
  if (typeof cell === 'number' && Math.abs(cell) >= EXACT)
    // So that an identity number that was typed as a number is told as one: its last digits are lost.
    return cell.toPrecision(15).replace('e', 'E');
  return String(cell);
};

/** How large a workbook says it is when it is unpacked, and how it counts its days; its parts are not unpacked for that. */
const lookInto = (bytes: Uint8Array): { readonly size: number; readonly epoch: Epoch } => {
  let size = 0;
  const { 'xl/workbook.xml': workbook } = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      size += originalSize;
      return name === 'xl/workbook.xml' && originalSize < 10 * 2 ** 20;
    },
  });
  const text = workbook === undefined ? '' : Buffer.from(workbook).toString('utf8');
  return { size, epoch: /\bdate1904\s*=\s*"(1|true)"/i.test(text) ? 1904 : 1900 };
};

async function* repliesTo({ bytes, sheet, largest }: WorkbookAsked): AsyncGenerator<WorkbookReply> {
  const { size, epoch } = lookInto(new Uint8Array(bytes));
  if (size > largest) {
    yield { kind: 'too-large' };
    return;
  }
  // What unpacks to more than it said is cut off there, and is then no workbook.
  const sheets = await readWorkbook(bytes, { trim: false });
  const names = sheets.map(({ sheet: name }) => name);
  const found =
    sheet === undefined
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find(({ sheet: name }) => name === sheet);
  if (found === undefined) {
    yield { kind: 'no-sheet', names };
    return;
  }
  const data = found.data as readonly (readonly Cell[])[];
  const width = (data[0] ?? []).findLastIndex((cell) => textOf(cell) !== '') + 1;
  const rowAt = (cells: readonly Cell[], line: number): FileRow | null => {
    // Columns that only look used are no columns: the header is as wide as its last word.
    const end = Math.max(width, cells.findLastIndex((cell) => textOf(cell) !== '') + 1);
    const used = Array.from({ length: end }, (_, i) => textOf(cells[i]));
    return used.some((cell) => cell.trim() !== '') ? { line, cells: used, raw: rowOf(used) } : null;
  };
  const form = { form: 'xlsx' as const, encoding: 'utf-8', delimiter: ',' };
  const of = { ...form, epoch, sheet: found.sheet, sheets: names };
  let rows: FileRow[] = [];
  let cells = 0;
  for (const [i, filled] of data.entries()) {
    const row = rowAt(filled, i + 1);
    if (row === null) continue;
    rows.push(row);
    cells += 'cells' in row ? row.cells.length : 0;
    if (rows.length < ROWS_AT_ONCE && cells < CELLS_AT_ONCE) continue;
    yield { kind: 'rows', rows, of, last: false };
    [rows, cells] = [[], 0];
  }
  yield { kind: 'rows', rows, of, last: true };
}

if (parentPort === null) throw new Error('workbook-thread.ts runs as a worker thread only');
const port = parentPort;
const replies = repliesTo(workerData as WorkbookAsked);

const tell = async (): Promise<void> => {
  try {
    const { value, done } = await replies.next();
    if (!done) port.postMessage(value satisfies WorkbookReply);
  } catch {
    port.postMessage({ kind: 'broken' } satisfies WorkbookReply);
  }
};
port.on('message', tell);
void tell();
