import type { Point } from './geometry.ts';

/** Pixels as they are stored, row by row, and how they become values (PS3.3 C.11.1). */
export interface Pixels {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Mean and standard deviation (of the population) of the pixels whose middle lies within an ellipse.
 * @param points the ends of one axis, then those of the other, in columns and rows from the corner of the first pixel
 * @returns null where no pixel lies within
 */
export const regionOf = (
  { values, columns, rows, slope, intercept }: Pixels,
  points: readonly Point[],
): { readonly mean: number; readonly deviation: number } | null => {
  const [a, b, c, d] = points;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const half = Math.hypot(a[0] - b[0], a[1] - b[1]) / 2;
  const other = Math.hypot(c[0] - d[0], c[1] - d[1]) / 2;
  if (half === 0 || other === 0) return null;
  const [ux, uy] = [(b[0] - a[0]) / (2 * half), (b[1] - a[1]) / (2 * half)];
  const reach = Math.max(half, other);
  let [many, sum, squares] = [0, 0, 0];
  const until = (value: number, most: number) => Math.min(most - 1, Math.ceil(value));
  for (let row = Math.max(0, Math.floor(y - reach)); row <= until(y + reach, rows); row++)
    for (
      let column = Math.max(0, Math.floor(x - reach));
      column <= until(x + reach, columns);
      column++
    ) {
      const [dx, dy] = [column + 0.5 - x, row + 0.5 - y];
      const along = (dx * ux + dy * uy) / half;
      const across = (dy * ux - dx * uy) / other;
      if (along * along + across * across > 1) continue;
      const value = (values[row * columns + column] ?? 0) * slope + intercept;
      many++;
      sum += value;
      squares += value * value;
    }
  if (many === 0) return null;
  const mean = sum / many;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / many - mean * mean)) };
};
