import { NotDecoded, textReader } from './encoding.ts';
import { type Header, headerIn, type KindProfile } from './header.ts';
import { delimiterOf, type FileRow, rowReader } from './records.ts';
import { say, type TextIssue } from './words.ts';

/** Rows that are taken in together: one submission. */
const AT_ONCE = 500;

/** Some rows of a file, with the content that is kept of them. */
export interface FilePart {
  readonly header: Header;
  readonly rows: readonly FileRow[];
  /** The header and the rows as they stood, in UTF-8. */
  readonly content: Uint8Array;
  readonly encoding: string | null;
  readonly delimiter: string;
}

export interface FileAsked {
  /** The kind of record, where its sender says it. */
  readonly kind?: string | undefined;
  readonly encoding?: string | undefined;
}

/** The first line that holds anything; null while it is not whole. */
const firstLine = (text: string, whole: boolean): string | null => {
  const plain = text.replace(/^[\r\n]+/, '');
  const end = /\r\n?|\n/.exec(plain);
  return end === null ? (whole && plain !== '' ? plain : null) : plain.slice(0, end.index);
};

/**
 * Takes a file apart as it comes: parts of some hundred rows, so that a million rows take no more memory than these. What
 * forbids reading (on) is the last that comes.
 */
export async function* partsOf(
  bytes: AsyncIterable<Uint8Array>,
  profiles: readonly KindProfile[],
  { kind, encoding }: FileAsked = {},
): AsyncGenerator<FilePart | { readonly issue: TextIssue; readonly line: number }> {
  const reader = textReader(encoding);
  let beginning = '';
  let rows: ReturnType<typeof rowReader> | null = null;
  let delimiter = ',';
  let header: Header | null = null;
  let headerRaw = '';
  let waiting: FileRow[] = [];
  let line = 1;

  const part = (of: Header): FilePart => {
    const content = Buffer.from([headerRaw, ...waiting.map(({ raw }) => raw)].join(''), 'utf8');
    const made = { header: of, rows: waiting, content, encoding: reader.encoding(), delimiter };
    waiting = [];
    return made;
  };

  /** Parts that are whole; what is wrong with the header. */
  function* take(
    found: readonly FileRow[],
  ): Generator<FilePart | { issue: TextIssue; line: number }> {
    for (const row of found) {
      line = row.line;
      if (header === null) {
        const cells = 'cells' in row ? row.cells : [];
        const read =
          'fault' in row ? { issue: say.fault(row.fault) } : headerIn(profiles, cells, kind);
        if ('issue' in read) {
          yield { issue: read.issue, line };
          return;
        }
        header = read;
        headerRaw = /[\r\n]$/.test(row.raw) ? row.raw : `${row.raw}\n`;
        continue;
      }
      waiting.push(row);
      if (waiting.length === AT_ONCE) yield part(header);
    }
  }

  const feed = (text: string, whole: boolean): FileRow[] => {
    if (rows !== null) return [...rows.push(text), ...(whole ? rows.end() : [])];
    beginning += text;
    const first = firstLine(beginning.replace(/^\uFEFF/, ''), whole);
    if (first === null && beginning.length < 1_000_000 && !whole) return [];
    delimiter = delimiterOf(first ?? beginning);
    rows = rowReader(delimiter);
    const found = [...rows.push(beginning.replace(/^\uFEFF/, '')), ...(whole ? rows.end() : [])];
    beginning = '';
    return found;
  };

  try {
    for await (const chunk of bytes) {
      for (const made of take(feed(reader.push(chunk), false))) {
        yield made;
        if ('issue' in made) return;
      }
    }
    for (const made of take(feed(reader.end(), true))) {
      yield made;
      if ('issue' in made) return;
    }
  } catch (error) {
    if (!(error instanceof NotDecoded)) throw error;
    // What was read before it stands, and is taken.
    if (header !== null && waiting.length > 0) yield part(header);
    yield { issue: say.notDecoded(error.message, line + 1), line: line + 1 };
    return;
  }
  if (header === null) yield { issue: say.empty(), line: 1 };
  else if (waiting.length > 0) yield part(header);
}
