import type { Bytes } from './bytes.ts';
import { vrOf } from './dictionary.ts';
import type { DataSet, Element, Encoding, Range } from './element.ts';
import { DicomFault } from './fault.ts';

/** Sequences within sequences, and attributes of a file: far more than any real one has. */
const DEEPEST = 24;
const MOST_ELEMENTS = 500_000;
/** Of the header alone: two dozen are defined, and the same one may be written any number of times. */
const MOST_OF_HEADER = 1_000;

const UNDEFINED = 0xffff_ffff;
const ITEM = 'FFFEE000';
const ITEM_END = 'FFFEE00D';
const SEQUENCE_END = 'FFFEE0DD';

/** VRs whose length has four bytes in explicit data sets (PS3.5 7.1.2). */
const LONG = new Set([
  'OB',
  'OD',
  'OF',
  'OL',
  'OV',
  'OW',
  'SQ',
  'SV',
  'UC',
  'UN',
  'UR',
  'UT',
  'UV',
]);
const SHORT = new Set('AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM UI UL US'.split(' '));

export const isVr = (text: string): boolean => LONG.has(text) || SHORT.has(text);

const hex = (n: number): string => n.toString(16).toUpperCase().padStart(4, '0');

interface Header {
  readonly tag: string;
  readonly vr: string;
  readonly length: number;
  /** Where the value begins. */
  readonly value: number;
}

/** Reads elements one after the other. Nothing is taken for granted: what does not fit is told with its tag and place. */
export const elementReader = (bytes: Bytes) => {
  let count = 0;
  const cut = (tag: string, at: number, length: number): DicomFault =>
    new DicomFault(
      'truncated',
      `The value of (${tag.slice(0, 4)},${tag.slice(4)}) at byte ${at} has ${length} bytes, and ${Math.max(0, bytes.size - at)} are there.`,
    );

  const headerAt = (at: number, { explicit, littleEndian }: Encoding): Header => {
    if (at + 8 > bytes.size)
      throw new DicomFault('truncated', `The file ends within an element at byte ${at}.`);
    const head = bytes.read(at, 8);
    const u16 = (from: number) =>
      littleEndian ? head.readUInt16LE(from) : head.readUInt16BE(from);
    const u32 = (of: Buffer, from: number) =>
      littleEndian ? of.readUInt32LE(from) : of.readUInt32BE(from);
    const tag = hex(u16(0)) + hex(u16(2));
    // Items carry no VR in either form.
    if (tag.startsWith('FFFE')) return { tag, vr: '', length: u32(head, 4), value: at + 8 };
    if (!explicit) return { tag, vr: vrOf(tag), length: u32(head, 4), value: at + 8 };
    const vr = head.toString('latin1', 4, 6);
    if (SHORT.has(vr)) return { tag, vr, length: u16(6), value: at + 8 };
    // A VR that is none: some writers fall back to the implicit form within private sequences.
    if (!LONG.has(vr) && !/^[A-Z]{2}$/.test(vr))
      return { tag, vr: vrOf(tag), length: u32(head, 4), value: at + 8 };
    if (at + 12 > bytes.size)
      throw new DicomFault('truncated', `The file ends within (${tag}) at byte ${at}.`);
    return {
      tag,
      vr: LONG.has(vr) ? vr : 'UN',
      length: u32(bytes.read(at + 8, 4), 0),
      value: at + 12,
    };
  };

  const setUntil = (
    from: number,
    end: number | null,
    encoding: Encoding,
    depth: number,
  ): { readonly set: DataSet; readonly next: number } => {
    if (depth > DEEPEST)
      throw new DicomFault('too-deep', `Sequences lie deeper than ${DEEPEST} at byte ${from}.`);
    const set = new Map<string, Element>();
    let at = from;
    const last = end ?? bytes.size;
    while (at < last) {
      // Some writers pad the end of a file.
      if (end !== null && depth === 0 && last - at < 8) break;
      const header = headerAt(at, encoding);
      if (header.tag === ITEM_END) {
        if (end !== null) return { set, next: last };
        return { set, next: header.value };
      }
      if (header.tag === SEQUENCE_END || header.tag === ITEM)
        throw new DicomFault('malformed', `(${header.tag}) stands alone at byte ${at}.`);
      count++;
      if (count > MOST_ELEMENTS)
        throw new DicomFault('malformed', `More than ${MOST_ELEMENTS} attributes.`);
      const { element, next } = elementAt(header, encoding, last, depth);
      set.set(element.tag, element);
      at = next;
    }
    if (end === null && depth > 0)
      throw new DicomFault('truncated', `The file ends within an item that began at byte ${from}.`);
    return { set, next: at };
  };

  const itemsFrom = (
    tag: string,
    from: number,
    end: number | null,
    encoding: Encoding,
    depth: number,
  ): { readonly items: DataSet[]; readonly next: number } => {
    const items: DataSet[] = [];
    let at = from;
    const last = end ?? bytes.size;
    while (at < last) {
      const header = headerAt(at, encoding);
      if (header.tag === SEQUENCE_END) return { items, next: header.value };
      if (header.tag !== ITEM)
        throw new DicomFault('malformed', `(${header.tag}) stands within (${tag}) at byte ${at}.`);
      const own = header.length === UNDEFINED ? null : header.value + header.length;
      if (own !== null && own > last) throw cut(tag, header.value, header.length);
      const { set, next } = setUntil(header.value, own, encoding, depth + 1);
      items.push(set);
      count++;
      if (count > MOST_ELEMENTS)
        throw new DicomFault('malformed', `More than ${MOST_ELEMENTS} attributes.`);
      at = own ?? next;
    }
    if (end === null)
      throw new DicomFault('truncated', `The file ends within the sequence (${tag}).`);
    return { items, next: at };
  };

  const fragmentsFrom = (tag: string, from: number, encoding: Encoding) => {
    const fragments: Range[] = [];
    let at = from;
    for (;;) {
      const header = headerAt(at, encoding);
      if (header.tag === SEQUENCE_END) return { fragments, next: header.value };
      if (header.tag !== ITEM)
        throw new DicomFault('malformed', `(${header.tag}) stands within (${tag}) at byte ${at}.`);
      if (header.value + header.length > bytes.size) throw cut(tag, header.value, header.length);
      fragments.push({ at: header.value, length: header.length });
      if (fragments.length > MOST_ELEMENTS)
        throw new DicomFault('malformed', `More than ${MOST_ELEMENTS} fragments.`);
      at = header.value + header.length;
    }
  };

  const elementAt = (
    { tag, vr, length, value }: Header,
    encoding: Encoding,
    last: number,
    depth: number,
  ): { readonly element: Element; readonly next: number } => {
    if (length !== UNDEFINED) {
      if (value + length > last) throw cut(tag, value, length);
      const range = { at: value, length };
      if (vr !== 'SQ') return { element: { tag, vr, range }, next: value + length };
      const { items } = itemsFrom(tag, value, value + length, encoding, depth);
      return { element: { tag, vr, range, items }, next: value + length };
    }
    if (vr === 'OB' || vr === 'OW') {
      const { fragments, next } = fragmentsFrom(tag, value, encoding);
      return { element: { tag, vr, range: { at: value, length: next - value }, fragments }, next };
    }
    // Of undefined length and unknown VR: a sequence in implicit little endian (CP-246).
    const inner = vr === 'UN' ? { explicit: false, littleEndian: true } : encoding;
    const { items, next } = itemsFrom(tag, value, null, inner, depth);
    return {
      element: { tag, vr: 'SQ', range: { at: value, length: next - value }, items },
      next,
    };
  };

  return {
    headerAt,
    /** The data set that begins here and goes on to the end. */
    setFrom: (from: number, encoding: Encoding): DataSet =>
      setUntil(from, bytes.size, encoding, 0).set,
    /** Elements of one group alone, and where the next begins. */
    groupFrom: (
      from: number,
      group: string,
      encoding: Encoding,
    ): { readonly set: DataSet; readonly next: number } => {
      const set = new Map<string, Element>();
      let at = from;
      let read = 0;
      while (at + 8 <= bytes.size) {
        const header = headerAt(at, encoding);
        if (!header.tag.startsWith(group)) break;
        read++;
        if (read > MOST_OF_HEADER)
          throw new DicomFault('malformed', `More than ${MOST_OF_HEADER} attributes of a header.`);
        const { element, next } = elementAt(header, encoding, bytes.size, 0);
        set.set(element.tag, element);
        at = next;
      }
      return { set, next: at };
    },
  };
};
