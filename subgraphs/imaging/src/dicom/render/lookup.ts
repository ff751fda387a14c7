import { type DataSet, type Part10, wholeOf } from '../part10/element.ts';

/** A table that gives each value another (PS3.3 C.11.1.1). */
export interface Lookup {
  readonly first: number;
  readonly entries: ArrayLike<number>;
  readonly bits: number;
}

const words = (bytes: Buffer, littleEndian: boolean): Uint16Array =>
  Uint16Array.from({ length: bytes.length >> 1 }, (_, i) =>
    littleEndian ? bytes.readUInt16LE(i * 2) : bytes.readUInt16BE(i * 2),
  );

/**
 * A lookup table by the attributes of its descriptor and data; null where it is not there whole.
 * @param signed whether the values that it is of are
 */
export const lookupOf = (
  file: Part10,
  set: DataSet | undefined,
  [descriptorTag, dataTag]: readonly [string, string],
  signed: boolean,
): Lookup | null => {
  const [descriptor, data] = [set?.get(descriptorTag), set?.get(dataTag)];
  if (set === undefined || descriptor === undefined || data === undefined) return null;
  if (descriptor.range.length < 6 || data.range.length > 2 ** 20) return null;
  const { littleEndian } = file.encoding;
  const [many = 0, start = 0, bits = 16] = words(
    file.bytes.read(descriptor.range.at, 6),
    littleEndian,
  );
  const length = many === 0 ? 65_536 : many;
  const raw = file.bytes.read(data.range.at, data.range.length);
  // Entries of 8 bits may be packed two in a word.
  const packed = bits <= 8 && raw.length < length * 2;
  const entries = packed
    ? littleEndian
      ? raw
      : Buffer.from(raw).swap16()
    : words(raw, littleEndian);
  if (entries.length < length) return null;
  return { first: signed ? (start << 16) >> 16 : start, entries, bits };
};

export const mapped = ({ first, entries }: Lookup, value: number): number =>
  entries[Math.min(Math.max(Math.round(value) - first, 0), entries.length - 1)] ?? 0;

/** Pixel padding (PS3.3 C.7.5.1.1.2); null where nothing is said. */
export const paddingOf = (file: Part10): number | null => wholeOf(file, file.data, '00280120');
