import { expect, test } from 'vitest';
import { cellName, movedBy } from './grid-keys.ts';

const box = { rows: 9, columns: 9 };

test('arrows go to the next cell and stop at the edge; Home and End go to the ends of the row', () => {
  expect(movedBy('ArrowRight', { row: 1, column: 1 }, box)).toEqual({ row: 1, column: 2 });
  expect(movedBy('ArrowUp', { row: 1, column: 1 }, box)).toBeNull();
  expect(movedBy('End', { row: 4, column: 2 }, box)).toEqual({ row: 4, column: 9 });
  expect(movedBy('PageDown', { row: 4, column: 2 }, box)).toEqual({ row: 9, column: 2 });
  expect(movedBy('x', { row: 4, column: 2 }, box)).toBeNull();
});

test('a cell is called as the labels of its box say', () => {
  expect(cellName('LETTERS', 9, { row: 3, column: 4 })).toBe('C4');
  expect(cellName('NUMBERS', 9, { row: 2, column: 1 })).toBe('10');
  expect(cellName('PAIRS', 9, { row: 2, column: 1 })).toBe('2.1');
});
