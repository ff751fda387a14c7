import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted } from './counted.ts';
import { discloseCurve } from './curve.ts';
import { discloseRelativeCurve } from './relative-curve.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };

describe('relative survival as it may leave', () => {
  const points = [
    { time: 12, survival: 0.8, deaths: 20, atRisk: 80, ratio: 1.05, varianceRatio: 1.2 },
    { time: 24, survival: 0.75, deaths: 25, atRisk: 75, ratio: 1.1, varianceRatio: 1.2 },
    { time: 36, survival: 0.6, deaths: 40, atRisk: 9, ratio: 1.2, varianceRatio: 1.2 },
  ];

  test('has the steps of the observed curve, what is expected goes on, and it ends with few at risk', () => {
    const shown = discloseRelativeCurve(counted({ count: 100, key: 5 }, still), points, still);
    expect(shown.map(({ survival }) => survival)).toEqual([0.84, 0.88]);
    // Greenwood of 20 of 100: √(0.2 / (100 × 0.8)), wider by √1.2.
    const width = Math.exp(1.96 * Math.sqrt(0.0025 * 1.2));
    expect(shown[0]?.lower).toBeCloseTo(0.84 / width, 3);
    expect(shown[0]?.upper).toBeCloseTo(0.84 * width, 3);
  });

  test('is moved by another noise than the observed curve', () => {
    const moves = Array.from({ length: 40 }, (_, key) => {
      const of = counted({ count: 100, key: key * 7919 }, defaultRule);
      const [observed] = discloseCurve(of, points, defaultRule);
      const [relative] = discloseRelativeCurve(of, points, defaultRule);
      return Number(((relative?.survival ?? 0) / 1.05 - (observed?.survival ?? 0)).toFixed(3));
    });
    expect(new Set(moves).size).toBeGreaterThan(8);
  });

  test('few are told nothing of, whatever their curve', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(), (count, key) => {
        const of = counted({ count, key }, defaultRule);
        expect(discloseRelativeCurve(of, points, defaultRule)).toEqual([]);
      }),
    );
  });
});
