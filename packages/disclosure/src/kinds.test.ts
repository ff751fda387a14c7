import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Printed, printed, SUMS } from './fingerprint.ts';
import { discloseKinds } from './kinds.ts';
import { defaultRule } from './rule.ts';

const quiet = { ...defaultRule, variance: 1e-6, deviation: 1, never: [] };
const set = (count: number, key = count * 7919): Printed => {
  const sums = new Int32Array(SUMS);
  sums[count % SUMS] = key;
  return printed(count, sums);
};

test('kinds of enough persons are told, the largest first, the others as one', () => {
  const { told, rest } = discloseKinds([set(4), set(30), set(120), set(9)], 10, quiet);
  expect(told.map(({ place, persons }) => [place, persons.value])).toEqual([
    [2, 120],
    [1, 30],
  ]);
  expect(rest.value).toBe(13);
});

test('one small kind alone, or small kinds of too few, take the smallest larger one with them', () => {
  const alone = discloseKinds([set(6), set(30), set(120)], 10, quiet);
  expect(alone.told.map(({ place }) => place)).toEqual([2]);
  expect(alone.rest.value).toBe(36);
  const few = discloseKinds([set(3), set(4), set(30), set(120)], 10, quiet);
  expect(few.told.map(({ place }) => place)).toEqual([3]);
  expect(few.rest.value).toBe(37);
});

test('beyond the greatest number kinds are of the rest, and nobody is nobody', () => {
  const { told, rest } = discloseKinds([set(50), set(40), set(30)], 2, quiet);
  expect(told.map(({ persons }) => persons.value)).toEqual([50, 40]);
  expect(rest.value).toBe(30);
  expect(discloseKinds([], 5, quiet)).toMatchObject({ told: [], rest: { suppressed: true } });
});

test('what is near a set asked before is answered as that one, the rest too', () => {
  const asked: number[] = [];
  const { told, rest } = discloseKinds([set(4), set(30), set(120), set(9)], 10, quiet, (own) => {
    asked.push(own.count);
    return own.count === 30 ? set(33) : own;
  });
  expect(told.map(({ persons }) => persons.value)).toEqual([120, 33]);
  expect(asked).toEqual([30, 120, 13]);
  expect(rest.value).toBe(13);
});

test('under the rule of the platform no kind below the minimum cell is told, whatever kinds there are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), (counts) => {
      const kinds = counts.map((count, i) => set(count, count === 0 ? 0 : count * 7919 + i));
      const { told, rest } = discloseKinds(kinds, 12);
      for (const { place, persons } of told) {
        expect(counts[place]).toBeGreaterThanOrEqual(defaultRule.minimumCell);
        expect(persons.value).toBeGreaterThanOrEqual(defaultRule.minimumCell);
      }
      // What is hidden is never found by subtraction: it is nobody, or enough, or everything is hidden.
      const hidden = counts.filter((_, i) => !told.some(({ place }) => place === i));
      const left = hidden.reduce((a, b) => a + b, 0);
      if (told.length > 0 && left > 0) {
        expect(left).toBeGreaterThanOrEqual(defaultRule.minimumCell);
        if (told.length < 12) expect(hidden.filter((n) => n > 0).length).not.toBe(1);
      }
      if (rest.value !== null) expect(rest.value).toBeGreaterThanOrEqual(defaultRule.minimumCell);
    }),
  );
});
