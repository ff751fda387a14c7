/** Slope of a line through points by least squares, in units of y a unit of x; 0 of fewer than two. */
export const slope = (points: readonly (readonly [number, number])[]): number => {
  const n = points.length;
  if (n < 2) return 0;
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / n;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const under = points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
};
