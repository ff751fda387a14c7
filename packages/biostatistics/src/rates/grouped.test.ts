import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { groupedMedian, groupedTotal } from './grouped.ts';

const three = [
  { from: 0, to: 10, count: 20 },
  { from: 10, to: 20, count: 60 },
  { from: 20, to: 40, count: 20 },
];

test('the middle of a hundred: 30 of the 60 of the second class lie below it', () => {
  const { estimate, lower, upper } = groupedMedian(three);
  expect(estimate).toBe(15);
  // Ranks 40.2 and 59.8.
  expect(lower).toBeCloseTo(10 + (20.2 / 60) * 10, 2);
  expect(upper).toBeCloseTo(10 + (39.8 / 60) * 10, 2);
});

test('a median lies in its class, between its limits, and grows with what is moved up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 12 }),
      (counts) => {
        fc.pre(counts.some((count) => count > 0));
        const classes = counts.map((count, i) => ({ from: i, to: i + 1, count }));
        const { estimate, lower, upper } = groupedMedian(classes);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        const more = classes.map((one, i) =>
          i === classes.length - 1 ? { ...one, count: one.count + 10 } : one,
        );
        expect(groupedMedian(more).estimate).toBeGreaterThanOrEqual(estimate - 1e-9);
      },
    ),
  );
});

test('nothing has no middle', () => {
  expect(() => groupedMedian([{ from: 0, to: 1, count: 0 }])).toThrow(/empty|nothing/);
});

test('a sum of classes at their middles, 20 · 5 + 60 · 15 + 20 · 30, or at means that are known', () => {
  const { estimate, lower, upper } = groupedTotal(three);
  expect(estimate).toBe(1600);
  expect(upper - estimate).toBeCloseTo(1.959964 * Math.sqrt(20 * 25 + 60 * 225 + 20 * 900), 3);
  expect(estimate - lower).toBeCloseTo(upper - estimate, 9);
  expect(groupedTotal([{ from: 0, to: 100, count: 10, mean: 3 }]).estimate).toBe(30);
  expect(() => groupedTotal([{ from: 0, to: 1, count: 0 }])).toThrow(/nothing/);
});

test('a sum is the number times a mean within the classes', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(counts, (all) => {
      const total = all.reduce((a, b) => a + b, 0);
      fc.pre(total > 0);
      const classes = all.map((count, i) => ({ from: i, to: i + 1, count }));
      const { estimate, lower, upper } = groupedTotal(classes);
      expect(estimate).toBeGreaterThan(0);
      expect(estimate).toBeLessThan(total * all.length);
      expect(lower).toBeLessThanOrEqual(estimate);
      expect(upper).toBeGreaterThanOrEqual(estimate);
    }),
  );
});

test.skipIf(!hasR())('its interval holds the sums of R’s draws 95 times in 100', () => {
  const { lower, upper, estimate } = groupedTotal(three);
  const r = runR(`set.seed(1)
    sums <- 5 * rpois(20000, 20) + 15 * rpois(20000, 60) + 30 * rpois(20000, 20)
    give(inside = mean(sums >= ${lower} & sums <= ${upper}), mean = mean(sums))`);
  expect(r.mean?.[0] as number).toBeCloseTo(estimate, -1);
  expect(r.inside?.[0] as number).toBeCloseTo(0.95, 1.5);
});
