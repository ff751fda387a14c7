import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder, partition } from './order.ts';

const sortedBy = (values: Float64Array) =>
  Uint32Array.from(values.keys()).sort(
    (a, b) => (values[a] as number) - (values[b] as number) || a - b,
  );

describe('ordering people by time', () => {
  it('keeps the rows of equal times in their order', () => {
    expect([...ascendingOrder(Float64Array.of(5, 1, 5, 0, 1))]).toEqual([3, 1, 4, 0, 2]);
  });

  it('agrees with a comparison sort on a few thousand fractions, days and mixed signs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.constantFrom('fraction', 'days', 'signed', 'tiny', 'wide'),
        (seed, kind) => {
          let state = seed;
          const random = () => {
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return state / 2 ** 32;
          };
          const values = Float64Array.from({ length: 3000 }, () => {
            const u = random();
            if (kind === 'days') return Math.floor(u * 900);
            if (kind === 'signed') return Math.round((u - 0.5) * 100) / 7;
            if (kind === 'tiny') return u * 1e-300;
            if (kind === 'wide') return 10 ** (600 * (u - 0.5));
            return u * 20;
          });
          expect(ascendingOrder(values)).toEqual(sortedBy(values));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('splits an order by stratum without disturbing it', () => {
    const { order, starts } = partition(Uint32Array.of(2, 0, 3, 1), [1, 0, 1, 0], 2);
    expect([...order]).toEqual([3, 1, 2, 0]);
    expect([...starts]).toEqual([0, 2, 4]);
  });
});
