/** Parts of a file of PS3.10 in explicit little endian, as bytes. */

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
const UNDEFINED = 0xffff_ffff;
/** PS3.10 7.1: which program wrote a file; a UID of our own by PS3.5 annex B.2. */
const IMPLEMENTATION = '2.25.266407331271047265286016371052081436261';

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

/** What stands before a value: tag, value representation and length in bytes. */
export const head = (tag: string, vr: string, length: number): Buffer => {
  if (LONG.has(vr))
    return Buffer.concat([tagBytes(tag), Buffer.from(vr), Buffer.alloc(2), u32(length)]);
  const short = Buffer.alloc(2);
  short.writeUInt16LE(length);
  return Buffer.concat([tagBytes(tag), Buffer.from(vr), short]);
};

/** A sequence of items that are encoded already. */
export const sequence = (tag: string, items: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(
    items.flatMap((item) => [tagBytes('FFFEE000'), u32(item.length), item]),
  );
  return Buffer.concat([head(tag, 'SQ', body.length), body]);
};

/** Compressed pixels: the offset table first, then the fragments (PS3.5 A.4). */
export const encapsulated = (fragments: readonly Uint8Array[]): Buffer =>
  Buffer.concat([
    head('7FE00010', 'OB', UNDEFINED),
    ...fragments.flatMap((fragment) => [tagBytes('FFFEE000'), u32(fragment.length), fragment]),
    tagBytes('FFFEE0DD'),
    u32(0),
  ]);

/** A UID as it is written: of an even length. */
export const uidBytes = (uid: string): Buffer =>
  Buffer.from(uid.length % 2 === 0 ? uid : `${uid}\0`);

interface NamedInstance {
  readonly sopClass: Uint8Array;
  readonly sopUid: Uint8Array;
  readonly syntax: string;
}

const fileHead = (named: NamedInstance): Buffer => {
  const meta = (tag: string, vr: string, value: Uint8Array) =>
    Buffer.concat([head(tag, vr, value.length), value]);
  const rest = Buffer.concat([
    meta('00020001', 'OB', new Uint8Array([0, 1])),
    meta('00020002', 'UI', named.sopClass),
    meta('00020003', 'UI', named.sopUid),
    meta('00020010', 'UI', uidBytes(named.syntax)),
    meta('00020012', 'UI', uidBytes(IMPLEMENTATION)),
  ]);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    meta('00020000', 'UL', u32(rest.length)),
    rest,
  ]);
};

/** What stands before a data set that came without a file: the same for the same instance, whoever sent it. */
export const headBefore = (named: {
  readonly sopClass: string;
  readonly sopUid: string;
  readonly syntax: string;
}): Buffer =>
  fileHead({
    sopClass: uidBytes(named.sopClass),
    sopUid: uidBytes(named.sopUid),
    syntax: named.syntax,
  });

/** A whole file: preamble, meta information and the data set. */
export const fileOf = (named: NamedInstance, data: Buffer): Buffer =>
  Buffer.concat([fileHead(named), data]);
