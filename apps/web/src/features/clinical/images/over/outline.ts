import type { Picture } from '../stage/instance.ts';
import type { Segment } from './isolines.ts';
import { type Plane, placeOn, pointAt } from './plane.ts';

/** What is drawn over one picture under a name: an SVG path in the picture's pixels. */
export interface Outline {
  /** The same for the same thing on every picture. */
  readonly key: string;
  readonly name: string;
  readonly colour: string;
  /** Empty where it does not reach this picture. */
  readonly path: string;
}

/** Draws over the pictures of a stack. */
export interface Overlay {
  /** Which place in the patient it is of; empty where it does not say. */
  readonly frameOfReference: string;
  /** Whether its names are shares of the highest dose, which is to be said beside them. */
  readonly isDose?: boolean;
  /** @param step mm from picture to picture */
  readonly outlinesOn: (picture: Picture, step: number) => readonly Outline[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

export const pathOf = (
  points: readonly { readonly x: number; readonly y: number }[],
  closed: boolean,
): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('') +
  (closed ? 'Z' : '');

/** Lines of a grid as a path on a picture. */
export const linesPath = (picture: Plane, grid: Plane, segments: readonly Segment[]): string =>
  segments
    .map(([x1, y1, x2, y2]) =>
      pathOf(
        [placeOn(picture, pointAt(grid, x1, y1)), placeOn(picture, pointAt(grid, x2, y2))],
        false,
      ),
    )
    .join('');
