import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exponentials } from './exponential.ts';

const of = (...values: number[]) => {
  const into = new Float64Array(values.length);
  exponentials(Float64Array.from(values), into);
  return [...into];
};

it('is Math.exp within two units of the last place, wherever a result is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ min: -745, max: 709, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
      ),
      (x) => {
        const right = Math.exp(x);
        const [ours = Number.NaN] = of(x);
        expect(Math.abs(ours - right)).toBeLessThanOrEqual(right * 2.5 * Number.EPSILON);
      },
    ),
    { numRuns: 20_000 },
  );
});

it('keeps what is not a number, infinite, or beyond the numbers', () => {
  expect(of(0, -0, 710, -746, Infinity, -Infinity, Number.NaN)).toEqual([
    1,
    1,
    Infinity,
    0,
    Infinity,
    0,
    Number.NaN,
  ]);
});

it('writes the part that is asked for, in place too', () => {
  const values = Float64Array.of(1, 1, 1, 1);
  exponentials(values, values, 1, 3);
  expect(values[0]).toBe(1);
  expect(values[1]).toBeCloseTo(Math.E, 14);
  expect(values[3]).toBe(1);
});
