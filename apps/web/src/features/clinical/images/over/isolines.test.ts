import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolines } from './isolines.ts';

const key = (x: number, y: number) => `${x.toFixed(6)} ${y.toFixed(6)}`;

test('one sample alone is surrounded half way to its neighbours', () => {
  const found = isolines(3, 3, 0.5, (x, y) => (x === 1 && y === 1 ? 1 : 0));
  expect(new Set(found.flatMap(([a, b, c, d]) => [key(a, b), key(c, d)]))).toEqual(
    new Set([key(1, 0.5), key(1.5, 1), key(1, 1.5), key(0.5, 1)]),
  );
  expect(found).toHaveLength(4);
});

test('a slope is crossed where it has the level', () => {
  const found = isolines(4, 2, 15, (x) => x * 10);
  expect(found).toContainEqual([1.5, 0, 1.5, 1]);
});

test('two corners of a saddle are parted or joined by its middle', () => {
  const high = isolines(2, 2, 1, (x, y) => (x === y ? 3 : 0));
  const low = isolines(2, 2, 1, (x, y) => (x === y ? 1.5 : 0));
  const within = (all: typeof high) => all.filter((one) => one.every((v) => v >= 0 && v <= 1));
  expect(within(high)).toHaveLength(2);
  expect(within(low)).toHaveLength(2);
  expect(within(high)).not.toEqual(within(low));
});

test('every line is closed: each point is the end of an even number of pieces', () => {
  const grids = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
    .chain(([columns, rows]) =>
      fc.tuple(
        fc.constant(columns),
        fc.array(fc.integer({ min: 0, max: 9 }), {
          minLength: columns * rows,
          maxLength: columns * rows,
        }),
      ),
    );
  fc.assert(
    fc.property(grids, ([columns, values]) => {
      const rows = values.length / columns;
      const found = isolines(columns, rows, 4.5, (x, y) => values[y * columns + x] ?? 0);
      const ends = new Map<string, number>();
      for (const [a, b, c, d] of found)
        for (const end of [key(a, b), key(c, d)]) ends.set(end, (ends.get(end) ?? 0) + 1);
      expect([...ends.values()].every((many) => many % 2 === 0)).toBe(true);
      expect(found.length > 0).toBe(values.some((one) => one >= 4.5));
    }),
  );
});
