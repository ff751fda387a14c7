/** Places of the patient on a picture, in pixels: 0, 0 is the middle of the first one. */
import type { Picture } from '../stage/instance.ts';

export type Vector = readonly [number, number, number];

/** A grid of samples in the patient: a frame of a segmentation, or a level of a dose. */
export interface Plane {
  readonly origin: Vector;
  readonly alongRow: Vector;
  readonly alongColumn: Vector;
  /** mm, row to row and column to column. */
  readonly spacing: readonly [number, number];
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const less = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

export const normalOf = ({ alongRow: a, alongColumn: b }: Plane): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export interface Place {
  readonly x: number;
  readonly y: number;
  /** mm above the picture's plane. */
  readonly above: number;
}

/** Where a point of the patient lies on a picture. */
export const placeOn = (picture: Plane, point: Vector): Place => {
  const from = less(point, picture.origin);
  return {
    x: dot(from, picture.alongRow) / picture.spacing[1],
    y: dot(from, picture.alongColumn) / picture.spacing[0],
    above: dot(from, normalOf(picture)),
  };
};

/** The point of the patient at a column and a row of a grid. */
export const pointAt = (grid: Plane, x: number, y: number): Vector =>
  [0, 1, 2].map(
    (i) =>
      (grid.origin[i] ?? 0) +
      (grid.alongRow[i] ?? 0) * x * grid.spacing[1] +
      (grid.alongColumn[i] ?? 0) * y * grid.spacing[0],
  ) as unknown as Vector;

export const areParallel = (a: Plane, b: Plane): boolean =>
  Math.abs(dot(normalOf(a), normalOf(b))) > 0.999;

/** mm from picture to picture of a stack; what each one stands for in the patient. */
export const stepOf = (pictures: readonly Picture[]): number => {
  const gaps = pictures.slice(1).flatMap((one, i) => {
    const gap = Math.abs((one.depth ?? 0) - (pictures[i]?.depth ?? 0));
    return gap > 1e-6 ? [gap] : [];
  });
  return gaps.length > 0 ? Math.min(...gaps) : (pictures[0]?.thickness ?? 1);
};
