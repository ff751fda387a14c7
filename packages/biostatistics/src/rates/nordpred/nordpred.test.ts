import { describe, expect, it } from 'vitest';
import { casesByAge, peopleByAge } from '../../testing/norway-colon.ts';
import { hasR, runR } from '../../testing/r.ts';
import { fitAgePeriodCohort, nordpred, nordpredHoldBack } from './index.ts';

const byPeriod = (rows: readonly (readonly number[])[], from: number, to: number) =>
  Array.from({ length: to - from }, (_, period) => rows.map((row) => row[from + period] as number));
const table = { cases: byPeriod(casesByAge, 0, 8), personYears: byPeriod(peopleByAge, 0, 8) };
const future = byPeriod(peopleByAge, 8, 13);
const totals = (cases: readonly Float64Array[]) =>
  cases.map((byAge) => byAge.reduce((a, b) => a + b, 0));

// Age group 4 (20–24) is the first modelled, group 5 the first projected: the registry's example.
const ages = { firstModelledAge: 4, firstProjectedAge: 5 };

describe("colon cancer in Norwegian men, beside the registry's own functions (Nordpred 1.1 in R)", () => {
  it('four periods, recent trend: the published example', () => {
    const { cases, fit, recentPValue } = nordpred(table, future, {
      ...ages,
      periods: [4],
      recent: true,
    });
    expect(fit.goodnessOfFit).toBeCloseTo(0.545003411, 8);
    expect(fit.deviance).toBeCloseTo(22.57474007, 7);
    expect(recentPValue).toBeCloseTo(0.0377314630464, 10);
    const expected = [5854.878645, 6336.216057, 6839.500792, 7329.164684, 7784.605699];
    for (const [step, total] of totals(cases).entries()) {
      expect(total / (expected[step] as number)).toBeCloseTo(1, 7);
    }
    expect(cases[4]?.[17]).toBeCloseTo(930.5016, 3);
    // 20–24 keeps the mean rate of the last two periods.
    expect(cases[1]?.[4]).toBeCloseTo(3.116316504, 8);
    expect(cases[0]?.[0]).toBe(0);
  });

  it('chooses six periods and the recent trend by itself', () => {
    const { cases, fit, recent } = nordpred(table, future, ages);
    expect([fit.periods, recent]).toEqual([6, true]);
    const expected = [5826.943876, 6249.993699, 6666.358329, 7061.168741, 7453.106442];
    for (const [step, total] of totals(cases).entries()) {
      expect(total / (expected[step] as number)).toBeCloseTo(1, 7);
    }
  });

  it('on the log scale with the average trend: growth is not dampened', () => {
    const { cases } = nordpred(table, future, {
      ...ages,
      periods: [4],
      recent: false,
      link: 'log',
    });
    const expected = [6157.242788, 6966.008043, 7797.965917, 8579.01917, 9248.468687];
    for (const [step, total] of totals(cases).entries()) {
      expect(total).toBeCloseTo(expected[step] as number, 5);
    }
  });

  it('would have come within 2 % of 1988–92 and 1993–97 from what was known in 1987', () => {
    const check = nordpredHoldBack(table, 2, ages);
    expect(check.map(({ observed }) => observed)).toEqual([4157, 4574]);
    for (const { percentError, pValue } of check) {
      expect(Math.abs(percentError)).toBeLessThan(2);
      expect(pValue).toBeGreaterThan(0.05);
    }
  });
});

describe('the age–period–cohort model', () => {
  it.skipIf(!hasR())('agrees with R: glm with a power link', () => {
    const r = runR(
      `
      y <- d$py; f <- poisson()
      f$linkfun <- function(mu) (mu / y)^0.2; f$linkinv <- function(eta) y * pmax(eta, 1e-8)^5
      f$mu.eta <- function(eta) 5 * y * pmax(eta, 1e-8)^4
      g <- glm(cases ~ factor(age) + period + factor(period) + factor(cohort) - 1, family = f, data = d,
        epsilon = 1e-10)
      give(deviance=deviance(g), fitted=fitted(g), drift=coef(g)["period"])`,
      { d: longTable(4, 4) },
    );
    const fit = fitAgePeriodCohort(table, { periods: 4, firstAge: 4 });
    expect(fit.deviance).toBeCloseTo(r.deviance?.[0] as number, 8);
    expect(fit.drift).toBeCloseTo(r.drift?.[0] as number, 8);
  });

  it('says what it lacks', () => {
    expect(() => fitAgePeriodCohort(table, { periods: 9, firstAge: 4 })).toThrow(/9 of both/);
    expect(() => fitAgePeriodCohort(table, { periods: 2, firstAge: 4 })).toThrow(/periods: is 2/);
    expect(() => nordpred(table, [...future, ...future], ages)).toThrow(/10 future periods/);
    expect(() => nordpred(table, [[1, 2]], ages)).toThrow(/has 2 age groups/);
    expect(() => nordpred(table, future, { ...ages, firstProjectedAge: 2 })).toThrow(
      /firstProjectedAge/,
    );
  });
});

function longTable(periods: number, firstAge: number) {
  const out = {
    age: [] as number[],
    period: [] as number[],
    cohort: [] as number[],
    cases: [] as number[],
    py: [] as number[],
  };
  for (let p = 0; p < periods; p++) {
    for (let age = firstAge; age < 18; age++) {
      out.age.push(age);
      out.period.push(p + 1);
      out.cohort.push(18 - age + p);
      out.cases.push(casesByAge[age]?.[8 - periods + p] as number);
      out.py.push(peopleByAge[age]?.[8 - periods + p] as number);
    }
  }
  return out;
}
