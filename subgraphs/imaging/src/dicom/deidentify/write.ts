import type { Element, Part10 } from '../part10/element.ts';
import { encapsulated, fileOf, head, sequence } from '../part10/encode.ts';
import { BIG_ENDIAN, DEFLATED, EXPLICIT, IMPLICIT } from '../part10/read.ts';
import type { CopiedElement, CopiedSet } from './deidentify.ts';

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
      return encapsulated(fragments.map(({ at, length }) => bytes.read(at, length)));
    const value = bytes.read(range.at, range.length);
    const own = encoding.littleEndian ? value : turned(value, vr);
    const even = own.length % 2 === 0 ? own : Buffer.concat([own, Buffer.alloc(1)]);
    return Buffer.concat([head(tag, vr, even.length), even]);
  };
  const element = ({ tag, vr, value }: CopiedElement): Buffer => {
    if ('original' in value) return original(value.original);
    if ('bytes' in value) return Buffer.concat([head(tag, vr, value.bytes.length), value.bytes]);
    return sequence(tag, value.items.map(set));
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
  return fileOf(
    { sopClass: valueOfCopy('00080016'), sopUid: valueOfCopy('00080018'), syntax },
    set(copy),
  );
};
