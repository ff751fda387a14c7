import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRule } from './rule.ts';
import { leavesOutFew } from './wider.ts';

const few = (set: number, wider: number) =>
  leavesOutFew({ count: set, key: 5 }, { count: wider, key: 9 }, defaultRule);

test('a set that leaves a few out is answered as the wider one; nobody left out is the same set', () => {
  expect(few(500, 501)).toBe(true);
  expect(few(500, 509)).toBe(true);
  expect(few(500, 500)).toBe(false);
  expect(few(500, 520)).toBe(false);
});

test('a set that would grow by more than a fifth stays itself, as does one too small to be shown', () => {
  expect(few(12, 14)).toBe(true);
  expect(few(12, 15)).toBe(false);
  expect(few(9, 10)).toBe(false);
});

test('of a large set, as few as the minimum are not a few any more', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 50, max: 100_000 }),
      fc.integer({ min: 1, max: 40 }),
      (set, out) => {
        expect(few(set, set + out)).toBe(out < 10);
      },
    ),
  );
});
