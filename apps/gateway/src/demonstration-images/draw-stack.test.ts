import { expect, test } from 'vitest';
import { type Drawn, drawSlice, middleOf, ROWS, SPACING } from './draw-stack.ts';

/** Longest and shortest width of what is brighter than halfway around a lesion's middle, in mm: Feret's diameters. */
const widths = (drawn: Drawn, around: number, inside: number) => {
  const { slice, point } = middleOf(drawn);
  const pixels = drawSlice(slice, [drawn]);
  const half = (around + inside) / 2;
  const is = (column: number, row: number) => {
    const value = pixels[row * ROWS + column] ?? 0;
    return inside > around ? value >= half : value <= half;
  };
  const [x, y] = point.map(Math.floor) as [number, number];
  const found: [number, number][] = [];
  const seen = new Set<number>();
  const next: [number, number][] = [[x, y]];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    const [column, row] = one;
    if (seen.has(row * ROWS + column) || !is(column, row)) continue;
    seen.add(row * ROWS + column);
    found.push(one);
    next.push([column + 1, row], [column - 1, row], [column, row + 1], [column, row - 1]);
  }
  const across = Array.from({ length: 180 }, (_, degrees) => {
    const turn = (degrees * Math.PI) / 180;
    const along = found.map(([column, row]) => column * Math.cos(turn) + row * Math.sin(turn));
    return (Math.max(...along) - Math.min(...along) + 1) * SPACING;
  });
  return { longest: Math.max(...across), shortest: Math.min(...across) };
};

test.each([
  ['LUNG', 0, 12.4, -860, 45],
  ['LUNG', 1, 47, -860, 45],
  ['LIVER', 0, 23.5, 108, 52],
  ['LIVER', 1, 30, 108, 52],
  ['ABDOMEN', 0, 41, -95, 62],
  ['ABDOMEN', 1, 18, -95, 62],
] as const)('%s %i is as long as recorded: %f mm', (organ, place, millimetres, around, inside) => {
  const { longest } = widths({ organ, place, millimetres }, around, inside);
  expect(Math.abs(longest - millimetres)).toBeLessThan(SPACING);
});

test.each([0, 1])('node %i has the recorded short axis, and is longer', (place) => {
  const { longest, shortest } = widths({ organ: 'NODE', place, millimetres: 21 }, -95, 78);
  expect(Math.abs(shortest - 21)).toBeLessThan(SPACING);
  expect(longest).toBeGreaterThan(25);
});

test('what is gone is not drawn', () => {
  const { slice } = middleOf({ organ: 'LUNG', place: 0, millimetres: 20 });
  expect(drawSlice(slice, [])).not.toEqual(
    drawSlice(slice, [{ organ: 'LUNG', place: 0, millimetres: 20 }]),
  );
});
