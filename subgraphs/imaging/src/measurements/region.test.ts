import { expect, test } from 'vitest';
import { type Pixels, regionOf } from './region.ts';

const of = (value: (column: number, row: number) => number): Pixels => ({
  values: Array.from({ length: 100 }, (_, i) => value(i % 10, Math.floor(i / 10))),
  ...{ columns: 10, rows: 10, slope: 1, intercept: 0 },
});

test('pixels whose middle lies within count, those around do not', () => {
  const bright = of((column, row) => (column >= 3 && column <= 6 && row >= 3 && row <= 6 ? 50 : 0));
  expect(
    regionOf(bright, [
      [3.5, 5],
      [6.5, 5],
      [5, 3.5],
      [5, 6.5],
    ]),
  ).toEqual({ mean: 50, deviation: 0 });
});

test('what is stored is rescaled first', () => {
  const pixels = { ...of(() => 1024), slope: 2, intercept: -1024 };
  const axes = [
    [0, 5],
    [10, 5],
    [5, 0],
    [5, 10],
  ] as const;
  expect(regionOf(pixels, axes)).toEqual({ mean: 1024, deviation: 0 });
});

test('half and half deviates by half the difference', () => {
  const pixels = of((column) => (column < 5 ? 0 : 100));
  const region = regionOf(pixels, [
    [1, 5],
    [9, 5],
    [5, 1],
    [5, 9],
  ]);
  expect(region?.mean).toBeCloseTo(50, 9);
  expect(region?.deviation).toBeCloseTo(50, 9);
});

test('an axis that is turned turns the region', () => {
  const pixels = of((column, row) => (column === row ? 7 : 0));
  const region = regionOf(pixels, [
    [2, 2],
    [8, 8],
    [5.2, 4.8],
    [4.8, 5.2],
  ]);
  expect(region).toEqual({ mean: 7, deviation: 0 });
});

test('an ellipse outside of the image, or of no width, has no pixels', () => {
  const axes = (x: number, half: number) =>
    [
      [x - half, 5],
      [x + half, 5],
      [x, 4],
      [x, 6],
    ] as const;
  expect(
    regionOf(
      of(() => 1),
      axes(40, 2),
    ),
  ).toBeNull();
  expect(
    regionOf(
      of(() => 1),
      axes(5, 0),
    ),
  ).toBeNull();
});
