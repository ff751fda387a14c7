import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximumEntropy, noiseOfCount, noiseTable } from './noise-table.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

const moment = ({ moves, probabilities }: ReturnType<typeof noiseOfCount>, power: number): number =>
  moves.reduce((sum, x, i) => sum + (probabilities[i] as number) * x ** power, 0);

describe('worked by hand', () => {
  test('−1, 0, 1 with variance ½: a quarter, a half, a quarter', () => {
    const { probabilities } = maximumEntropy([-1, 0, 1], 0.5);
    expect(probabilities.map((p) => Number(p.toFixed(9)))).toEqual([0.25, 0.5, 0.25]);
  });
  test('a uniform distribution has the greatest entropy of its variance', () => {
    const { probabilities } = maximumEntropy([-2, -1, 0, 1, 2], 2);
    for (const p of probabilities) expect(p).toBeCloseTo(0.2, 9);
  });
  test('one person, at most two more and never 1 or 2: nobody or three, which leaves one distribution alone', () => {
    // Mean 0 of −1 and 2: two thirds and one third; the variance 2 is all that there is.
    const rule: DisclosureRule = { minimumCell: 3, variance: 2, deviation: 2, never: [1, 2] };
    const { moves, probabilities } = noiseOfCount(1, { ...rule, deviation: 3, variance: 2.4 });
    expect(moves).toEqual([-1, 2, 3]);
    // p(−1) = 2p(2) + 3p(3); variance p(−1) + 4p(2) + 9p(3) = 2.4; sums to 1.
    const [a, b, c] = probabilities as [number, number, number];
    expect(-a + 2 * b + 3 * c).toBeCloseTo(0, 9);
    expect(a + 4 * b + 9 * c).toBeCloseTo(2.4, 9);
    expect([a, b, c].map((p) => Number(p.toFixed(6)))).toEqual([0.7, 0.2, 0.1]);
  });
  test('what cannot be is refused', () => {
    expect(() => maximumEntropy([-1, 1], 3)).toThrow(RangeError);
  });
});

test('of every count: mean 0, the variance stated, never negative, no 1 or 2, of the form that has the greatest entropy', () => {
  for (let count = 1; count <= 40; count++) {
    const noise = noiseOfCount(count, defaultRule);
    expect(moment(noise, 0)).toBeCloseTo(1, 9);
    expect(moment(noise, 1)).toBeCloseTo(0, 7);
    if (count > 1) expect(moment(noise, 2)).toBeCloseTo(defaultRule.variance, 6);
    for (const x of noise.moves) {
      expect(count + x).toBeGreaterThanOrEqual(0);
      expect([1, 2]).not.toContain(count + x);
      expect(Math.abs(x)).toBeLessThanOrEqual(defaultRule.deviation);
    }
  }
  // log p is a parabola of the move: third differences are 0.
  const logs = noiseOfCount(30, defaultRule).probabilities.map(Math.log);
  const differences = (values: number[]) =>
    values.slice(1).map((value, i) => value - (values[i] as number));
  for (const third of differences(differences(differences(logs)))) expect(third).toBeCloseTo(0, 6);
});

test('other rules have their moments as well', () => {
  const rules = fc.record({
    minimumCell: fc.integer({ min: 1, max: 20 }),
    variance: fc.double({ min: 0.5, max: 12, noNaN: true }),
    deviation: fc.integer({ min: 5, max: 12 }),
    never: fc.constantFrom([], [1], [1, 2]),
  });
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 60 }), (rule, count) => {
      const noise = noiseOfCount(count, rule);
      expect(moment(noise, 1)).toBeCloseTo(0, 6);
      if (count > rule.deviation + 2) expect(moment(noise, 2)).toBeCloseTo(rule.variance, 5);
    }),
    { numRuns: 60 },
  );
});

test('a table is made once a rule', () => {
  expect(noiseTable(defaultRule)).toBe(noiseTable(defaultRule));
});
