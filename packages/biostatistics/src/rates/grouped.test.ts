import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedMedian } from './grouped.ts';

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
