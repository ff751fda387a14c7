import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { type FileRow, rowOf } from '../records.ts';
import { dayOf, type Epoch } from '../serial-day.ts';
import { say } from '../words.ts';
import type { Rows } from './source.ts';

/** Bytes of a workbook that is unpacked: all of it lies in memory. */
const LARGEST = 200 * 2 ** 20;
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

/** How large a workbook is when it is unpacked, and how it counts its days; its parts are not unpacked for that. */
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

/**
 * The rows of a sheet of an Excel workbook (.xlsx): dates as days, numbers as they are, formulas by what they gave.
 * @param asked the sheet by its name; else the first that holds rows
 */
export async function* workbookRows(bytes: AsyncIterable<Uint8Array>, asked?: string): Rows {
  const parts: Uint8Array[] = [];
  let packed = 0;
  for await (const part of bytes) {
    packed += part.byteLength;
    if (packed > LARGEST) {
      yield { issue: say.longWorkbook(LARGEST / 2 ** 20), line: 1 };
      return;
    }
    parts.push(part);
  }
  const whole = Buffer.concat(parts);
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  let epoch: Epoch;
  try {
    const looked = lookInto(whole);
    if (looked.size > LARGEST) {
      yield { issue: say.longWorkbook(LARGEST / 2 ** 20), line: 1 };
      return;
    }
    epoch = looked.epoch;
    sheets = await readWorkbook(whole, { trim: false });
  } catch {
    yield { issue: say.brokenWorkbook(), line: 1 };
    return;
  }
  const names = sheets.map(({ sheet }) => sheet);
  const found =
    asked === undefined
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find(({ sheet }) => sheet === asked);
  if (found === undefined) {
    yield { issue: say.noSheet(asked ?? '', names), line: 1 };
    return;
  }
  const width = Math.max(
    0,
    ...((found.data[0] ?? []) as readonly Cell[]).map((cell, i) => (textOf(cell) ? i + 1 : 0)),
  );
  const rows = found.data.flatMap((data, i): FileRow[] => {
    const cells = (data as readonly Cell[]).map(textOf);
    // Columns that only look used are no columns: the header is as wide as its last word.
    const used = cells.slice(0, Math.max(width, cells.findLastIndex((cell) => cell !== '') + 1));
    while (used.length < width) used.push('');
    return used.some((cell) => cell.trim() !== '')
      ? [{ line: i + 1, cells: used, raw: rowOf(used) }]
      : [];
  });
  const of = { form: 'xlsx' as const, encoding: 'utf-8', delimiter: ',' };
  yield { rows, of: { ...of, epoch, sheet: found.sheet, sheets: names } };
}
