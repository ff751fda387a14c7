import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import * as special from './index.ts';

describe('tails as R prints them', () => {
  it('keeps p-values far below the rounding error of 1', () => {
    expect(special.normalUpper(30) / 4.9067139271487e-198).toBeCloseTo(1, 12);
    expect(special.chiSquareUpper(916, 1) / 3.263223196080862e-201).toBeCloseTo(1, 12);
    expect(special.studentTwoSided(30, 100) / 8.380332558688336e-52).toBeCloseTo(1, 12);
  });

  it('has the quantiles printed in every table', () => {
    expect(special.normalMultiplier(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(special.chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 13);
    expect(special.studentQuantile(0.975, 10)).toBeCloseTo(2.228138851986274, 13);
    expect(special.betaQuantile(0.5, 2, 2)).toBeCloseTo(0.5, 14);
  });

  it('answers at the edges', () => {
    expect(special.poissonLower(-1, 3)).toBe(0);
    expect(special.poissonUpper(0, 3)).toBe(1);
    expect(special.binomialLower(5, 5, 0.2)).toBe(1);
    expect(special.gammaQuantile(0, 2)).toBe(0);
    expect(special.gammaQuantile(1, 2)).toBe(Infinity);
    expect(special.betaQuantile(1, 3, 2, 'upper')).toBe(0);
    expect(() => special.gammaLower(1, 0)).toThrow(/shape: is 0/);
    expect(() => special.studentTwoSided(1, 0)).toThrow(/degrees of freedom/);
    expect(() => special.normalQuantile(1.1)).toThrow(/p: is 1.1/);
  });

  it('has the beta tail of exact arithmetic (mpmath, 60 digits) where R 4.2 says 1.875e-266', () => {
    const tail = special.betaLower(0.4437667320294968, 913.4206398390241, 37.349126938210816);
    expect(tail / 1.895576466330196e-266).toBeCloseTo(1, 11);
  });

  it('returns to the probability it started from, where R 4.2 itself does not', () => {
    const t = special.studentQuantile(1.4123083414327734e-10, 0.3485536963849095);
    expect(special.studentLower(t, 0.3485536963849095) / 1.4123083414327734e-10).toBeCloseTo(1, 11);
    const g = special.gammaQuantile(1.3292585701888936e-14, 107.22842814947211, 1, 'upper');
    expect(special.gammaUpper(g, 107.22842814947211) / 1.3292585701888936e-14).toBeCloseTo(1, 11);
  });
});

/** Largest relative difference; beyond 1e-200, where R's own beta loses digits, both being tiny. */
function worst(ours: (i: number) => number, theirs: Float64Array | undefined): number {
  let largest = 0;
  for (const [i, expected] of (theirs ?? [Number.NaN]).entries()) {
    const got = ours(i);
    if (got === expected || (Math.abs(expected) < 1e-200 && Math.abs(got) < 1e-199)) continue;
    const difference = Math.abs(got / expected - 1);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

describe.skipIf(!hasR())('3,000 random arguments against R', () => {
  const drawArguments = `
    set.seed(20240611); n <- 3000
    z <- rnorm(n, 0, 12); p <- 10^runif(n, -250, -0.01); pm <- 10^runif(n, -12, -0.01)
    df <- 10^runif(n, -1, 5); x <- df * 10^runif(n, -2, 1.2)
    sh <- 10^runif(n, -2, 6); g <- sh * 10^runif(n, -1, 0.5)
    a <- 10^runif(n, -1, 5); b <- 10^runif(n, -1, 5)
    u <- pmin(pmax(a / (a + b) * 10^runif(n, -.5, .5), 1e-10), 1 - 1e-10)
    t <- rnorm(n, 0, 20); nu <- 10^runif(n, -0.5, 5)
    d1 <- 10^runif(n, 0, 3); d2 <- 10^runif(n, 0, 4); f <- 10^runif(n, -2, 2)
    m <- 10^runif(n, -1, 5); k <- round(m * 10^runif(n, -.5, .5))
    N <- round(10^runif(n, 0.3, 5)); pr <- 10^runif(n, -4, -0.01)
    K <- round(N * pmin(1, pr * 10^runif(n, -.5, .5)))
    give(z=z, p=p, pm=pm, df=df, x=x, sh=sh, g=g, a=a, b=b, u=u, t=t, nu=nu, d1=d1, d2=d2, f=f,
      m=m, k=k, N=N, pr=pr, K=K,
      normalLower=pnorm(z), normalUpper=pnorm(z, low=FALSE), normalQuantile=qnorm(p),
      chiSquareUpper=pchisq(x, df, low=FALSE), chiSquareQuantile=qchisq(pm, df),
      gammaLower=pgamma(g, sh), gammaUpper=pgamma(g, sh, low=FALSE), gammaQuantile=qgamma(pm, sh),
      betaLower=pbeta(u, a, b), betaUpper=pbeta(u, a, b, low=FALSE), betaQuantile=qbeta(pm, a, b),
      studentTwoSided=2 * pt(-abs(t), nu), studentQuantile=qt(pm, pmax(nu, 1)),
      fUpper=pf(f, d1, d2, low=FALSE),
      poissonLower=ppois(k, m), poissonUpper=ppois(k - 1, m, low=FALSE),
      binomialLower=pbinom(K, N, pr), binomialUpper=pbinom(K - 1, N, pr, low=FALSE),
      logGamma=lgamma(sh))`;
  const r = hasR() ? runR(drawArguments) : {};
  const at = (name: string, i: number) => r[name]?.[i] as number;
  const compare: Record<string, [(i: number) => number, number]> = {
    normalLower: [(i) => special.normalLower(at('z', i)), 1e-14],
    normalUpper: [(i) => special.normalUpper(at('z', i)), 1e-14],
    normalQuantile: [(i) => special.normalQuantile(at('p', i)), 1e-14],
    chiSquareUpper: [(i) => special.chiSquareUpper(at('x', i), at('df', i)), 1e-11],
    chiSquareQuantile: [(i) => special.chiSquareQuantile(at('pm', i), at('df', i)), 1e-9],
    gammaLower: [(i) => special.gammaLower(at('g', i), at('sh', i)), 1e-11],
    gammaUpper: [(i) => special.gammaUpper(at('g', i), at('sh', i)), 1e-11],
    gammaQuantile: [(i) => special.gammaQuantile(at('pm', i), at('sh', i)), 1e-9],
    betaLower: [(i) => special.betaLower(at('u', i), at('a', i), at('b', i)), 2e-11],
    betaUpper: [(i) => special.betaUpper(at('u', i), at('a', i), at('b', i)), 2e-11],
    betaQuantile: [(i) => special.betaQuantile(at('pm', i), at('a', i), at('b', i)), 2e-11],
    studentTwoSided: [(i) => special.studentTwoSided(at('t', i), at('nu', i)), 2e-11],
    studentQuantile: [(i) => special.studentQuantile(at('pm', i), Math.max(at('nu', i), 1)), 1e-9],
    fUpper: [(i) => special.fUpper(at('f', i), at('d1', i), at('d2', i)), 1e-11],
    poissonLower: [(i) => special.poissonLower(at('k', i), at('m', i)), 1e-11],
    poissonUpper: [(i) => special.poissonUpper(at('k', i), at('m', i)), 1e-11],
    binomialLower: [(i) => special.binomialLower(at('K', i), at('N', i), at('pr', i)), 2e-11],
    binomialUpper: [(i) => special.binomialUpper(at('K', i), at('N', i), at('pr', i)), 2e-11],
    logGamma: [(i) => special.logGamma(at('sh', i)), 1e-13],
  };
  it.each(Object.keys(compare))('%s', (name) => {
    const [ours, allowed] = compare[name] as [(i: number) => number, number];
    expect(worst(ours, r[name])).toBeLessThan(allowed);
  });
});
