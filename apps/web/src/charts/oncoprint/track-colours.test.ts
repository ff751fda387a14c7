import { expect, test } from 'vitest';
import { coloursOf } from './track-colours.ts';

test('the most frequent words have colours of their own, the rest one together', () => {
  const values = ['a', 'b', 'a', null, ...'cdefgh'];
  const colours = coloursOf(values, false);
  expect(colours[0]).toMatchObject({ value: 'a', columns: [0, 2] });
  expect(colours).toHaveLength(8);
  expect(colours.at(-1)).toMatchObject({ value: '…', columns: [9] });
});

test('numbers are parted in fifths of the columns that have one', () => {
  const colours = coloursOf([...Array.from({ length: 10 }, (_, i) => String(i)), null], true);
  expect(colours.map(({ columns }) => columns)).toEqual([
    ...[
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
      [8, 9],
    ],
  ]);
  expect(colours[0]?.value).toBe('0 – 2');
  // One value alone is one class.
  expect(coloursOf(['7', '7'], true)).toHaveLength(1);
});
