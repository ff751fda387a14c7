import { naaccrFlatRows } from '../registry/naaccr-flat.ts';
import { naaccrXmlRows } from '../registry/naaccr-xml.ts';
import { type Header, type HeaderAsked, headerIn } from './header.ts';
import type { KindProfile } from './kinds.ts';
import type { FileRow } from './records.ts';
import type { FileFault, FileForm, Rows } from './sources/source.ts';
import { textRows } from './sources/text.ts';
import { workbookRows } from './sources/workbook.ts';
import { say } from './words/say.ts';

/** Rows that are taken in together, one submission, and characters: rows may be whole reports. */
const [AT_ONCE, MOST_CHARACTERS] = [1_000, 1_000_000];

/** Some rows of a file, with the content that is retained of them. */
export interface FilePart {
  readonly header: Header;
  readonly rows: readonly FileRow[];
  /** The header and the rows as they stood, in UTF-8. */
  readonly content: Uint8Array;
  readonly of: FileForm;
}

export interface FileAsked extends HeaderAsked {
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
}

/** Bytes by which a form is told. */
const BEGINNING = 4_096;

/** The bytes of a file, with what it begins with looked at first. */
const examined = async (bytes: AsyncIterable<Uint8Array>) => {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < BEGINNING) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    first.push(value);
    length += value.byteLength;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield next.value;
  }
  return { beginning: Buffer.concat(first).subarray(0, BEGINNING), all: all() };
};

/** The rows of a file, whatever its form is: told by what it begins with. */
async function* rowsOf(bytes: AsyncIterable<Uint8Array>, asked: FileAsked): Rows {
  const { beginning, all } = await examined(bytes);
  const text = beginning.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '');
  if (text.startsWith('PK\u0003\u0004')) yield* workbookRows(all, asked.sheet);
  else if (text.startsWith('\u00D0\u00CF\u0011\u00E0')) yield { issue: say.oldWorkbook(), line: 1 };
  else if (/^\s*</.test(text) && text.includes('<NaaccrData')) yield* naaccrXmlRows(all);
  // Record type, and the version (item 50) in columns 17 to 19.
  else if (/^[AMCI] {15}180 /.test(text)) yield* naaccrFlatRows(all, asked.encoding);
  else yield* textRows(all, asked.encoding);
}

/**
 * Takes a file apart as it comes: parts of some thousand rows, so that a million rows take no more memory than these. What
 * forbids reading (on) is the last that comes.
 */
export async function* partsOf(
  bytes: AsyncIterable<Uint8Array>,
  profiles: readonly KindProfile[],
  asked: FileAsked = {},
): AsyncGenerator<FilePart | FileFault> {
  let header: Header | null = null;
  let headerRaw = '';
  let waiting: FileRow[] = [];
  let characters = 0;
  let form: FileForm = { form: 'csv', encoding: null, delimiter: ',' };

  const part = (of: Header): FilePart => {
    const content = Buffer.from([headerRaw, ...waiting.map(({ raw }) => raw)].join(''), 'utf8');
    const made = { header: of, rows: waiting, content, of: form };
    waiting = [];
    characters = 0;
    return made;
  };
  for await (const found of rowsOf(bytes, asked)) {
    if ('issue' in found) {
      if (header !== null && waiting.length > 0) yield part(header);
      yield found;
      return;
    }
    form = found.of;
    for (const row of found.rows) {
      if (header !== null) {
        waiting.push(row);
        characters += row.raw.length;
        if (waiting.length === AT_ONCE || characters >= MOST_CHARACTERS) yield part(header);
        continue;
      }
      const read =
        'fault' in row ? { issue: say.fault(row.fault) } : headerIn(profiles, row.cells, asked);
      if ('issue' in read) {
        yield { issue: read.issue, line: row.line };
        return;
      }
      header = read;
      headerRaw = /[\r\n]$/.test(row.raw) ? row.raw : `${row.raw}\n`;
    }
  }
  if (header === null) yield { issue: say.empty(), line: 1 };
  else if (waiting.length > 0) yield part(header);
}

/** The header and the first rows of a file, whatever they are called. @param most rows */
export const beginningOf = async (
  bytes: AsyncIterable<Uint8Array>,
  asked: FileAsked,
  most: number,
): Promise<{
  readonly header: readonly string[];
  readonly rows: readonly FileRow[];
  readonly of: FileForm;
  readonly fault: FileFault | null;
}> => {
  const rows: FileRow[] = [];
  let of: FileForm = { form: 'csv', encoding: null, delimiter: ',' };
  let fault: FileFault | null = null;
  for await (const found of rowsOf(bytes, asked)) {
    if ('issue' in found) {
      fault = found;
      break;
    }
    of = found.of;
    for (const row of found.rows.slice(0, most + 1 - rows.length)) rows.push(row);
    if (rows.length > most) break;
  }
  const [first, ...rest] = rows;
  const header = first !== undefined && 'cells' in first ? first.cells : [];
  if (fault === null && header.length === 0) fault = { issue: say.empty(), line: 1 };
  return { header, rows: rest.slice(0, most), of, fault };
};
