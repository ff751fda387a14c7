import { expect, test } from 'vitest';
import { toldShare } from './protect.ts';

test('the share of a small cohort does not tell of one person', () => {
  expect([0, 1, 4].map((part) => toldShare(part, 120))).toEqual([0, 0, 0]);
  expect([6, 10, 14].map((part) => toldShare(part, 120))).toEqual([0.08, 0.08, 0.08]);
});

test('of thousands it is told in hundredths, and never more than all', () => {
  expect(toldShare(312, 10_000)).toBe(0.03);
  expect(toldShare(7, 7)).toBe(1);
  expect(toldShare(0, 0)).toBe(0);
});
