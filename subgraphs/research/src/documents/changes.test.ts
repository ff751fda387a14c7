import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';
import type { Line } from './line.ts';

const line = (key: string, value: number | null, lower?: number, upper?: number): Line => ({
  ...{ key, block: 0, figure: 'COX', what: { en: key, zh: key }, cohort: null, scale: 'RATIO' },
  ...{ value, lower: lower ?? null, upper: upper ?? null },
});
const change = (before: readonly Line[], after: readonly Line[]) =>
  changesBetween(before, after).map((each) => [each.line.key, each.change]);

test('a figure told alike is the same, one within the former interval changed, one beyond it is said so', () => {
  expect(
    change(
      [line('a', 1.2, 1.1, 1.3), line('b', 1.2, 1.1, 1.3), line('c', 1.2, 1.1, 1.3)],
      [line('a', 1.2, 1.1, 1.3), line('b', 1.25, 1.1, 1.4), line('c', 1.31, 1.2, 1.4)],
    ),
  ).toEqual([
    ['a', 'SAME'],
    ['b', 'CHANGED'],
    ['c', 'BEYOND'],
  ]);
});

test('what is hidden or absent on one side is new or gone, and nothing is lost', () => {
  expect(
    change(
      [line('a', null), line('b', 40), line('d', 3)],
      [line('a', 20), line('b', null), line('c', 5)],
    ),
  ).toEqual([
    ['a', 'NEW'],
    ['b', 'GONE'],
    ['c', 'NEW'],
    ['d', 'GONE'],
  ]);
  expect(change([line('a', null)], [line('a', null)])).toEqual([['a', 'SAME']]);
});

test('a count has no interval: another number is a change', () => {
  expect(change([line('n', 40)], [line('n', 44)])).toEqual([['n', 'CHANGED']]);
});
