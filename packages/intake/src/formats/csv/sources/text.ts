import { NotDecoded, textReader } from '../encoding.ts';
import { delimiterOf, type FileRow, rowReader } from '../records.ts';
import { say } from '../words/say.ts';
import type { Rows } from './source.ts';

/** The first line that holds anything; null while it is not whole. */
const firstLine = (text: string, whole: boolean): string | null => {
  const plain = text.replace(/^[\r\n]+/, '');
  const end = /\r\n?|\n/.exec(plain);
  return end === null ? (whole && plain !== '' ? plain : null) : plain.slice(0, end.index);
};

/** Takes a text apart into rows. @param encoding by its sender's word; else it is told from the file */
export async function* textRows(bytes: AsyncIterable<Uint8Array>, encoding?: string): Rows {
  const reader = textReader(encoding);
  let beginning = '';
  let rows: ReturnType<typeof rowReader> | null = null;
  let delimiter = ',';
  let line = 0;

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
  const given = (found: readonly FileRow[]) => {
    line = found.at(-1)?.line ?? line;
    const of = { form: 'csv' as const, encoding: reader.encoding(), delimiter };
    return { rows: found, of };
  };

  try {
    for await (const chunk of bytes) yield given(feed(reader.push(chunk), false));
    yield given(feed(reader.end(), true));
  } catch (error) {
    if (!(error instanceof NotDecoded)) throw error;
    // What was read before it stands, and is taken.
    yield { issue: say.notDecoded(error.message, line + 1), line: line + 1 };
  }
}
