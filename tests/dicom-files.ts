import { deflateRawSync } from 'node:zlib';

/** Writes small DICOM files for tests, byte by byte as PS3.5 and PS3.10 say: nothing of the store's own reader is in it. */

export const SYNTAX = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  deflated: '1.2.840.10008.1.2.1.99',
  bigEndian: '1.2.840.10008.1.2.2',
  jpegBaseline: '1.2.840.10008.1.2.4.50',
} as const;

export const CT = '1.2.840.10008.5.1.4.1.1.2';

/** A value: text, numbers of US, raw bytes, or items of a sequence. */
export type Value = string | readonly number[] | Uint8Array | readonly Elements[];
export type Elements = Readonly<Record<string, readonly [vr: string, value: Value]>>;

interface Form {
  readonly explicit: boolean;
  readonly little: boolean;
}

const LONG = ['OB', 'OW', 'SQ', 'UN', 'UT', 'UC', 'UR'];

const u16 = (value: number, { little }: Form): Buffer => {
  const bytes = Buffer.alloc(2);
  if (little) bytes.writeUInt16LE(value);
  else bytes.writeUInt16BE(value);
  return bytes;
};
const u32 = (value: number, { little }: Form): Buffer => {
  const bytes = Buffer.alloc(4);
  if (little) bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
};

const tagOf = (tag: string, form: Form): Buffer =>
  Buffer.concat([
    u16(Number.parseInt(tag.slice(0, 4), 16), form),
    u16(Number.parseInt(tag.slice(4), 16), form),
  ]);

const isItems = (vr: string, value: Value): value is readonly Elements[] => vr === 'SQ';

const encoded = (vr: string, value: Value, form: Form): Buffer => {
  if (isItems(vr, value))
    return Buffer.concat(
      value.map((item) => {
        const body = elements(item, form);
        return Buffer.concat([tagOf('FFFEE000', form), u32(body.length, form), body]);
      }),
    );
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8');
    return text.length % 2 === 0
      ? text
      : Buffer.concat([text, Buffer.from(vr === 'UI' ? '\0' : ' ')]);
  }
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value);
    if (vr === 'OW' && !form.little) return Buffer.from(bytes).swap16();
    return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
  }
  return Buffer.concat((value as readonly number[]).map((one) => u16(one, form)));
};

const elements = (all: Elements, form: Form): Buffer =>
  Buffer.concat(
    Object.entries(all)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, [vr, value]]) => {
        const body = encoded(vr, value, form);
        const head = tagOf(tag, form);
        if (!form.explicit) return Buffer.concat([head, u32(body.length, form), body]);
        return LONG.includes(vr)
          ? Buffer.concat([head, Buffer.from(vr), Buffer.alloc(2), u32(body.length, form), body])
          : Buffer.concat([head, Buffer.from(vr), u16(body.length, form), body]);
      }),
  );

/** A file of PS3.10, or without its header where `bare` is said. */
export const dicomFile = (
  all: Elements,
  { syntax = SYNTAX.explicit as string, bare = false } = {},
): Buffer => {
  const form = { explicit: syntax !== SYNTAX.implicit, little: syntax !== SYNTAX.bigEndian };
  const body = elements(all, form);
  if (bare) return body;
  const header = { explicit: true, little: true };
  const rest = elements(
    {
      '00020001': ['OB', new Uint8Array([0, 1])],
      '00020002': ['UI', (all['00080016']?.[1] as string | undefined) ?? CT],
      '00020003': ['UI', (all['00080018']?.[1] as string | undefined) ?? '1.2.3'],
      '00020010': ['UI', syntax],
      '00020012': ['UI', '2.25.1'],
    },
    header,
  );
  const length = Buffer.concat([
    tagOf('00020000', header),
    Buffer.from('UL'),
    u16(4, header),
    u32(rest.length, header),
  ]);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    length,
    rest,
    syntax === SYNTAX.deflated ? deflateRawSync(body) : body,
  ]);
};

/** Pixels of 16 bits by a rule. */
export const pixels = (
  rows: number,
  columns: number,
  of: (row: number, column: number) => number,
): Uint8Array => {
  const bytes = Buffer.alloc(rows * columns * 2);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      bytes.writeUInt16LE(of(row, column), (row * columns + column) * 2);
  return bytes;
};

export interface CtOf {
  readonly study?: string;
  readonly series?: string;
  readonly sop?: string;
  readonly number?: number;
  readonly patient?: string;
  readonly name?: string;
  readonly born?: string;
  readonly day?: string;
  readonly more?: Elements;
}

/** A slice of CT, 16 × 16, brighter from left to right: value = column × 100 − 800 after rescale. */
export const ctSlice = ({
  study = '2.25.100',
  series = '2.25.100.1',
  number = 1,
  sop = `${series}.${number}`,
  patient = 'MRN-1',
  name = 'Wang^XiaoDong=王^小东',
  born = '19600520',
  day = '20260301',
  more = {},
}: CtOf = {}): Elements => ({
  '00080005': ['CS', 'ISO_IR 192'],
  '00080016': ['UI', CT],
  '00080018': ['UI', sop],
  '00080020': ['DA', day],
  '00080030': ['TM', '093000'],
  '00080050': ['SH', 'ACC-1'],
  '00080060': ['CS', 'CT'],
  '00080090': ['PN', 'Li^Ming=李^明'],
  '00081030': ['LO', '胸部CT平扫'],
  '0008103E': ['LO', 'Lung 1.0'],
  '00100010': ['PN', name],
  '00100020': ['LO', patient],
  '00100030': ['DA', born],
  '00100040': ['CS', 'M'],
  '00180015': ['CS', 'CHEST'],
  '0020000D': ['UI', study],
  '0020000E': ['UI', series],
  '00200011': ['IS', '2'],
  '00200013': ['IS', String(number)],
  '00280002': ['US', [1]],
  '00280004': ['CS', 'MONOCHROME2'],
  '00280010': ['US', [16]],
  '00280011': ['US', [16]],
  '00280100': ['US', [16]],
  '00280101': ['US', [12]],
  '00280102': ['US', [11]],
  '00280103': ['US', [0]],
  '00281050': ['DS', '40'],
  '00281051': ['DS', '400'],
  '00281052': ['DS', '-1000'],
  '00281053': ['DS', '1'],
  '7FE00010': ['OW', pixels(16, 16, (_, column) => 200 + column * 100)],
  ...more,
});

/** A body of multipart/related of files, as STOW sends them. */
export const multipart = (
  files: readonly Uint8Array[],
  boundary = 'parts-of-a-test',
): { readonly body: Buffer; readonly contentType: string } => ({
  body: Buffer.concat([
    ...files.flatMap((file) => [
      Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`),
      file,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]),
  contentType: `multipart/related; type="application/dicom"; boundary=${boundary}`,
});
