import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { annualPercentChange, annualPercentChangeOfCounts } from './annual-percent-change.ts';

describe('EAPC', () => {
  it('a rate that grows by 3 % a year grows by 3 % a year', () => {
    const years = [2001, 2002, 2003, 2004, 2005];
    const result = annualPercentChange(
      years,
      years.map((year) => 20 * 1.03 ** (year - 2001)),
    );
    expect(result.percent).toBeCloseTo(3, 10);
    expect(result.upper - result.lower).toBeLessThan(1e-6);
  });
  it('needs three years and rates above 0', () => {
    expect(() => annualPercentChange([1, 2], [3, 4])).toThrow(/needs 3/);
    expect(() => annualPercentChange([1, 2, 3], [3, 0, 4])).toThrow(/rates\[1\]/);
    expect(() => annualPercentChange([5, 5, 5], [3, 2, 4])).toThrow(/combination/);
    expect(() => annualPercentChangeOfCounts([1, 2, 3], [0, 0, 0], [9, 9, 9])).toThrow(/all 0/);
  });
  it.skipIf(!hasR())('agrees with R: lm of log rates, glm of counts', () => {
    const r = runR(`
      set.seed(11); year <- 1990:2015; py <- runif(26, 1e5, 3e5)
      cases <- rpois(26, py * 4e-5 * exp(-.02 * (year - 1990))); cases[4] <- 0
      rate <- (cases + .5) / py; w <- cases + .5
      l <- lm(log(rate) ~ year, weights = w)
      g <- glm(cases ~ year + offset(log(py)), family = poisson, epsilon = 1e-14)
      give(year=year, py=py, cases=cases, rate=rate, w=w, l=coef(l)[2], lci=confint(l)[2,],
        lp=summary(l)$coef[2,4], g=coef(g)[2], gse=summary(g)$coef[2,2], gp=summary(g)$coef[2,4])`);
    const of = (name: string) => r[name] as Float64Array;
    const rates = annualPercentChange(of('year'), of('rate'), { weights: of('w') });
    expect(rates.slope).toBeCloseTo(of('l')[0] as number, 11);
    expect(rates.lower).toBeCloseTo(100 * Math.expm1(of('lci')[0] as number), 8);
    expect(rates.upper).toBeCloseTo(100 * Math.expm1(of('lci')[1] as number), 8);
    expect(rates.pValue / (of('lp')[0] as number)).toBeCloseTo(1, 8);
    const counts = annualPercentChangeOfCounts(of('year'), of('cases'), of('py'));
    expect(counts.slope).toBeCloseTo(of('g')[0] as number, 11);
    expect(counts.slopeError).toBeCloseTo(of('gse')[0] as number, 10);
    expect(counts.pValue / (of('gp')[0] as number)).toBeCloseTo(1, 7);
  });
});
