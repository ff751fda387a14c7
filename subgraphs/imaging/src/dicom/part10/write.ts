import { encapsulated, fileOf, head, sequence, uidBytes } from './encode.ts';

/** A value to be written: text, numbers of the representation that is said, bytes, or items of a sequence. */
export type WrittenValue =
  | string
  | readonly number[]
  | Uint8Array
  | { readonly items: readonly WrittenSet[] }
  /** Compressed pixels of one frame. */
  | { readonly fragment: Uint8Array };

export interface WrittenSet {
  readonly [tag: string]: readonly [vr: string, value: WrittenValue];
}

const NUMBERS: Readonly<Record<string, readonly [bytes: number, write: keyof Buffer]>> = {
  US: [2, 'writeUInt16LE'],
  SS: [2, 'writeInt16LE'],
  UL: [4, 'writeUInt32LE'],
  FL: [4, 'writeFloatLE'],
  FD: [8, 'writeDoubleLE'],
};

const numbers = (vr: string, values: readonly number[]): Buffer => {
  const [size, write] = NUMBERS[vr] ?? [];
  if (size === undefined || write === undefined) throw new TypeError(`${vr} holds no numbers.`);
  const bytes = Buffer.alloc(values.length * size);
  for (const [i, value] of values.entries())
    (bytes[write] as (value: number, at: number) => number).call(bytes, value, i * size);
  return bytes;
};

const padded = (bytes: Buffer, by: string): Buffer =>
  bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.from(by)]);

const element = (tag: string, vr: string, value: WrittenValue): Buffer => {
  const plain = (bytes: Buffer) => Buffer.concat([head(tag, vr, bytes.length), bytes]);
  if (typeof value === 'string')
    return plain(vr === 'UI' ? uidBytes(value) : padded(Buffer.from(value, 'utf8'), ' '));
  if (value instanceof Uint8Array) return plain(padded(Buffer.from(value), '\0'));
  if ('items' in value) return sequence(tag, value.items.map(elements));
  if ('fragment' in value)
    return encapsulated([new Uint8Array(), padded(Buffer.from(value.fragment), '\0')]);
  return plain(numbers(vr, value));
};

const elements = (all: WrittenSet): Buffer =>
  Buffer.concat(
    Object.entries(all)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, [vr, value]]) => element(tag, vr, value)),
  );

/**
 * A file of PS3.10 in explicit little endian, texts in UTF-8 (ISO_IR 192).
 * @param syntax another transfer syntax, of pixels that are compressed
 * @throws TypeError where numbers are given to a representation that has none
 */
export const writePart10 = (
  all: WrittenSet & { readonly '00080016': readonly ['UI', string] } & {
    readonly '00080018': readonly ['UI', string];
  },
  syntax = '1.2.840.10008.1.2.1',
): Buffer =>
  fileOf(
    {
      sopClass: uidBytes(all['00080016'][1]),
      sopUid: uidBytes(all['00080018'][1]),
      syntax,
    },
    elements({ ...all, '00080005': ['CS', 'ISO_IR 192'] }),
  );
