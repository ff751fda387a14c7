import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ctSlice, dicomFile, type Elements } from '../../../../../tests/dicom-files.ts';
import { bytesOf } from '../part10/bytes.ts';
import { readPart10 } from '../part10/read.ts';
import { drawFrame } from './draw.ts';
import { NotDrawn } from './image.ts';
import { fit } from './resize.ts';

const draw = (more: Elements, frame = 1) =>
  drawFrame(readPart10(bytesOf(dicomFile(ctSlice({ more })))), frame, null);
const us = (...values: number[]): Elements[string] => ['US', values];
const bytes = (...values: number[]): Elements[string] => ['OB', Uint8Array.from(values)];
const size = (rows: number, columns: number): Elements => ({
  '00280010': us(rows),
  '00280011': us(columns),
});
const eight: Elements = {
  ...{ '00280100': us(8), '00280101': us(8), '00280102': us(7) },
  ...{ '00281050': ['DS', ''], '00281051': ['DS', ''], '00281052': ['DS', '0'] },
};

test('MONOCHROME1 is white where values are least', async () => {
  const plain = await draw({});
  const inverse = await draw({ '00280004': ['CS', 'MONOCHROME1'] });
  expect([...inverse.data]).toEqual([...plain.data].map((level) => 255 - level));
});

test('colours of a palette, in planes, and of YBR are those that were meant', async () => {
  const palette = await draw({
    ...eight,
    ...size(1, 4),
    '00280004': ['CS', 'PALETTE COLOR'],
    ...{ '00281101': us(4, 0, 16), '00281102': us(4, 0, 16), '00281103': us(4, 0, 16) },
    '00281201': ['OW', Uint8Array.from([0, 0, 0, 255, 0, 0, 0, 0])],
    '00281202': ['OW', Uint8Array.from([0, 0, 0, 0, 0, 255, 0, 0])],
    '00281203': ['OW', Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 255])],
    '7FE00010': bytes(0, 1, 2, 3),
  });
  expect([...palette.data]).toEqual([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]);
  const rgb: Elements = { ...eight, ...size(1, 2), '00280002': us(3), '00280004': ['CS', 'RGB'] };
  const planes = await draw({ ...rgb, '00280006': us(1), '7FE00010': bytes(1, 2, 3, 4, 5, 6) });
  expect([...planes.data]).toEqual([1, 3, 5, 2, 4, 6]);
  const ybr = await draw({
    ...rgb,
    '00280004': ['CS', 'YBR_FULL'],
    '7FE00010': bytes(76, 85, 255, 255, 128, 128),
  });
  expect([...ybr.data]).toEqual([254, 0, 0, 255, 255, 255]);
});

test('frames follow each other, of one bit within a byte as well', async () => {
  const bits: Elements = {
    ...size(1, 4),
    ...{ '00280008': ['IS', '2'], '00280100': us(1), '00280101': us(1), '00280102': us(0) },
    ...{
      '00281050': ['DS', ''],
      '00281051': ['DS', ''],
      '00281052': ['DS', '0'],
      '7FE00010': bytes(0b1010_0001),
    },
  };
  expect([...(await draw(bits, 1)).data]).toEqual([255, 0, 0, 0]);
  expect([...(await draw(bits, 2)).data]).toEqual([0, 255, 0, 255]);
  await expect(draw(bits, 3)).rejects.toThrow(NotDrawn);
});

test('what is announced and is not there, or cannot be, is not drawn', async () => {
  await expect(draw(size(4_000, 4_000))).rejects.toThrow(/is not there/);
  await expect(draw(size(65_535, 65_535))).rejects.toThrow(/is not drawn/);
  await expect(draw({ '00280101': us(99) })).rejects.toThrow(NotDrawn);
});

test('a picture made smaller keeps its mean', async () => {
  const whole = await draw({});
  const small = fit(whole, { width: 4, height: 8, part: null });
  expect([small.width, small.height]).toEqual([4, 4]);
  const mean = (data: Uint8Array) => data.reduce((sum, one) => sum + one, 0) / data.length;
  expect(Math.abs(mean(small.data) - mean(whole.data))).toBeLessThan(12);
});

const shared = process.env.NODP_SHARED ?? '/none';
const judge = ['/usr/bin/dcm2pnm', '/usr/bin/dcmj2pnm'].every(existsSync);
const samples: readonly (readonly [string, ...string[]])[] = [
  ['data/dicom/CT_small.dcm', '+Wm'],
  ['data/dicom/MR_small.dcm', '+Wi', '1'],
  ['data/dicom/MR_small_RLE.dcm', '+Wi', '1'],
  ['data/dicom/MR_small_bigendian.dcm', '+Wi', '1'],
  ['data/dicom/MR_small_implicit.dcm', '+Wi', '1'],
  ['data/dicom/SC_rgb_rle_2frame.dcm'],
  ['data/dicom/liver_1frame.dcm', '+Wm'],
  ['data/dicom/rtdose.dcm', '+Wm'],
  ['network/dicom/JPGExtended.dcm', '+Wm'],
  ['network/dicom/SC_ybr_full_422_uncompressed.dcm'],
];
if (!judge)
  console.warn(
    'dcmtk is not installed: pictures are not compared with dcm2pnm (apt-get install dcmtk).',
  );

describe.skipIf(!judge || !existsSync(join(shared, 'data/dicom')))('beside dcm2pnm', () => {
  test.each(samples)('%s is within one grey level', async (path, ...options) => {
    const name = join(shared, path);
    const { width, height, data } = await drawFrame(
      readPart10(bytesOf(readFileSync(name))),
      1,
      null,
    );
    const program = path.includes('JPG') ? '/usr/bin/dcmj2pnm' : '/usr/bin/dcm2pnm';
    const made = execFileSync(program, [...options, '+op', name], {
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [head = '', , w, h] =
      /^P([56])\s+(?:#.*\s+)*(\d+)\s+(\d+)\s+\d+\s/.exec(made.toString('latin1', 0, 200)) ?? [];
    expect([Number(w), Number(h)]).toEqual([width, height]);
    const theirs = made.subarray(head.length);
    expect(theirs.length).toBe(data.length);
    expect(data.every((level, i) => Math.abs(level - (theirs[i] ?? 0)) <= 1)).toBe(true);
  });
});

describe.skipIf(!existsSync(join(shared, 'network/dicom')))(
  'the same slice in other transfer syntaxes',
  () => {
    test.each([
      'network/dicom/MR_small_jp2klossless.dcm',
      'network/dicom/MR_small_jpeg_ls_lossless.dcm',
    ])('%s', async (path) => {
      const of = async (one: string) =>
        (await drawFrame(readPart10(bytesOf(readFileSync(join(shared, one)))), 1, null)).data;
      expect([...(await of(path))]).toEqual([...(await of('data/dicom/MR_small.dcm'))]);
    });
  },
);
