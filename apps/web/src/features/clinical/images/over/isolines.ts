/** A piece of a line, from one point of a grid to another. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * Where a grid of samples passes a level: marching squares, each crossing placed by linear interpolation. Outside the grid nothing is, so
 * that what reaches its border is closed there.
 * @param valueAt of a column and a row within the grid
 */
export const isolines = (
  columns: number,
  rows: number,
  level: number,
  valueAt: (x: number, y: number) => number,
): Segment[] => {
  const outside = Math.min(0, level - 1);
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= columns || y >= rows ? outside : valueAt(x, y);
  const segments: Segment[] = [];
  for (let y = -1; y < rows; y++)
    for (let x = -1; x < columns; x++) {
      const [a, b, c, d] = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)] as const;
      const many =
        Number(a >= level) + Number(b >= level) + Number(c >= level) + Number(d >= level);
      if (many === 0 || many === 4) continue;
      const inside = [a >= level, b >= level, c >= level, d >= level] as const;
      const between = (p: number, q: number) => (level - p) / (q - p);
      // Crossings of the four sides, in their order around the cell.
      const sides: readonly (readonly [number, number] | null)[] = [
        inside[0] === inside[1] ? null : [x + between(a, b), y],
        inside[1] === inside[2] ? null : [x + 1, y + between(b, c)],
        inside[2] === inside[3] ? null : [x + 1 - between(c, d), y + 1],
        inside[3] === inside[0] ? null : [x, y + 1 - between(d, a)],
      ];
      const found = sides.filter((one) => one !== null);
      // Of a saddle the middle says which corners belong together.
      const turned =
        found.length === 4 && (a + b + c + d) / 4 >= level === inside[0]
          ? [...found.slice(1), found[0]]
          : found;
      for (let i = 0; i + 1 < turned.length; i += 2) {
        const [from, to] = [turned[i], turned[i + 1]];
        if (from && to) segments.push([from[0], from[1], to[0], to[1]]);
      }
    }
  return segments;
};
