import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { wilcoxonRankSum } from './wilcoxon.ts';

describe('Wilcoxon rank-sum test', () => {
  // Permeability of the amnion at term and at 12 to 26 weeks (Hollander & Wolfe 1973, p. 69).
  const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  const early = [1.15, 0.88, 0.9, 0.74, 1.21];

  it('W = 35, exact p = 0.2544', () => {
    const test = wilcoxonRankSum(term, early);
    expect(test).toMatchObject({ statistic: 35, method: 'exact' });
    expect(test.pValue).toBeCloseTo(0.2544123, 6);
  });
  it('complete separation of 3 and 3: 2 of 20 orders', () => {
    expect(wilcoxonRankSum([1, 2, 3], [4, 5, 6]).pValue).toBeCloseTo(0.1, 12);
  });
  it('is never above 1, and the same from either side', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        fc.pre(new Set([...a, ...b]).size > 1);
        const there = wilcoxonRankSum(a, b);
        const back = wilcoxonRankSum(b, a);
        expect(there.pValue).toBeLessThanOrEqual(1);
        expect(there.pValue).toBeCloseTo(back.pValue, 12);
        expect(there.statistic + back.statistic).toBeCloseTo(a.length * b.length, 12);
      }),
    );
  });
  it('refuses an exact test with ties, and values that are all equal', () => {
    expect(() => wilcoxonRankSum([1, 2], [2, 3], { method: 'exact' })).toThrow(/without ties/);
    expect(() => wilcoxonRankSum([1, 1], [1, 1])).toThrow(/all values are equal/);
  });
});

describe('Kruskal–Wallis test', () => {
  // Mucociliary efficiency (Hollander & Wolfe 1973, p. 116).
  const normal = [2.9, 3.0, 2.5, 2.6, 3.2];
  const obstructed = [3.8, 2.7, 4.0, 2.4];
  const asbestosis = [2.8, 3.4, 3.7, 2.2, 2.0];
  it('H = 0.77143 on 2, p = 0.68', () => {
    const test = kruskalWallis([normal, obstructed, asbestosis]);
    expect(test.statistic).toBeCloseTo(0.77143, 5);
    expect(test.df).toBe(2);
    expect(test.pValue).toBeCloseTo(0.68, 3);
  });
  it('needs two groups', () => {
    expect(() => kruskalWallis([normal])).toThrow(/two groups/);
    expect(() => kruskalWallis([[1], [1]])).toThrow(/all values are equal/);
  });
});

describe.skipIf(!hasR())('rank tests agree with R', () => {
  it('wilcox.test (exact, 49 and 49; ties; without continuity) and kruskal.test', () => {
    const r = runR(`
      set.seed(4); x <- rnorm(49); y <- rnorm(49, 1.6); a <- round(rnorm(80), 1); b <- round(rnorm(70, .3), 1)
      big <- rnorm(400, 2); base <- rnorm(500)
      W <- function(...) { t <- suppressWarnings(wilcox.test(...)); c(t$statistic, t$p.value) }
      k <- kruskal.test(list(a, b, round(x, 1)))
      give(x=x, y=y, a=a, b=b, xr=round(x, 1), big=big, base=base, exact=W(x, y), ties=W(a, b),
        plain=W(a, b, correct=FALSE), far=W(big, base), k=c(k$statistic, k$p.value))`);
    const of = (name: string) => r[name] as Float64Array;
    const same = (test: { statistic: number; pValue: number }, name: string) => {
      expect(test.statistic / (of(name)[0] as number)).toBeCloseTo(1, 10);
      expect(test.pValue / (of(name)[1] as number)).toBeCloseTo(1, 9);
    };
    same(wilcoxonRankSum(of('x'), of('y')), 'exact');
    same(wilcoxonRankSum(of('a'), of('b')), 'ties');
    same(wilcoxonRankSum(of('a'), of('b'), { continuity: false }), 'plain');
    same(wilcoxonRankSum(of('big'), of('base')), 'far');
    same(kruskalWallis([of('a'), of('b'), of('xr')]), 'k');
    expect(of('far')[1]).toBeLessThan(1e-50);
  });
});
