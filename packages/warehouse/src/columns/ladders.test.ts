import type { Bits } from '@nodp/cohorts/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseColumns } from './case-columns.ts';
import { rememberingLadders } from './ladders.ts';
import { personsAfter } from './persons.ts';

/** Forty persons with a case each, and five with three. */
const rows = 55;
const person = Int32Array.from({ length: rows }, (_, i) =>
  i < 40 ? i : 40 + Math.floor((i - 40) / 3),
);
const columns = {
  ...{ rows, singles: 40, person },
  keys: person.map((key) => Math.imul(key + 1, 0x9e3779b1)),
  firstRow: Int32Array.from({ length: 45 }, (_, key) => (key < 40 ? key : 40 + 3 * (key - 40))),
} as unknown as CaseColumns;

const set = fc.array(fc.nat({ max: rows - 1 }), { maxLength: rows }).map((of): Bits => {
  const bits = new Int32Array(Math.ceil(rows / 32));
  for (const row of of) bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
  return bits as unknown as Bits;
});

test('ladders that share their beginnings are counted as each by itself', () => {
  fc.assert(
    fc.property(
      fc.array(set, { minLength: 1, maxLength: 6 }),
      fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 4 }), { maxLength: 12 }),
      (sets, ladders) => {
        const count = rememberingLadders(columns);
        for (const of of ladders) {
          const steps = of.map((at) => sets[at % sets.length] as Bits);
          expect(count(steps)).toEqual(personsAfter(steps, columns));
        }
      },
    ),
  );
});

test('a ladder that was counted gives the very same answers', () => {
  const [a, b] = [fc.sample(set, 1)[0] as Bits, fc.sample(set, 1)[0] as Bits];
  const count = rememberingLadders(columns);
  const before = count([a, b]);
  expect(count([a, b])[1]).toBe(before[1]);
  expect(count([a])[0]).toBe(before[0]);
});
