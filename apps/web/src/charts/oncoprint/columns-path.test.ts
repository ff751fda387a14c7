import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsPath, runsOf } from './columns-path.ts';

test('neighbouring columns are one rectangle where they are too narrow to stand apart', () => {
  expect(columnsPath([3, 1, 2, 9], 1, 4, 10)).toBe('M1,4h3v10h-3zM9,4h1v10h-1z');
  expect(columnsPath([1, 2], 4, 0, 10)).toBe('M4,0h3v10h-3zM8,0h3v10h-3z');
  // A column of a tenth of a pixel is still to be seen.
  expect(columnsPath([50], 0.1, 0, 10)).toBe('M5,0h0.7v10h-0.7z');
});

test('runs hold every column once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60)), (columns) => {
      const runs = runsOf(columns);
      const held = runs.flatMap(({ first, length }) => Array.from({ length }, (_, i) => first + i));
      expect(held).toEqual([...new Set(columns)].sort((a, b) => a - b));
      // No two runs touch.
      for (const [i, run] of runs.entries())
        expect(run.first + run.length).toBeLessThan(runs[i + 1]?.first ?? 100);
    }),
  );
});
