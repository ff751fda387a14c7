import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonDataSet } from '../dicom/json/dicom-json.ts';
import { measured, type Point, planeOf } from './geometry.ts';

const ds = (...Value: (number | string)[]) => ({ vr: 'DS', Value });
const ct: JsonDataSet = {
  '00080060': { vr: 'CS', Value: ['CT'] },
  '00200032': ds(-125, -128.1, 103.7),
  '00200037': ds(1, 0, 0, 0, 1, 0),
  '00280010': { vr: 'US', Value: [128] },
  '00280011': { vr: 'US', Value: [128] },
  '00280030': ds(0.661468, 0.661468),
};

describe('the size of pixels', () => {
  test('a section has that of Pixel Spacing, in the patient', () => {
    expect(planeOf(ct, 1)).toMatchObject({
      calibration: 'PATIENT',
      spacing: [0.661468, 0.661468],
      place: { origin: [-125, -128.1, 103.7] },
    });
  });

  test('a section without it has none: Imager Pixel Spacing is of projections', () => {
    const { '00280030': _, ...without } = ct;
    expect(planeOf({ ...without, '00181164': ds(0.1, 0.1) }, 1)).toMatchObject({
      calibration: 'NONE',
      spacing: null,
    });
  });

  const dx = (more: JsonDataSet): JsonDataSet => ({
    '00080060': { vr: 'CS', Value: ['DX'] },
    ...more,
  });
  test.each<[string, JsonDataSet, string]>([
    ['at the detector', { '00181164': ds(0.14, 0.14) }, 'DETECTOR'],
    [
      'the same twice, uncalibrated',
      { '00181164': ds(0.14, 0.14), '00280030': ds(0.14, 0.14) },
      'DETECTOR',
    ],
    ['Pixel Spacing alone, nobody knows of what', { '00280030': ds(0.14, 0.14) }, 'DETECTOR'],
    [
      'calibrated by a fiducial',
      { '00280030': ds(0.12, 0.12), '00280A02': { vr: 'CS', Value: ['FIDUCIAL'] } },
      'PATIENT',
    ],
    [
      'another than at the detector',
      { '00181164': ds(0.14, 0.14), '00280030': ds(0.12, 0.12) },
      'PATIENT',
    ],
    ['nothing', {}, 'NONE'],
    ['a spacing of zero', { '00280030': ds(0, 0) }, 'NONE'],
  ])('a projection: %s', (_, more, calibration) => {
    expect(planeOf(dx(more), 1).calibration).toBe(calibration);
  });

  test('of several frames, each has its own before what they share', () => {
    const measures = (spacing: number) => ({
      vr: 'SQ',
      Value: [{ '00289110': { vr: 'SQ', Value: [{ '00280030': ds(spacing, spacing) }] } }],
    });
    const own = measures(0.5).Value[0] as JsonDataSet;
    const image: JsonDataSet = {
      '00080060': { vr: 'CS', Value: ['MR'] },
      '52009229': measures(0.8),
      '52009230': { vr: 'SQ', Value: [{}, own] },
    };
    expect(planeOf(image, 1).spacing).toEqual([0.8, 0.8]);
    expect(planeOf(image, 2).spacing).toEqual([0.5, 0.5]);
  });
});

describe('what is measured', () => {
  test('the tried case: 160 by 70 pixels of a viewport of 400, 84.67 mm wide, are 36.9665 mm', () => {
    const perPixel = 128 / 400;
    const points: Point[] = [
      [10, 20],
      [10 + 160 * perPixel, 20 + 70 * perPixel],
    ];
    expect(measured('LENGTH', planeOf(ct, 1), points).longMm).toBeCloseTo(36.9665, 4);
  });

  test('pixels that are longer than wide count so', () => {
    const plane = planeOf({ ...ct, '00280030': ds(2, 0.5) }, 1);
    expect(
      measured('LENGTH', plane, [
        [0, 0],
        [4, 0],
      ]).longMm,
    ).toBe(2);
    expect(
      measured('LENGTH', plane, [
        [0, 0],
        [0, 4],
      ]).longMm,
    ).toBe(8);
  });

  test('the longer of two axes is the long one, whichever was drawn first', () => {
    const plane = planeOf({ ...ct, '00280030': ds(1, 1) }, 1);
    const short: Point[] = [
      [5, 0],
      [5, 4],
    ];
    const long: Point[] = [
      [0, 2],
      [10, 2],
    ];
    for (const points of [
      [...short, ...long],
      [...long, ...short],
    ])
      expect(measured('BIDIRECTIONAL', plane, points)).toMatchObject({ longMm: 10, shortMm: 4 });
  });

  test('an ellipse has the area of its axes', () => {
    const plane = planeOf({ ...ct, '00280030': ds(1, 1) }, 1);
    const axes: Point[] = [
      [5, 0],
      [5, 4],
      [0, 2],
      [10, 2],
    ];
    expect(measured('ELLIPSE', plane, axes).areaMm2).toBeCloseTo(Math.PI * 10, 9);
  });

  test('the middle of the first pixel lies where the image begins', () => {
    const { centre } = measured('LENGTH', planeOf(ct, 1), [
      [0, 0.5],
      [1, 0.5],
    ]);
    expect(centre).toEqual([-125, -128.1, 103.7]);
  });

  test('nothing has a length where pixels have no size', () => {
    const { '00280030': _, ...without } = ct;
    expect(
      measured('LENGTH', planeOf(without, 1), [
        [0, 0],
        [9, 9],
      ]),
    ).toEqual({
      ...{ longMm: null, shortMm: null, areaMm2: null, centre: null },
    });
  });

  test('a length does not change by moving or turning what was drawn', () => {
    const pixel = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        pixel,
        pixel,
        pixel,
        pixel,
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (a, b, x, y, turn) => {
          const plane = planeOf({ ...ct, '00280030': ds(0.7, 0.7) }, 1);
          const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
          const at = (column: number, row: number): Point => [
            x + column * cos - row * sin,
            y + column * sin + row * cos,
          ];
          const straight =
            measured('LENGTH', plane, [
              [0, 0],
              [a, b],
            ]).longMm ?? 0;
          const moved = measured('LENGTH', plane, [at(0, 0), at(a, b)]).longMm ?? 0;
          expect(moved).toBeCloseTo(straight, 6);
        },
      ),
    );
  });
});
