import type { CsvColumn } from '@nodp/record/csv';
import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';

const number = (flagged: boolean): CsvColumn => ({
  name: 'value',
  label: { en: 'Number', zh: '数值结果' },
  type: 'number',
  example: '4.10',
  path: 'valueQuantity',
  ...(flagged ? { flagged: true } : {}),
});
const issues = (cell: string, flagged: boolean) =>
  cellsOf([number(flagged)], [cell], 2, { named: {} }).issues.length;

test.each(['5.10 H', '2.00↑', '<0.5 L', '4.10'])('%s is a laboratory’s number', (cell) => {
  expect(issues(cell, true)).toBe(0);
});
test.each(['5.10 H', '2.00↑', '溶血'])('%s is no number of any other column', (cell) => {
  expect(issues(cell, false)).toBe(1);
});
test('words are no number of a laboratory either', () => {
  expect(issues('溶血 ↑', true)).toBe(1);
});
