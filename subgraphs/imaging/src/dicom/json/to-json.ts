import type { DataSet, Element, Encoding, Part10 } from '../part10/element.ts';
import { type CharacterSet, readText } from '../text/read-text.ts';
import type { JsonDataSet, JsonElement, JsonValue, PersonName } from './dicom-json.ts';

/** Bytes of a binary value up to which it stands in the metadata itself. */
const INLINE = 256;
/** Bytes of a text or of numbers that are read into the metadata: longer ones are bulk data as well. */
const LONGEST = 64 * 1024;

const CHARACTER_SET = '00080005';
const BINARY = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'UN']);
/** Attributes whose text is in the declared character set (PS3.5 6.1.2.3). */
const LOCALISED = new Set(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);
/** Texts that are one value whatever they hold. */
const WHOLE = new Set(['LT', 'ST', 'UT', 'UR']);

type Read = (bytes: Buffer, at: number, littleEndian: boolean) => string | number;
const NUMBERS: Readonly<Record<string, readonly [number, Read]>> = {
  US: [2, (b, at, le) => (le ? b.readUInt16LE(at) : b.readUInt16BE(at))],
  SS: [2, (b, at, le) => (le ? b.readInt16LE(at) : b.readInt16BE(at))],
  UL: [4, (b, at, le) => (le ? b.readUInt32LE(at) : b.readUInt32BE(at))],
  SL: [4, (b, at, le) => (le ? b.readInt32LE(at) : b.readInt32BE(at))],
  FL: [4, (b, at, le) => (le ? b.readFloatLE(at) : b.readFloatBE(at))],
  FD: [8, (b, at, le) => (le ? b.readDoubleLE(at) : b.readDoubleBE(at))],
  // 64 bits do not fit a JSON number: PS3.18 F.2.3.1 lets them be texts.
  UV: [8, (b, at, le) => String(le ? b.readBigUInt64LE(at) : b.readBigUInt64BE(at))],
  SV: [8, (b, at, le) => String(le ? b.readBigInt64LE(at) : b.readBigInt64BE(at))],
  AT: [
    4,
    (b, at, le) => {
      const [group, element] = le
        ? [b.readUInt16LE(at), b.readUInt16LE(at + 2)]
        : [b.readUInt16BE(at), b.readUInt16BE(at + 2)];
      return `${group.toString(16).padStart(4, '0')}${element.toString(16).padStart(4, '0')}`.toUpperCase();
    },
  ],
};

const GROUPS = ['Alphabetic', 'Ideographic', 'Phonetic'] as const;

const nameOf = (text: string): PersonName | null => {
  const name: PersonName = {};
  for (const [i, group] of text.split('=').entries()) {
    const kind = GROUPS[i];
    const trimmed = group.replace(/[\s\0]+$/u, '').replace(/\^+$/, '');
    if (kind !== undefined && trimmed !== '') name[kind] = trimmed;
  }
  return Object.keys(name).length === 0 ? null : name;
};

const decimal = (text: string): number | string | null => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const value = Number(trimmed);
  // What is no number is retained as it stands: it is not for us to lose it.
  return Number.isFinite(value) && trimmed !== '' ? value : trimmed;
};

const valuesOf = (vr: string, text: string): JsonValue[] => {
  const parts = WHOLE.has(vr) ? [text] : text.split('\\');
  const values = parts.map((part): JsonValue => {
    if (vr === 'PN') return nameOf(part);
    if (vr === 'IS' || vr === 'DS') return decimal(part);
    const trimmed = WHOLE.has(vr)
      ? part.replace(/[\s\0]+$/u, '')
      : part.replace(/^ +|[ \0]+$/gu, '');
    return trimmed === '' ? null : trimmed;
  });
  return values.every((value) => value === null) ? [] : values;
};

const termsOf = (bytes: Part10['bytes'], element: Element): string[] =>
  bytes
    .read(element.range.at, Math.min(element.range.length, 256))
    .toString('latin1')
    .split('\\')
    .map((term) => term.replace(/[ \0]+$/, '').trim());

export interface JsonOptions {
  /** Of the institution that sent it. */
  readonly undeclared: string | null;
  /** The address of a value that does not stand in the metadata, by its path: tags and items joined by “.”. */
  readonly bulk: (path: string) => string;
}

/**
 * A data set as PS3.18 annex F writes it: every text in Unicode, whatever its character set was. Group lengths are left out, long
 * binary values are addresses.
 */
export const toJson = (
  { bytes, encoding, data }: Pick<Part10, 'bytes' | 'encoding' | 'data'>,
  { undeclared, bulk }: JsonOptions,
): JsonDataSet => {
  const elementOf = (
    element: Element,
    path: string,
    characters: CharacterSet,
    { littleEndian }: Encoding,
  ): JsonElement => {
    const { tag, range } = element;
    const vr = element.vr;
    if (element.items !== undefined) {
      if (element.items.length === 0) return { vr };
      return {
        vr: 'SQ',
        Value: element.items.map((item, i) => setOf(item, `${path}.${i}.`, characters)),
      };
    }
    if (range.length === 0) return { vr };
    if (element.fragments !== undefined || BINARY.has(vr) || range.length > LONGEST) {
      if (element.fragments !== undefined || range.length > INLINE || tag === '7FE00010')
        return { vr, BulkDataURI: bulk(path) };
      return { vr, InlineBinary: bytes.read(range.at, range.length).toString('base64') };
    }
    const value = bytes.read(range.at, range.length);
    const numbers = NUMBERS[vr];
    if (numbers !== undefined) {
      const [size, read] = numbers;
      const many = Math.floor(value.length / size);
      const all = Array.from({ length: many }, (_, i) => read(value, i * size, littleEndian));
      // Infinity and NaN have no form in JSON.
      return many === 0
        ? { vr }
        : {
            vr,
            Value: all.map((one) =>
              typeof one === 'number' && !Number.isFinite(one) ? null : one,
            ),
          };
    }
    if (tag === CHARACTER_SET) return { vr: 'CS', Value: ['ISO_IR 192'] };
    const text = LOCALISED.has(vr)
      ? readText(value, characters, vr === 'PN')
      : value.toString('latin1');
    const values = valuesOf(vr, text);
    return values.length === 0 ? { vr } : { vr, Value: values };
  };

  const setOf = (set: DataSet, prefix: string, outer: CharacterSet): JsonDataSet => {
    const own = set.get(CHARACTER_SET);
    const characters = own === undefined ? outer : { terms: termsOf(bytes, own), undeclared };
    const json: JsonDataSet = {};
    for (const element of [...set.values()].sort((a, b) => (a.tag < b.tag ? -1 : 1))) {
      if (element.tag.endsWith('0000')) continue;
      json[element.tag] = elementOf(element, `${prefix}${element.tag}`, characters, encoding);
    }
    return json;
  };
  return setOf(data, '', { terms: [], undeclared });
};
