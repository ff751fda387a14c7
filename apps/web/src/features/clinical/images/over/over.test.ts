import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instance, Picture } from '../stage/instance.ts';
import { contoursOf } from './contours.ts';
import { dosesOf } from './dose.ts';
import { placeOn, pointAt, stepOf, type Vector } from './plane.ts';
import { segmentsOf } from './segments.ts';

const picture = (z: number, more: Partial<Picture> = {}): Picture =>
  ({
    ...{ origin: [-10, -20, z], alongRow: [1, 0, 0], alongColumn: [0, 1, 0] },
    ...{ spacing: [2, 0.5], depth: z, thickness: 5, frameOfReference: '1.2' },
    ...more,
  }) as Picture;
const values = (...Value: readonly unknown[]) => ({ Value });
const STEP = 5;

test('a point of the patient lies where its picture says, and a pixel where it came from', () => {
  expect(placeOn(picture(5), [-9, -16, 7])).toEqual({ x: 2, y: 2, above: 2 });
  const turned = fc.double({ min: -3, max: 3, noNaN: true });
  const where = fc.double({ min: -500, max: 500, noNaN: true });
  fc.assert(
    fc.property(turned, turned, where, where, (a, b, x, y) => {
      const plane = picture(3, {
        alongRow: [Math.cos(a), Math.sin(a), 0],
        alongColumn: [-Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b)],
      });
      const found = placeOn(plane, pointAt(plane, x, y));
      expect(found.x).toBeCloseTo(x, 6);
      expect(found.y).toBeCloseTo(y, 6);
      expect(found.above).toBeCloseTo(0, 6);
    }),
  );
});

test('pictures of a stack stand for what lies between them; one alone for its thickness', () => {
  expect(stepOf([picture(9), picture(6), picture(3)])).toBe(3);
  expect(stepOf([picture(9)])).toBe(5);
});

const square = (z: number) => [-9, -18, z, -8, -18, z, -8, -14, z, -9, -14, z];
const structures: Instance = {
  '30060010': values({ '00200052': values('1.2') }),
  '30060020': values(
    { '30060022': values(7), '30060026': values('Liver') },
    { '30060022': values(9), '30060026': values('Cord') },
  ),
  '30060039': values(
    {
      '30060084': values(7),
      '3006002A': values(255, 0, 10),
      '30060040': values(
        { '30060042': values('CLOSED_PLANAR'), '30060050': values(...square(5)) },
        { '30060042': values('CLOSED_PLANAR'), '30060050': values(...square(10)) },
      ),
    },
    {
      '30060084': values(9),
      '30060040': values({ '30060042': values('POINT'), '30060050': values(-10, -20, 5) }),
    },
  ),
};

test('contours are drawn on the picture that they were drawn on, in its pixels', () => {
  const over = contoursOf(structures);
  expect(over.frameOfReference).toBe('1.2');
  expect(over.outlinesOn(picture(5), STEP)).toEqual([
    { key: '7', name: 'Liver', colour: 'rgb(255 0 10)', path: 'M2 1L4 1L4 3L2 3Z' },
    { key: '9', name: 'Cord', colour: '#4fc3f7', path: 'M0 0' },
  ]);
  expect(over.outlinesOn(picture(7), STEP).map(({ path }) => path !== '')).toEqual([true, true]);
  expect(over.outlinesOn(picture(20), STEP).map(({ path }) => path)).toEqual(['', '']);
});

test('a set is refused whole where one of its contours is told apart', () => {
  const apart = { '30060050': { vr: 'DS', BulkDataURI: '/dicom-web/…' } } as Instance;
  const set = { ...structures, '30060039': values({ '30060040': values(apart) }) };
  expect(() => contoursOf(set)).toThrow('too long');
});

const segmentation = (frames: readonly (readonly [segment: number, z: number])[]): Instance => ({
  '00200052': values('1.2'),
  '00280010': values(4),
  '00280011': values(4),
  '00620002': values(
    { '00620004': values(1), '00620005': values('Tumour') },
    { '00620004': values(2), '0062000F': values({ '00080104': values('Kidney') }) },
  ),
  '52009229': values({
    '00209116': values({ '00200037': values(1, 0, 0, 0, 1, 0) }),
    '00289110': values({ '00280030': values(4, 1) }),
  }),
  '52009230': values(
    ...frames.map(([segment, z]) => ({
      '00209113': values({ '00200032': values(-10, -20, z) }),
      '0062000A': values({ '0062000B': values(segment) }),
    })),
  ),
});

test('a segment is outlined where its frame lies, in the pixels of a finer picture', () => {
  const mask = Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 1 : 0));
  const over = segmentsOf(
    segmentation([
      [1, 5],
      [2, 10],
    ]),
    [mask, mask],
  );
  const [tumour, kidney] = over.outlinesOn(picture(5), STEP);
  expect([tumour?.name, kidney?.name, kidney?.path]).toEqual(['Tumour', 'Kidney', '']);
  // The sample at column 1, row 1 of 1 × 4 mm: its middle is pixel 2, 2 of the picture of 0.5 × 2 mm.
  const points = [...(tumour?.path ?? '').matchAll(/[ML](\S+) ([^ML]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(new Set(points.map(String))).toEqual(new Set(['2,1', '3,2', '2,3', '1,2']));
  expect(over.outlinesOn(picture(10), STEP).map(({ path }) => path !== '')).toEqual([false, true]);
});

const doses = (offsets: readonly number[], along: Vector = [1, 0, 0]): Instance => ({
  '00200052': values('1.2'),
  '00200032': values(-10, -20, 0),
  '00200037': values(...along, 0, 1, 0),
  '00280030': values(2, 0.5),
  '00280010': values(1),
  '00280011': values(3),
  '3004000C': values(...offsets),
  '3004000E': values(0.01),
  '30040002': values('GY'),
});

test('between two levels of a grid the dose is between theirs', () => {
  const over = dosesOf(doses([0, 10]), [
    Uint16Array.from([0, 1000, 2000]),
    Uint16Array.from([0, 2000, 4000]),
  ]);
  const on = (z: number) => over.outlinesOn(picture(z), STEP);
  expect(on(10).map(({ name }) => name)).toEqual([
    '38.0 Gy (95 %)',
    '32.0 Gy (80 %)',
    '20.0 Gy (50 %)',
    '12.0 Gy (30 %)',
    '4.0 Gy (10 %)',
  ]);
  // 20 Gy: on the upper level at column 1, half way (0, 15, 30 Gy) at 4/3, on the lower one at 2.
  expect(on(10)[2]?.path).toMatch(/(^|[ML])1 0(?=[ML]|$)/);
  expect(on(5)[2]?.path).toMatch(/(^|[ML])1\.33 0(?=[ML]|$)/);
  expect(on(0)[2]?.path).toMatch(/(^|[ML])2 0(?=[ML]|$)/);
  expect(on(11).every(({ path }) => path === '')).toBe(true);
  expect(on(-1).every(({ path }) => path === '')).toBe(true);
});

test('a grid whose levels go the other way, or which lies askew, is placed by what it says', () => {
  const down = dosesOf(doses([0, -10]), [
    Uint16Array.from([0, 1000, 2000]),
    Uint16Array.from([0, 2000, 4000]),
  ]);
  expect(down.outlinesOn(picture(-10), STEP)[2]?.path).toMatch(/(^|[ML])1 0(?=[ML]|$)/);
  expect(down.outlinesOn(picture(10), STEP).every(({ path }) => path === '')).toBe(true);
  // Its rows run from left to right of the viewer: so its normal points to the feet, and its levels, told by it, go down.
  const mirrored = dosesOf(doses([0, 10], [-1, 0, 0]), [
    Uint16Array.from([0, 1000, 2000]),
    Uint16Array.from([0, 2000, 4000]),
  ]);
  expect(mirrored.outlinesOn(picture(-10), STEP)[2]?.path).toMatch(/(^|[ML])-1 0(?=[ML]|$)/);
  const askew = picture(5, { alongColumn: [0, 0.8, 0.6] });
  expect(down.outlinesOn(askew, STEP).every(({ path }) => path === '')).toBe(true);
});
