import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributionOf } from './distribution.ts';

test('words by how often they stand, what has none apart', () => {
  expect(distributionOf(['a', 'b', null, 'b'], false)).toEqual({
    ...{ isNumber: false, distinct: 2, missing: 1 },
    cells: [
      { value: 'b', count: 2 },
      { value: 'a', count: 1 },
    ],
  });
});

test('numbers in ten classes; a column of numbers that holds words is one of words', () => {
  const { cells } = distributionOf(['0', '5', '100', '99'], true);
  expect(cells).toHaveLength(10);
  expect(cells[0]).toEqual({ value: '0 – 10', count: 2 });
  expect(cells[9]).toEqual({ value: '90 – 100', count: 2 });
  expect(distributionOf(['0', '>89'], true).isNumber).toBe(false);
  expect(distributionOf(['7', '7'], true).cells).toEqual([{ value: '7', count: 2 }]);
});

test('a distance too small to part stays one class', () => {
  expect(distributionOf(['0', '-5e-324'], true).cells).toEqual([{ value: '-5e-324', count: 2 }]);
});

test('every value is in one class', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.option(
          fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(String),
          { nil: null },
        ),
      ),
      (values) => {
        const { cells, missing } = distributionOf(values, true);
        expect(cells.reduce((sum, { count }) => sum + count, missing)).toBe(values.length);
      },
    ),
  );
});
