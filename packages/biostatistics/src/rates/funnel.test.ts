import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import {
  funnelLimits,
  funnelOverdispersion,
  funnelScores,
  overdispersedFunnelLimits,
} from './funnel.ts';

describe('funnel limits', () => {
  it.skipIf(!hasR())(
    "follow Spiegelhalter's interpolation between counts (his appendix A.1.1)",
    () => {
      const r = runR(`
      limit <- function(F, Q, p, n) { r <- Q(p); a <- (F(r) - p) / (F(r) - F(r - 1)); (r - a) / n }
      n <- c(20, 75, 400, 10000); e <- c(2.2, 14, 130.5, 2000)
      b <- function(p) sapply(n, function(k) limit(function(r) pbinom(r, k, .2), function(p) qbinom(p, k, .2), p, k))
      o <- function(p) sapply(e, function(k) limit(function(r) ppois(r, k * 1.1), function(p) qpois(p, k * 1.1), p, k))
      give(n=n, e=e, bl=b(.001), bu=b(.999), ol=pmax(0, o(.025)), ou=o(.975))`);
      const proportions = funnelLimits('proportion', 0.2, r.n as Float64Array, 0.998);
      const ratios = funnelLimits('ratio', 1.1, r.e as Float64Array, 0.95);
      for (let i = 0; i < 4; i++) {
        expect(proportions[i]?.lower).toBeCloseTo(Math.max(0, r.bl?.[i] as number), 8);
        expect(proportions[i]?.upper).toBeCloseTo(r.bu?.[i] as number, 8);
        expect(ratios[i]?.lower).toBeCloseTo(r.ol?.[i] as number, 8);
        expect(ratios[i]?.upper).toBeCloseTo(r.ou?.[i] as number, 8);
      }
    },
  );

  it('close in on the target as patients grow in number, and never leave [0, 1]', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.98, noNaN: true }), (target) => {
        const limits = funnelLimits('proportion', target, [5, 50, 500, 50_000], 0.998);
        for (const { lower, upper } of limits) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
        }
        const width = limits.map(({ lower, upper }) => upper - lower);
        expect(width[3]).toBeLessThan(width[2] as number);
        expect(width[2]).toBeLessThan((width[1] as number) + 1e-9);
        expect(limits[3]?.upper).toBeGreaterThan(target);
        expect(limits[3]?.lower).toBeLessThan(target);
      }),
    );
  });

  it('find no dispersion beyond chance where there is none, and find it where there is', () => {
    const patients = [100, 200, 300, 400, 500, 600];
    const level = funnelOverdispersion('proportion', 0.5, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], patients);
    expect(level).toEqual({ phi: 0, tauSquared: 0 });
    const spread = funnelOverdispersion(
      'proportion',
      0.5,
      [0.3, 0.7, 0.4, 0.6, 0.35, 0.65],
      patients,
    );
    expect(spread.phi).toBeGreaterThan(10);
    expect(spread.tauSquared).toBeGreaterThan(0.01);
    const plain = overdispersedFunnelLimits('proportion', 0.5, patients, level);
    const wide = overdispersedFunnelLimits('proportion', 0.5, patients, spread);
    for (const [i, limit] of wide.entries()) {
      expect(limit.upper).toBeGreaterThan(plain[i]?.upper as number);
    }
  });

  it('winsorise: one institution far out does not widen the limits for all', () => {
    const patients = Array.from({ length: 20 }, () => 100);
    const values = patients.map((_, i) => (i === 0 ? 0.99 : 0.5 + ((i % 5) - 2) * 0.02));
    expect(funnelOverdispersion('proportion', 0.5, values, patients).phi).toBeLessThan(1);
    expect(funnelOverdispersion('proportion', 0.5, values, patients, 0).phi).toBeGreaterThan(4);
  });

  it('scores are in standard errors at the target', () => {
    expect(funnelScores('proportion', 0.5, [0.6], [100])[0]).toBeCloseTo(2, 12);
    expect(funnelScores('ratio', 1, [1.2], [100])[0]).toBeCloseTo(2, 12);
  });

  it('refuse a target of 0 and half patients', () => {
    expect(() => funnelLimits('proportion', 0, [10])).toThrow(/target/);
    expect(() => funnelLimits('proportion', 0.3, [10.5])).toThrow(/precision\[0\]/);
    expect(() => funnelLimits('ratio', 1, [0])).toThrow(/precision\[0\]/);
  });
});
