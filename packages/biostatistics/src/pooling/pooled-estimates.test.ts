import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pooledEstimates } from './pooled-estimates.ts';

/** Thirteen trials of BCG against tuberculosis (Colditz et al., JAMA 1994;271:698): cases and others, vaccinated and not. */
const BCG = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;

test('two estimates by hand', () => {
  // Weights 1 and 1/4: mean 0.8; Q = 0.64 + 3.24 * … = 4 * 4/5; tau² = (3.2 - 1) / (1.25 - 1.0625 / 1.25).
  const { fixed, random, heterogeneity } = pooledEstimates([0, 4], [1, 2]);
  expect(fixed.estimate).toBeCloseTo(0.8, 12);
  expect(fixed.standardError).toBeCloseTo(Math.sqrt(0.8), 12);
  expect([...fixed.weights]).toEqual([0.8, 0.2]);
  expect(heterogeneity.q).toBeCloseTo(3.2, 12);
  expect(heterogeneity.tauSquared).toBeCloseTo(2.2 / 0.4, 12);
  expect(heterogeneity.iSquared).toBeCloseTo(2.2 / 3.2, 12);
  expect(random.estimate).toBeCloseTo(4 / 9.5 / (1 / 6.5 + 1 / 9.5), 12);
});

test('the published figures of metafor (Viechtbauer, Journal of Statistical Software 2010;36(3)) for the BCG trials', () => {
  const logs = BCG.map(([a, b, c, d]) => Math.log(a / (a + b) / (c / (c + d))));
  const errors = BCG.map(([a, b, c, d]) => Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)));
  const { fixed, random, heterogeneity } = pooledEstimates(logs, errors);
  expect(random.estimate).toBeCloseTo(-0.7141, 4);
  expect(random.standardError).toBeCloseTo(0.1787, 4);
  expect([random.lower, random.upper].map((one) => one.toFixed(4))).toEqual(['-1.0644', '-0.3638']);
  expect(heterogeneity.tauSquared).toBeCloseTo(0.3088, 4);
  expect(heterogeneity.q).toBeCloseTo(152.233, 3);
  expect(heterogeneity.df).toBe(12);
  expect(100 * heterogeneity.iSquared).toBeCloseTo(92.12, 2);
  expect(fixed.estimate).toBeCloseTo(-0.4303, 4);
  expect(fixed.standardError).toBeCloseTo(0.0405, 4);
});

describe('always', () => {
  const places = fc.array(
    fc.record({
      estimate: fc.double({ min: -5, max: 5, noNaN: true }),
      error: fc.double({ min: 0.05, max: 3, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  test('a pooled estimate lies between the least and the greatest; random effects are never surer than one', () => {
    fc.assert(
      fc.property(places, (all) => {
        const estimates = all.map(({ estimate }) => estimate);
        const { fixed, random } = pooledEstimates(
          estimates,
          all.map(({ error }) => error),
        );
        for (const { estimate, weights } of [fixed, random]) {
          expect(estimate).toBeGreaterThanOrEqual(Math.min(...estimates) - 1e-9);
          expect(estimate).toBeLessThanOrEqual(Math.max(...estimates) + 1e-9);
          expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
        }
        expect(random.standardError).toBeGreaterThanOrEqual(fixed.standardError - 1e-12);
      }),
    );
  });
  test('estimates that agree have no variance between them, and one is itself', () => {
    const { fixed, random, heterogeneity } = pooledEstimates([1, 1, 1], [0.1, 0.2, 0.3]);
    expect(random).toEqual(fixed);
    expect(heterogeneity).toMatchObject({ tauSquared: 0, iSquared: 0 });
    expect(pooledEstimates([2], [0.5])).toMatchObject({
      fixed: { estimate: 2, standardError: 0.5 },
      heterogeneity: { q: 0, df: 0, pValue: null },
    });
  });
});

test.each([
  [[], [], 'empty'],
  [[1], [1, 2], 'lengths-differ'],
  [[Number.NaN], [1], 'not-finite'],
  [[1], [0], 'out-of-range'],
])('%j with %j is refused: %s', (estimates, errors, code) => {
  expect(() => pooledEstimates(estimates, errors)).toThrow(expect.objectContaining({ code }));
});
