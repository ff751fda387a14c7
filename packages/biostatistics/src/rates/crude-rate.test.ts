import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { crudeRate } from './crude-rate.ts';
import { byarPoissonInterval, exactPoissonInterval } from './poisson-interval.ts';

describe('crude rate', () => {
  it('10 cases in 200,000 person-years: 5 per 100,000 (2.40 to 9.20)', () => {
    const rate = crudeRate(10, 200_000);
    expect(rate.estimate).toBe(5);
    expect(rate.lower).toBeCloseTo(4.7954 / 2, 4);
    expect(rate.upper).toBeCloseTo(18.3904 / 2, 4);
    expect(rate.standardError).toBeCloseTo(Math.sqrt(10) / 2, 12);
  });
  it('0 cases: 0 to 3.69 over the person-years', () => {
    expect(crudeRate(0, 100_000)).toMatchObject({ estimate: 0, lower: 0 });
    expect(crudeRate(0, 100_000).upper).toBeCloseTo(-Math.log(0.025), 10);
  });
  it('needs person-years', () => {
    expect(() => crudeRate(3, 0)).toThrow(/personYears\[0\]: is 0/);
    expect(() => crudeRate(Number.NaN, 10)).toThrow(/cases/);
  });
  it('by Byar lies within 1 % of exact from 5 cases on', () => {
    for (const count of [5, 10, 50, 500]) {
      const [exact, byar] = [exactPoissonInterval(count), byarPoissonInterval(count)];
      expect(Math.abs(byar.lower / exact.lower - 1)).toBeLessThan(0.015);
      expect(Math.abs(byar.upper / exact.upper - 1)).toBeLessThan(0.005);
    }
    expect(byarPoissonInterval(0).lower).toBe(0);
  });
  it.skipIf(!hasR())('agrees with R: poisson.test', () => {
    const r = runR(`
      x <- c(0, 1, 2, 7, 33, 250, 12345); ci <- sapply(x, function(k) poisson.test(k, conf.level=.99)$conf.int)
      give(x=x, lower=ci[1,], upper=ci[2,])`);
    for (const [i, count] of (r.x as Float64Array).entries()) {
      const { lower, upper } = exactPoissonInterval(count, 0.99);
      expect(lower).toBeCloseTo(r.lower?.[i] as number, 8);
      expect(upper).toBeCloseTo(r.upper?.[i] as number, 8);
    }
  });
});
