import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { mortalityIncidenceRatio } from './mortality-incidence.ts';
import { expectedCount, standardisedRatio } from './standardised-ratio.ts';

describe('SIR and SMR', () => {
  // Breslow & Day 1987, vol. II, table 2.10 and p. 69: Montana smelter workers, 15 against 8.33.
  it('exact and Byar limits of 15 observed, 8.33 expected', () => {
    const exact = standardisedRatio(15, 8.33);
    expect(exact.ratio).toBeCloseTo(1.8007, 4);
    expect(exact.lower).toBeCloseTo(8.3954 / 8.33, 4);
    expect(exact.upper).toBeCloseTo(24.7402 / 8.33, 4);
    const byar = standardisedRatio(15, 8.33, { method: 'byar' });
    expect(byar.lower).toBeCloseTo(exact.lower, 2);
    expect(byar.upper).toBeCloseTo(exact.upper, 2);
  });
  it('takes the expected number from person-years and reference rates', () => {
    expect(expectedCount([10_000, 20_000], [50, 100])).toBeCloseTo(25, 12);
    expect(() => expectedCount([1, 2], [1])).toThrow(/referenceRates: has 1/);
  });
  it('answers when nobody was observed, refuses when nobody is expected', () => {
    expect(standardisedRatio(0, 2.5)).toMatchObject({ ratio: 0, lower: 0 });
    expect(() => standardisedRatio(3, 0)).toThrow(/expected: is 0/);
  });
  it('keeps a p-value of 1e-30', () => {
    expect(standardisedRatio(100, 20).pValue).toBeGreaterThan(0);
    expect(standardisedRatio(100, 20).pValue).toBeLessThan(1e-30);
  });
  it.skipIf(!hasR())('agrees with R: poisson.test', () => {
    const r = runR(`
      set.seed(9); e <- 10^runif(80, -1, 3); o <- rpois(80, e * exp(rnorm(80, 0, .4)))
      t <- lapply(1:80, function(i) poisson.test(o[i], e[i]))
      give(o=o, e=e, lower=sapply(t, function(x) x$conf.int[1]),
        upper=sapply(t, function(x) x$conf.int[2]), p=sapply(t, function(x) x$p.value))`);
    for (let i = 0; i < 80; i++) {
      const at = (name: string) => r[name]?.[i] as number;
      const result = standardisedRatio(at('o'), at('e'));
      expect(result.lower).toBeCloseTo(at('lower'), 9);
      expect(result.upper).toBeCloseTo(at('upper'), 9);
      expect(result.pValue / at('p')).toBeCloseTo(1, 8);
    }
  });
});

describe('mortality-to-incidence ratio', () => {
  it('60 deaths for 80 cases: 0.75 (0.53 to 1.06)', () => {
    const ratio = mortalityIncidenceRatio(60, 80);
    expect(ratio.ratio).toBe(0.75);
    expect(ratio.lower).toBeCloseTo(0.527509, 6);
    expect(ratio.upper).toBeCloseTo(1.061391, 6);
    expect(() => mortalityIncidenceRatio(3, 0)).toThrow(/cases: is 0/);
  });
});
