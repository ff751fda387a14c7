import { SaxesParser } from 'saxes';
import { NotDecoded, textReader } from '../csv/encoding.ts';
import { type FileRow, rowOf } from '../csv/records.ts';
import type { Rows } from '../csv/sources/source.ts';
import { say } from '../csv/words/say.ts';
import { cellsOfItems, NAACCR_HEADER } from './naaccr-items.ts';

const FORM = { form: 'naaccr-xml', delimiter: ',' } as const;

/** Elements within elements, and characters until a patient ends: what is not ended is held, of any length. */
const DEEPEST = 32;
const LONGEST_PATIENT = 8 * 2 ** 20;

class NotWellFormed extends Error {}
class TooLong extends Error {}

/** A patient's items may stand after the tumours, so that rows are made where the patient ends. */
const tumoursReader = () => {
  const parser = new SaxesParser({ position: true });
  let found: FileRow[] = [];
  let patient = new Map<string, string>();
  let tumours: { readonly line: number; readonly items: Map<string, string> }[] = [];
  let tumour: Map<string, string> | null = null;
  let inPatient = false;
  let item: string | null = null;
  let said = '';
  // An element may have a prefix of its namespace.
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  let depth = 0;
  let held = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new TooLong();
    const element = local(name);
    if (element === 'Patient') [inPatient, patient, tumours] = [true, new Map(), []];
    else if (element === 'Tumor') {
      tumour = new Map();
      tumours.push({ line: parser.line, items: tumour });
    } else if (element === 'Item') [item, said] = [String(attributes.naaccrId ?? ''), ''];
  });
  parser.on('text', (text) => {
    if (item !== null) said += text;
  });
  parser.on('cdata', (text) => {
    if (item !== null) said += text;
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    const element = local(name);
    if (element === 'Item' && item !== null) {
      const value = said.trim();
      if (inPatient && item !== '' && value !== '') (tumour ?? patient).set(item, value);
      item = null;
    } else if (element === 'Tumor') tumour = null;
    else if (element === 'Patient') {
      for (const { line, items } of tumours) {
        const cells = cellsOfItems(new Map([...patient, ...items]));
        found.push({ line, cells, raw: rowOf(cells) });
      }
      [inPatient, tumours, held] = [false, [], 0];
    }
  });
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message);
  });
  const taken = (): FileRow[] => {
    const rows = found;
    found = [];
    return rows;
  };
  return {
    line: () => parser.line,
    push: (text: string): FileRow[] => {
      held += text.length;
      if (held > LONGEST_PATIENT) throw new TooLong();
      parser.write(text);
      return taken();
    },
    end: (): FileRow[] => {
      parser.close();
      return taken();
    },
  };
};

/** The tumours of a file of NAACCR XML as they come, each with what is said of its patient; a line is that of the tumour's element. */
export async function* naaccrXmlRows(bytes: AsyncIterable<Uint8Array>): Rows {
  const reader = textReader();
  const tumours = tumoursReader();
  const given = (rows: readonly FileRow[]) => ({
    rows,
    of: { ...FORM, encoding: reader.encoding() },
  });
  try {
    yield given([{ line: 1, cells: NAACCR_HEADER, raw: rowOf(NAACCR_HEADER) }]);
    for await (const chunk of bytes) yield given(tumours.push(reader.push(chunk)));
    yield given([...tumours.push(reader.end()), ...tumours.end()]);
  } catch (error) {
    const line = tumours.line();
    if (error instanceof NotDecoded) yield { issue: say.notDecoded(error.message, line), line };
    else if (error instanceof NotWellFormed) yield { issue: say.brokenXml(line), line };
    else if (error instanceof TooLong) yield { issue: say.longXml(line), line };
    else throw error;
  }
}
