import type { Types } from '@cornerstonejs/core';
import { pointAt } from '../over/plane.ts';
import type { Picture } from './instance.ts';

/** A picture as it is drawn now: an SVG matrix from its pixels to those of the stage. */
export interface Placed {
  readonly picture: Picture;
  readonly matrix: string;
}

export const placedOn = (
  viewport: Pick<Types.IStackViewport, 'worldToCanvas'>,
  picture: Picture,
): Placed => {
  const at = (x: number, y: number) =>
    viewport.worldToCanvas([...pointAt(picture, x, y)] as Types.Point3) as readonly [
      number,
      number,
    ];
  const [[x, y], [rx, ry], [dx, dy]] = [at(0, 0), at(1, 0), at(0, 1)];
  const numbers = [rx - x, ry - y, dx - x, dy - y, x, y].map((one) => one.toFixed(4));
  return { picture, matrix: `matrix(${numbers.join(' ')})` };
};
