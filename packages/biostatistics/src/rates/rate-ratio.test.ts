import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { crudeRate } from './crude-rate.ts';
import { rateDifference } from './rate-difference.ts';
import { rateRatio, standardisedRateRatio } from './rate-ratio.ts';

describe('ratio of two rates', () => {
  // R's example(poisson.test): leukaemia among the exposed, Fay (2010).
  const exposed = { cases: 11, personYears: 800 };
  const others = { cases: 6 + 8 + 7, personYears: 1083 + 1050 + 878 };

  it('exact: 1.971488 (0.8584264 to 4.277266), p = 0.07967', () => {
    const result = rateRatio(exposed, others);
    expect(result.ratio).toBeCloseTo(1.971488, 6);
    expect(result.lower).toBeCloseTo(0.8584264, 6);
    expect(result.upper).toBeCloseTo(4.277266, 6);
    expect(result.pValue).toBeCloseTo(0.07966863, 7);
  });

  it('is turned over with its limits when the groups change places', () => {
    const there = rateRatio(exposed, others);
    const back = rateRatio(others, exposed);
    expect(back.ratio * there.ratio).toBeCloseTo(1, 12);
    expect(back.lower * there.upper).toBeCloseTo(1, 10);
    expect(back.pValue).toBeCloseTo(there.pValue, 12);
  });

  it('answers when one group has no cases; refuses when neither has', () => {
    const none = { cases: 0, personYears: 100 };
    expect(rateRatio(none, others)).toMatchObject({ ratio: 0, lower: 0 });
    expect(rateRatio(others, none)).toMatchObject({ ratio: Infinity, upper: Infinity });
    expect(() => rateRatio(none, none)).toThrow(/none in either/);
    expect(() => rateRatio(none, others, { method: 'log' })).toThrow(/ask for the exact/);
  });

  it.skipIf(!hasR())('agrees with R: poisson.test on random pairs', () => {
    const r = runR(`
      set.seed(3); n <- 60
      a <- rpois(n, 10^runif(n, 0, 3)); b <- rpois(n, 10^runif(n, 0, 3)) + 1
      ta <- 10^runif(n, 2, 5); tb <- ta * 10^runif(n, -1, 1)
      t <- lapply(1:n, function(i) poisson.test(c(a[i], b[i]), c(ta[i], tb[i])))
      give(a=a, b=b, ta=ta, tb=tb, lower=sapply(t, function(x) x$conf.int[1]),
        upper=sapply(t, function(x) x$conf.int[2]), p=sapply(t, function(x) x$p.value))`);
    for (let i = 0; i < 60; i++) {
      const at = (name: string) => r[name]?.[i] as number;
      const result = rateRatio(
        { cases: at('a'), personYears: at('ta') },
        { cases: at('b'), personYears: at('tb') },
      );
      expect(result.lower).toBeCloseTo(at('lower'), 7);
      expect(result.upper / at('upper')).toBeCloseTo(1, 9);
      if (at('p') > 1e-290) expect(result.pValue / at('p')).toBeCloseTo(1, 7);
      else expect(result.pValue).toBeLessThan(1e-289);
    }
  });
});

describe('ratio and difference of standardised rates', () => {
  const men = { estimate: 80, standardError: 4 };
  const women = { estimate: 50, standardError: 3 };
  it('ratio by the delta method', () => {
    const result = standardisedRateRatio(men, women);
    const spread = 1.959963984540054 * Math.hypot(4 / 80, 3 / 50);
    expect(result.ratio).toBeCloseTo(1.6, 12);
    expect(result.upper).toBeCloseTo(1.6 * Math.exp(spread), 10);
  });
  it('ratio, test-based: 1.6^(1 ± 1.96/6)', () => {
    const result = standardisedRateRatio(men, women, { method: 'test-based' });
    expect(result.lower).toBeCloseTo(1.6 ** (1 - 1.959963984540054 / 6), 10);
    expect(result.upper).toBeCloseTo(1.6 ** (1 + 1.959963984540054 / 6), 10);
    expect(() => standardisedRateRatio(men, men, { method: 'test-based' })).toThrow(/equal rates/);
  });
  it('difference: normal is d ± 1.96·5', () => {
    const result = rateDifference(
      { ...men, lower: 72, upper: 88 },
      { ...women, lower: 44, upper: 56 },
      { method: 'normal' },
    );
    expect(result.lower).toBeCloseTo(30 - 9.79982, 5);
    expect(result.pValue).toBeCloseTo(1.973175e-9, 13);
  });
  it('difference by MOVER reaches up as far as the exact limits of rare cases do', () => {
    const few = crudeRate(1, 100_000);
    const none = crudeRate(0, 100_000);
    const result = rateDifference(few, none);
    expect(result.upper).toBeCloseTo(1 + (few.upper - 1), 10);
    expect(result.lower).toBeCloseTo(1 - Math.hypot(1 - few.lower, none.upper), 10);
    expect(rateDifference(none, none).pValue).toBe(1);
  });
});
