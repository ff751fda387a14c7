import type { Element, Part10 } from '../part10/element.ts';
import { BIG_ENDIAN, DEFLATED, EXPLICIT, IMPLICIT } from '../part10/read.ts';
import type { CopiedElement, CopiedSet } from './deidentify.ts';

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
/** Bytes of a number, by which those of a big endian file are turned. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{
    US: 2,
    SS: 2,
    OW: 2,
    AT: 2,
    UL: 4,
    SL: 4,
    FL: 4,
    OF: 4,
    OL: 4,
    FD: 8,
    OD: 8,
    SV: 8,
    UV: 8,
    OV: 8,
  },
};
const UNDEFINED = 0xffff_ffff;

const tagBytes = (tag: string): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16));
  bytes.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const head = (tag: string, vr: string, length: number): Buffer => {
  if (LONG.has(vr))
    return Buffer.concat([tagBytes(tag), Buffer.from(vr), Buffer.alloc(2), u32(length)]);
  const short = Buffer.alloc(2);
  short.writeUInt16LE(length);
  return Buffer.concat([tagBytes(tag), Buffer.from(vr), short]);
};

const turned = (bytes: Buffer, vr: string): Buffer => {
  const copy = Buffer.from(bytes);
  const width = WIDTHS[vr];
  if (width === 2) return copy.swap16();
  if (width === 4) return copy.swap32();
  return width === 8 ? copy.swap64() : copy;
};

/** A copy as a file of PS3.10 in explicit little endian, encapsulated pixels as they are. */
export const writeCopy = (file: Part10, copy: CopiedSet): Buffer => {
  const { bytes, encoding, transferSyntax } = file;
  const original = ({ tag, vr, range, fragments }: Element): Buffer => {
    if (fragments !== undefined)
      return Buffer.concat([
        head(tag, 'OB', UNDEFINED),
        ...fragments.flatMap(({ at, length }) => [
          tagBytes('FFFEE000'),
          u32(length),
          bytes.read(at, length),
        ]),
        tagBytes('FFFEE0DD'),
        u32(0),
      ]);
    const value = bytes.read(range.at, range.length);
    const own = encoding.littleEndian ? value : turned(value, vr);
    const even = own.length % 2 === 0 ? own : Buffer.concat([own, Buffer.alloc(1)]);
    return Buffer.concat([head(tag, vr, even.length), even]);
  };
  const element = ({ tag, vr, value }: CopiedElement): Buffer => {
    if ('original' in value) return original(value.original);
    if ('bytes' in value) return Buffer.concat([head(tag, vr, value.bytes.length), value.bytes]);
    const items = value.items.map((item) => {
      const body = set(item);
      return Buffer.concat([tagBytes('FFFEE000'), u32(body.length), body]);
    });
    const body = Buffer.concat(items);
    return Buffer.concat([head(tag, 'SQ', body.length), body]);
  };
  const set = (all: CopiedSet): Buffer => Buffer.concat(all.map(element));

  const valueOfCopy = (tag: string): Uint8Array => {
    const found = copy.find((one) => one.tag === tag)?.value;
    if (found === undefined) return new Uint8Array();
    if ('bytes' in found) return found.bytes;
    return 'original' in found
      ? bytes.read(found.original.range.at, found.original.range.length)
      : new Uint8Array();
  };
  const native = [IMPLICIT, EXPLICIT, BIG_ENDIAN, DEFLATED].includes(transferSyntax);
  const syntax = native ? EXPLICIT : transferSyntax;
  const meta = (tag: string, vr: string, value: Uint8Array) =>
    Buffer.concat([head(tag, vr, value.length), value]);
  const uid = (text: string): Buffer => Buffer.from(text.length % 2 === 0 ? text : `${text}\0`);
  const rest = Buffer.concat([
    meta('00020001', 'OB', new Uint8Array([0, 1])),
    meta('00020002', 'UI', valueOfCopy('00080016')),
    meta('00020003', 'UI', valueOfCopy('00080018')),
    meta('00020010', 'UI', uid(syntax)),
    meta('00020012', 'UI', uid('2.25.266407331271047265286016371052081436261')),
  ]);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    meta('00020000', 'UL', u32(rest.length)),
    rest,
    set(copy),
  ]);
};
