import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted } from './counted.ts';
import { discloseQuantiles } from './quantiles.ts';
import { defaultRule } from './rule.ts';

const quiet = { minimumCell: 1, variance: 1e-6, deviation: 1, never: [] };
const set = (count: number, key = 4_011_223) => ({ count, key });
const ascending = (n: number) => Float64Array.from({ length: n }, (_, i) => i + 1);

test('without noise quartiles are those of the values', () => {
  const found = discloseQuantiles(
    counted(set(101), quiet),
    ascending(101),
    [0.25, 0.5, 0.75],
    quiet,
  );
  expect(found?.values).toEqual([26, 51, 76]);
});

test('a value is of ten neighbours and never of one person', () => {
  const rule = { ...defaultRule, variance: 1e-6, deviation: 1, never: [] };
  // One person far from all: neither quartile is that person's.
  const values = Float64Array.from([...new Array<number>(39).fill(5), 1000]);
  expect(discloseQuantiles(counted(set(40), rule), values, [0.5], rule)?.values).toEqual([5]);
  const top = discloseQuantiles(counted(set(40), rule), values, [1], rule)?.values[0];
  expect(top).toBe(Number(((5 * 9 + 1000) / 10).toPrecision(3)));
});

test('of fewer than twice the minimum cell nothing is told, and a value is of one person', () => {
  expect(discloseQuantiles(counted(set(19), defaultRule), ascending(19), [0.5])).toBeNull();
  expect(() => discloseQuantiles(counted(set(20), defaultRule), ascending(19), [0.5])).toThrow(
    RangeError,
  );
});

test('quantiles ascend and lie within the values, whatever was moved', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 20, maxLength: 200 }),
      fc.nat(),
      (list, key) => {
        const values = Float64Array.from(list).sort();
        const found = discloseQuantiles(
          counted(set(values.length, key), defaultRule),
          values,
          [0.25, 0.5, 0.75],
        );
        // A count may be moved to below the minimum.
        if (found === null) return;
        const [q1 = 0, median = 0, q3 = 0] = found.values;
        expect(q1).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(q3);
        expect(q1).toBeGreaterThanOrEqual((values[0] as number) - 1);
        expect(q3).toBeLessThanOrEqual((values.at(-1) as number) + 1);
      },
    ),
  );
});
