import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ctSlice, dicomFile, SYNTAX } from '../../../../../tests/dicom-files.ts';
import { toJson } from '../json/to-json.ts';
import { bytesOf } from './bytes.ts';
import { DicomFault } from './fault.ts';
import { readPart10 } from './read.ts';

const json = (file: Uint8Array, undeclared: string | null = null) =>
  toJson(readPart10(bytesOf(file)), { undeclared, bulk: (path) => path });

test.each(Object.values(SYNTAX).filter((one) => one !== SYNTAX.jpegBaseline))(
  'the same attributes are read in %s',
  (syntax) => {
    expect(json(dicomFile(ctSlice(), { syntax }))).toEqual(json(dicomFile(ctSlice())));
  },
);

test('a file that ends too early says in which attribute', () => {
  const file = dicomFile(ctSlice());
  expect(() => readPart10(bytesOf(file.subarray(0, file.length - 3)))).toThrow(
    /\(7FE0,0010\).* 512 bytes, and 509 are there/,
  );
});

test('sequences without end are no way to hold the process', () => {
  const deep = Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    ...Array.from({ length: 20_000 }, () =>
      Buffer.from('08000011' + '53510000ffffffff' + 'feff00e0ffffffff', 'hex'),
    ),
  ]);
  expect(() => readPart10(bytesOf(deep))).toThrow(/deeper/);
});

test('neither a header that repeats an attribute nor what unpacks to any length holds the process', () => {
  const [preamble, attribute] = [
    Buffer.concat([Buffer.alloc(128), Buffer.from('DICM')]),
    // (0002,0012) UI, empty.
    Buffer.from('0200120055490000', 'hex'),
  ];
  const repeated = Buffer.concat([preamble, Buffer.alloc(80e6).fill(attribute)]);
  const begun = performance.now();
  expect(() => readPart10(bytesOf(repeated))).toThrow('1000 attributes of a header');
  expect(performance.now() - begun).toBeLessThan(1_000);
  // (0002,0010) UI, 22 bytes.
  const announced = Buffer.from('0200100055491600', 'hex');
  const bomb = Buffer.concat([
    ...[preamble, announced, Buffer.from(SYNTAX.deflated)],
    deflateRawSync(Buffer.alloc(130 * 2 ** 20)),
  ]);
  expect(() => readPart10(bytesOf(bomb))).toThrow('Unpacked it has more than');
});

test('whatever bytes are changed, a file is read or refused with a reason', () => {
  const file = dicomFile(ctSlice());
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), (at, byte, cut) => {
      const changed = Buffer.from(file);
      changed[at] = byte;
      try {
        json(changed.subarray(0, cut));
      } catch (error) {
        expect(error).toBeInstanceOf(DicomFault);
      }
    }),
    { numRuns: 500 },
  );
});

const shared = process.env.NODP_SHARED ?? '/none';
const sample = (path: string) => readFileSync(join(shared, path));
const there = existsSync(join(shared, 'network/dicom'));

test.skipIf(!there).each([
  ['network/dicom/chrX2.dcm', { Alphabetic: 'Wang^XiaoDong', Ideographic: '王^小东' }],
  ['data/dicom/chrX1.dcm', { Alphabetic: 'Wang^XiaoDong', Ideographic: '王^小東' }],
  ['data/dicom/chrFren.dcm', { Alphabetic: 'Buc^Jérôme' }],
  [
    'network/dicom/chrH31.dcm',
    { Alphabetic: 'Yamada^Tarou', Ideographic: '山田^太郎', Phonetic: 'やまだ^たろう' },
  ],
  ['data/dicom/chrJapMulti.dcm', { Alphabetic: 'やまだ^たろう' }],
  ['network/dicom/no_meta.dcm', { Alphabetic: 'CompressedSamples^CT1' }],
])('the name in %s', (path, name) => {
  expect(json(sample(path))['00100010']?.Value).toEqual([name]);
});

test.skipIf(!there)('a sequence has a character set of its own', () => {
  const item = json(sample('network/dicom/chrSQEncoding1.dcm'))['00321064']?.Value?.[0];
  expect(item).toMatchObject({
    '00100010': {
      Value: [{ Alphabetic: 'ﾔﾏﾀﾞ^ﾀﾛｳ', Ideographic: '山田^太郎', Phonetic: 'やまだ^たろう' }],
    },
  });
});

test.skipIf(!there)(
  'truncated samples are refused, private sequences and empty numbers are read',
  () => {
    for (const path of ['data/dicom/MR_truncated.dcm', 'network/dicom/rtplan_truncated.dcm'])
      expect(() => readPart10(bytesOf(sample(path)))).toThrow(DicomFault);
    expect(json(sample('data/dicom/nested_priv_SQ.dcm'))['00010001']?.vr).toBe('SQ');
    expect(
      json(sample('network/dicom/reportsi_with_empty_number_tags.dcm'))['00200013'],
    ).toBeDefined();
  },
);
