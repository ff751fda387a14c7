import type { Bytes } from './bytes.ts';

/** A range of bytes. */
export interface Range {
  readonly at: number;
  readonly length: number;
}

/** An attribute as it stands in a file. */
export interface Element {
  /** Eight hexadecimal digits, capitals. */
  readonly tag: string;
  readonly vr: string;
  /** Where its value lies; of a sequence, where its items do. */
  readonly range: Range;
  /** Of a sequence. */
  readonly items?: readonly DataSet[];
  /** Of encapsulated pixel data: the offset table first, then the fragments. */
  readonly fragments?: readonly Range[];
}

export type DataSet = ReadonlyMap<string, Element>;

/** How a data set's bytes are written. */
export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

/** A file of PS3.10 as it was read: where each value lies, and no value of its own. */
export interface Part10 {
  readonly meta: DataSet;
  readonly data: DataSet;
  readonly transferSyntax: string;
  readonly encoding: Encoding;
  /** What the ranges of the data set are of: the file, or what its deflated part holds. */
  readonly bytes: Bytes;
}

const TRIMMED = /[\0 ]+$/;

/** Plain text of ASCII attributes (UI, CS, DA …); empty where there is none. */
export const asciiOf = (bytes: Bytes, set: DataSet, tag: string): string => {
  const element = set.get(tag);
  if (element === undefined || element.items !== undefined) return '';
  return bytes
    .read(element.range.at, Math.min(element.range.length, 1_024))
    .toString('latin1')
    .replace(TRIMMED, '')
    .trimStart();
};

/** The first whole number of US, UL, SS, SL or IS; null where there is none. */
export const wholeOf = (
  { bytes, encoding: { littleEndian } }: Pick<Part10, 'bytes' | 'encoding'>,
  set: DataSet,
  tag: string,
): number | null => {
  const element = set.get(tag);
  if (element === undefined) return null;
  const { at, length } = element.range;
  if (element.vr === 'IS' || element.vr === 'DS') {
    const text = asciiOf(bytes, set, tag).split('\\')[0]?.trim() ?? '';
    return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
  }
  if (length < 2) return null;
  const wide = element.vr === 'UL' || element.vr === 'SL';
  if (wide && length < 4) return null;
  const value = bytes.read(at, wide ? 4 : 2);
  const signed = element.vr === 'SS' || element.vr === 'SL';
  if (wide) {
    if (signed) return littleEndian ? value.readInt32LE() : value.readInt32BE();
    return littleEndian ? value.readUInt32LE() : value.readUInt32BE();
  }
  if (signed) return littleEndian ? value.readInt16LE() : value.readInt16BE();
  return littleEndian ? value.readUInt16LE() : value.readUInt16BE();
};

/** Texts and numbers of a DS or IS, parted; NaN for one that is no number. */
export const decimalsOf = (bytes: Bytes, set: DataSet, tag: string): number[] => {
  const text = asciiOf(bytes, set, tag);
  return text === '' ? [] : text.split('\\').map((one) => Number.parseFloat(one));
};
