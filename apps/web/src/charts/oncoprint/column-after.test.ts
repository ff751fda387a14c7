import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnAfter } from './column-after.ts';

test.each([
  ['ArrowRight', null, 100, 0],
  ['ArrowRight', 0, 100, 1],
  ['ArrowRight', 99, 100, 99],
  ['ArrowLeft', null, 100, null],
  ['ArrowLeft', 5, 100, 4],
  ['PageDown', 5, 100, 15],
  ['PageUp', 5, 100, 0],
  ['Home', null, 100, 0],
  ['End', null, 100, 99],
  ['End', 3, 100, 99],
  ['a', 3, 100, null],
  ['End', null, 0, null],
] as const)('%s from %s of %i', (key, at, columns, expected) => {
  expect(columnAfter(key, at, columns)).toBe(expected);
});

test('every key stays among the columns, and the arrow goes through all of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (columns) => {
      let at: number | null = null;
      const gone: number[] = [];
      for (let i = 0; i < columns; i++) {
        at = columnAfter('ArrowRight', at, columns);
        gone.push(at ?? -1);
      }
      expect(gone).toEqual(Array.from({ length: columns }, (_, i) => i));
    }),
  );
});
