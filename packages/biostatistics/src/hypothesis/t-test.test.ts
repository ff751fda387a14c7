import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { anova } from './anova.ts';
import { tTest } from './t-test.ts';

// Student's sleep data (Biometrika 1908;6:1), the two drugs taken as independent groups.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

describe("t-test on Student's sleep data", () => {
  it('Welch: t = −1.8608, 17.776 degrees of freedom, p = 0.07939', () => {
    const test = tTest(first, second);
    expect(test.statistic).toBeCloseTo(-1.8608, 4);
    expect(test.df).toBeCloseTo(17.776, 3);
    expect(test.pValue).toBeCloseTo(0.07939, 5);
    expect(test.lower).toBeCloseTo(-3.3654832, 6);
    expect(test.upper).toBeCloseTo(0.2054832, 6);
  });
  it('pooled: 18 degrees of freedom, p = 0.07919, and F of two groups is t²', () => {
    const test = tTest(first, second, { variances: 'pooled' });
    expect(test.df).toBe(18);
    expect(test.pValue).toBeCloseTo(0.07918671, 7);
    const f = anova([first, second]);
    expect(f.statistic).toBeCloseTo(test.statistic ** 2, 12);
    expect(f.pValue).toBeCloseTo(test.pValue, 12);
  });
  it('keeps its digits far from zero', () => {
    const far = tTest(
      first.map((x) => x + 1e9),
      second.map((x) => x + 1e9),
    );
    expect(far.statistic).toBeCloseTo(-1.8608, 4);
  });
  it('refuses single values and groups that do not vary', () => {
    expect(() => tTest([1], [1, 2])).toThrow(/first: has one value/);
    expect(() => tTest([1, 1], [2, 2])).toThrow(/does not vary/);
    expect(() => tTest([], [2, 2])).toThrow(/first: holds nothing/);
    expect(() => tTest([1, Number.NaN], [2, 2])).toThrow(/first\[1\]/);
  });
});

describe.skipIf(!hasR())('t-test and analysis of variance agree with R', () => {
  it('t.test, oneway.test', () => {
    const r = runR(`
      set.seed(2); x <- rnorm(23, 10, 2); y <- rnorm(41, 14, 5); z <- rnorm(15, 11, 1)
      w <- t.test(x, y, conf.level = .9); p <- t.test(x, y, var.equal = TRUE)
      v <- c(x, y, z); g <- factor(rep(1:3, c(23, 41, 15)))
      e <- oneway.test(v ~ g, var.equal = TRUE); u <- oneway.test(v ~ g)
      give(x=x, y=y, z=z, w=c(w$statistic, w$parameter, w$p.value, w$conf.int),
        p=c(p$statistic, p$p.value), e=c(e$statistic, e$p.value),
        u=c(u$statistic, u$parameter, u$p.value))`);
    const of = (name: string) => r[name] as Float64Array;
    const [x, y, z] = [of('x'), of('y'), of('z')];
    const welch = tTest(x, y, { level: 0.9 });
    close([welch.statistic, welch.df, welch.pValue, welch.lower, welch.upper], of('w'));
    const pooled = tTest(x, y, { variances: 'pooled' });
    close([pooled.statistic, pooled.pValue], of('p'));
    const equal = anova([x, y, z]);
    close([equal.statistic, equal.pValue], of('e'));
    const unequal = anova([x, y, z], { variances: 'welch' });
    close([unequal.statistic, unequal.dfBetween, unequal.dfWithin, unequal.pValue], of('u'));
  });
});

function close(ours: readonly number[], theirs: Float64Array): void {
  expect(theirs).toHaveLength(ours.length);
  for (const [i, value] of ours.entries()) expect(value / (theirs[i] as number)).toBeCloseTo(1, 10);
}
