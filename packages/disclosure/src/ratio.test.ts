import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted } from './counted.ts';
import { discloseRatio } from './ratio.ts';
import { defaultRule } from './rule.ts';

const exact = { value: Math.log(2), standardError: 0.2, events: 60, reference: 80 };
const of = (key: number, count = 500) => counted({ count, key }, defaultRule);

test('fewer events than the minimum cell on either side, or too few persons, show no ratio', () => {
  expect(discloseRatio(of(1), { ...exact, events: 9 }, 0)).toBeNull();
  expect(discloseRatio(of(1), { ...exact, reference: 9 }, 0)).toBeNull();
  expect(discloseRatio(of(1, 5), exact, 0)).toBeNull();
  expect(discloseRatio(of(1), exact, 0)).not.toBeNull();
});

test('the same model is always moved alike, and its ratios each by themselves', () => {
  expect(discloseRatio(of(7), exact, 3)).toEqual(discloseRatio(of(7), exact, 3));
  const names = Array.from({ length: 40 }, (_, name) => discloseRatio(of(7), exact, name)?.value);
  expect(new Set(names).size).toBeGreaterThan(10);
});

test('is moved as far as the noise of the counts goes, and 0 on average', () => {
  const logs = Array.from({ length: 4000 }, (_, key) =>
    Math.log(discloseRatio(of(key * 7919), exact, 0)?.value ?? 0),
  );
  const farthest = defaultRule.deviation * (1 / exact.events + 1 / exact.reference);
  for (const log of logs) expect(Math.abs(log - exact.value)).toBeLessThanOrEqual(farthest + 0.005);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const spread = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
  expect(mean).toBeCloseTo(exact.value, 2);
  const expected = Math.sqrt(defaultRule.variance * (1 / 60 ** 2 + 1 / 80 ** 2));
  expect(Math.abs(spread / expected - 1)).toBeLessThan(0.1);
});

test('the interval does not tell how many events there were', () => {
  // Of few events beside very many the standard error is all but √(1/few).
  const told = Array.from({ length: 2000 }, (_, key) => {
    const few = { value: 0, standardError: Math.sqrt(1 / 20 + 1 / 1e6), events: 20 };
    const ratio = discloseRatio(of(key * 7919), { ...few, reference: 1e6 }, 0);
    const error = Math.log((ratio?.upper ?? 0) / (ratio?.lower ?? 0)) / (2 * 1.959963984540054);
    // The events of an error whose square is 1/d + variance/d².
    return (1 + Math.sqrt(1 + 4 * error ** 2 * defaultRule.variance)) / (2 * error ** 2);
  });
  const mean = told.reduce((sum, d) => sum + d, 0) / told.length;
  const spread = Math.sqrt(told.reduce((sum, d) => sum + (d - mean) ** 2, 0) / told.length);
  expect(Math.abs(mean - 20)).toBeLessThan(0.3);
  expect(Math.abs(spread / Math.sqrt(defaultRule.variance) - 1)).toBeLessThan(0.1);
});

test('the interval holds the ratio and is wider than chance alone, of any events that may have been moved so', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.integer({ min: 10, max: 5000 }),
      fc.integer({ min: 10, max: 5000 }),
      (key, value, events, reference) => {
        const standardError = Math.sqrt(1 / events + 1 / reference);
        const ratio = discloseRatio(of(key), { value, standardError, events, reference }, 1);
        if (ratio === null) return;
        expect(ratio.lower).toBeLessThanOrEqual(ratio.value);
        expect(ratio.upper).toBeGreaterThanOrEqual(ratio.value);
        const width = Math.log(ratio.upper / ratio.lower);
        const most = (count: number) => 1 / (count + defaultRule.deviation);
        const chance = Math.sqrt(most(events) + most(reference));
        expect(width).toBeGreaterThan(2 * 1.95 * chance - 0.02);
      },
    ),
  );
});
