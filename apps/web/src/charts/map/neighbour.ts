/** Which province the keyboard goes to from another. */

export type Place = { code: string; x: number; y: number };
export type Direction = 'up' | 'down' | 'left' | 'right';

/** Directions as unit vectors; y grows downwards. */
const vectors: Record<Direction, readonly [number, number]> = {
  up: [0, -1],
  down: [0, 1],
  left: [-1, 0],
  right: [1, 0],
};

/**
 * The place to go to: among those that lie more that way than sideways, the one at the least distance,
 * where what it lies off the straight way counts double. Null where nothing lies that way.
 */
export function neighbour<P extends Place>(
  places: readonly P[],
  from: Place,
  direction: Direction,
): P | null {
  const [dx, dy] = vectors[direction];
  let nearest: P | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const [x, y] = [place.x - from.x, place.y - from.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (ahead <= 0 || aside > ahead) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [nearest, least] = [place, distance];
  }
  return nearest;
}
