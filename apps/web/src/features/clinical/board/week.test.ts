import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, mondayOf, moved } from './week.ts';

test('a week begins on its Monday, over months and years', () => {
  expect(mondayOf('2026-11-30')).toBe('2026-11-30');
  expect(mondayOf('2026-12-06')).toBe('2026-11-30');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(mondayOf('2028-02-29')).toBe('2028-02-28');
  expect(addDays('2026-12-28', 7)).toBe('2027-01-04');
});

test('a case moves by one place, and stays where there is none', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
});

test('what moves there moves back, and nobody is lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.nat(), (ids, n) => {
      const id = ids[n % (ids.length - 1)] as string;
      const there = moved(ids, id, 1);
      expect(there.toSorted()).toEqual(ids.toSorted());
      expect(moved(there, id, -1)).toEqual(ids);
    }),
  );
});
