import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributableFraction } from './attributable-fraction.ts';

test('half of a population exposed to a doubled risk: a third of its cases', () => {
  // Of 150 cases per 100 expected without it, 50 are in excess.
  expect(attributableFraction(0.5, 2)).toBeCloseTo(1 / 3, 14);
});

test('men of China, 68 % smokers at 1.44 times the risk: 23 % of their cancers (Chen et al. 2015)', () => {
  expect(attributableFraction(0.68, 1.44)).toBeCloseTo(0.23, 2);
});

test('nobody exposed, or a risk that is not raised: none; all exposed: (RR − 1) / RR', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      (prevalence, risk) => {
        expect(attributableFraction(0, risk)).toBeCloseTo(0, 14);
        expect(attributableFraction(prevalence, 1)).toBe(0);
        expect(attributableFraction(1, risk)).toBeCloseTo((risk - 1) / risk, 10);
        expect(attributableFraction(prevalence, risk)).toBeLessThan(1);
      },
    ),
  );
});

test.each([
  [-0.1, 2],
  [1.1, 2],
  [0.5, 0],
  [Number.NaN, 2],
  [0.5, Number.POSITIVE_INFINITY],
])('a share of %d at %d times the risk is refused', (prevalence, risk) => {
  expect(() => attributableFraction(prevalence, risk)).toThrow(/out-of-range|give/);
});
