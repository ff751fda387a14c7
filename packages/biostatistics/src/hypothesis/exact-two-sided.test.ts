import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { binomialTwoSided, poissonTwoSided } from './exact-two-sided.ts';

describe('two-sided exact p-values', () => {
  it("Mendel's peas: 682 of 925 against 3/4, p = 0.3825", () => {
    expect(binomialTwoSided(682, 925, 0.75)).toBeCloseTo(0.3824916, 6);
  });
  it('answer at the ends', () => {
    expect(binomialTwoSided(5, 10, 0.5)).toBe(1);
    expect(binomialTwoSided(0, 10, 0)).toBe(1);
    expect(binomialTwoSided(1, 10, 0)).toBe(0);
    expect(poissonTwoSided(0, 0)).toBe(1);
    expect(poissonTwoSided(2, 0)).toBe(0);
    expect(() => poissonTwoSided(1.5, 2)).toThrow(/whole number/);
  });
  it.skipIf(!hasR())('agree with R: binom.test and poisson.test', () => {
    const r = runR(`
      set.seed(6); n <- ceiling(10^runif(150, 0, 4)); pr <- runif(150); x <- rbinom(150, n, pmin(1, pr * runif(150, .5, 1.5)))
      m <- 10^runif(150, -1, 3); k <- rpois(150, m * runif(150, .3, 2))
      give(n=n, pr=pr, x=x, m=m, k=k, b=sapply(1:150, function(i) binom.test(x[i], n[i], pr[i])$p.value),
        p=sapply(1:150, function(i) poisson.test(k[i], 1, m[i])$p.value))`);
    for (let i = 0; i < 150; i++) {
      const at = (name: string) => r[name]?.[i] as number;
      const binomial = binomialTwoSided(at('x'), at('n'), at('pr'));
      const poisson = poissonTwoSided(at('k'), at('m'));
      if (at('b') > 1e-150) expect(binomial / at('b')).toBeCloseTo(1, 9);
      if (at('p') > 1e-150) expect(poisson / at('p')).toBeCloseTo(1, 9);
    }
  });
});
