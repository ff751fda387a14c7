import { NotDecoded, textReader } from '../csv/encoding.ts';
import { type FileRow, rowOf } from '../csv/records.ts';
import type { Rows } from '../csv/sources/source.ts';
import { say } from '../csv/words/say.ts';
import { cellsOfItems, itemsOfLine, NAACCR_HEADER } from './naaccr-items.ts';

/** Characters of a line: one of version 18 has some 24,000. */
const LONGEST_LINE = 100_000;

const FORM = { form: 'naaccr-flat', delimiter: ',' } as const;

/** The tumours of a flat file of NAACCR version 18: one line each, its items by their columns. */
export async function* naaccrFlatRows(bytes: AsyncIterable<Uint8Array>, encoding?: string): Rows {
  const reader = textReader(encoding);
  let held = '';
  /** Of a line that is too long, which is passed over. */
  let passed = 0;
  let line = 0;
  const rows = (text: string, whole: boolean): FileRow[] => {
    const lines = (held + text).split('\n');
    held = whole ? '' : (lines.pop() ?? '');
    const found = lines.flatMap((ended): FileRow[] => {
      line++;
      const length = passed + ended.length;
      passed = 0;
      if (length > LONGEST_LINE)
        return [{ line, fault: 'too-long', raw: `${ended.slice(0, 1_000)}\n` }];
      const tumour = ended.trimEnd();
      if (tumour === '') return [];
      const cells = cellsOfItems(itemsOfLine(tumour), tumour);
      return [{ line, cells, raw: rowOf(cells) }];
    });
    if (passed + held.length > LONGEST_LINE) [passed, held] = [passed + held.length, ''];
    return found;
  };
  const given = (found: readonly FileRow[]) => ({
    rows: found,
    of: { ...FORM, encoding: reader.encoding() },
  });
  try {
    yield given([{ line: 1, cells: NAACCR_HEADER, raw: rowOf(NAACCR_HEADER) }]);
    for await (const chunk of bytes) yield given(rows(reader.push(chunk), false));
    yield given(rows(reader.end(), true));
  } catch (error) {
    if (!(error instanceof NotDecoded)) throw error;
    yield { issue: say.notDecoded(error.message, line + 1), line: line + 1 };
  }
}
