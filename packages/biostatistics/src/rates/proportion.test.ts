import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { proportion } from './proportion.ts';

describe('proportion', () => {
  it('15 of 148, Newcombe (Stat Med 1998;17:857): Wilson 0.0624 to 0.1605, exact 0.0578 to 0.1617', () => {
    const wilson = proportion(15, 148, { method: 'wilson' });
    expect([wilson.lower.toFixed(4), wilson.upper.toFixed(4)]).toEqual(['0.0624', '0.1605']);
    const exact = proportion(15, 148);
    expect([exact.lower.toFixed(4), exact.upper.toFixed(4)]).toEqual(['0.0578', '0.1617']);
  });
  it('answers at the ends', () => {
    for (const method of ['exact', 'wilson'] as const) {
      expect(proportion(0, 20, { method }).lower).toBe(0);
      expect(proportion(20, 20, { method }).upper).toBe(1);
    }
  });
  it('refuses more successes than trials, and none tried', () => {
    expect(() => proportion(3, 2)).toThrow(/count: is 3/);
    expect(() => proportion(0, 0)).toThrow(/total/);
  });
  it.skipIf(!hasR())('agrees with R: binom.test and prop.test', () => {
    const r = runR(`
      set.seed(5); n <- ceiling(10^runif(50, 0, 5)); x <- rbinom(50, n, runif(50))
      e <- sapply(1:50, function(i) binom.test(x[i], n[i])$conf.int)
      w <- sapply(1:50, function(i) suppressWarnings(prop.test(x[i], n[i], correct=FALSE))$conf.int)
      give(n=n, x=x, el=e[1,], eu=e[2,], wl=w[1,], wu=w[2,])`);
    for (let i = 0; i < 50; i++) {
      const at = (name: string) => r[name]?.[i] as number;
      const exact = proportion(at('x'), at('n'));
      const wilson = proportion(at('x'), at('n'), { method: 'wilson' });
      expect(exact.lower).toBeCloseTo(at('el'), 10);
      expect(exact.upper).toBeCloseTo(at('eu'), 10);
      expect(wilson.lower).toBeCloseTo(at('wl'), 10);
      expect(wilson.upper).toBeCloseTo(at('wu'), 10);
    }
  });
});
