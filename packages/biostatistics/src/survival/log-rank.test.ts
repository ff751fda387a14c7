import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../testing/agree.ts';
import { hasR, runR } from '../testing/r.ts';
import { randomPeople } from '../testing/random-people.ts';
import { colonDeath, fromR, hasSurvivalData, lung } from '../testing/survival-data.ts';
import { coxRegression } from './cox/cox.ts';
import { logRank, logRankTrend } from './log-rank.ts';

describe('log-rank test', () => {
  it('is the worked example: 6-mercaptopurine against placebo (Gehan 1965; Collett 2015, 2.6)', () => {
    const treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
    const seen = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
    const test = logRank({
      time: [...treated, ...placebo],
      event: [...seen, ...placebo.map(() => 1)],
      group: [...treated.map(() => 0), ...placebo.map(() => 1)],
    });
    expect([...test.observed]).toEqual([9, 21]);
    expect(test.expected[0]?.toFixed(2)).toBe('19.25');
    expect(test.statistic.toFixed(2)).toBe('16.79');
  });

  it('gives the upper tail itself, however small', () => {
    const n = 400;
    const time = Array.from({ length: n }, (_, i) => i + 1);
    const test = logRank({
      time,
      event: time.map(() => 1),
      group: time.map((t) => Number(t > n / 2)),
    });
    expect(test.pValue).toBeGreaterThan(0);
    expect(test.pValue).toBeLessThan(1e-40);
  });

  it.each([
    [{ time: [1, 2], event: [1, 1], group: [0, 0] }, 'one-group'],
    [{ time: [1, 2], event: [0, 0], group: [0, 1] }, 'no-events'],
    [{ time: [1, 2], event: [0, 1], group: [0, 1] }, 'one-group'],
    [{ time: [1, 2], event: [1, 1], group: [0, -1] }, 'out-of-range'],
    [{ time: [1, 2], event: [1, 1], group: [0] }, 'lengths-differ'],
  ])('refuses what it cannot compare: %j', (input, code) => {
    expect(() => logRank(input)).toThrow(expect.objectContaining({ code }));
  });
});

describe.skipIf(!hasSurvivalData)('log-rank of R’s lung and colon data', () => {
  it('lung by sex, and the Peto–Peto weight', () => {
    const of = (what: string) => fromR('lung', 'Surv(time, status) ~ sex', what) as number;
    const test = logRank(lung());
    expectAgree(test.statistic, 10.32674195, 9);
    expectAgree(test.pValue, of('G-rho(0) p'), 9);
    expectAgree(test.expected, [91.58173903, 73.41826097], 9);
    const peto = logRank({ ...lung(), rho: 1 });
    expectAgree(peto.statistic, of('G-rho(1) chisq df=1'), 9);
    expectAgree(peto.pValue, of('G-rho(1) p'), 9);
  });

  it('colon death by treatment, and stratified by differentiation', () => {
    expectAgree(logRank(colonDeath()).statistic, 11.68309271, 9);
    const data = colonDeath('differ');
    const test = logRank({ ...data, strata: data.stratum });
    expectAgree(test.statistic, 10.5106639, 9);
    expectAgree(test.expected, [146.5444135, 140.108306, 154.3472805], 9);
  });
});

describe.skipIf(!hasR('survival'))('log-rank beside R on random people', () => {
  it.each([
    [30, 11],
    [300, 12],
    [2000, 13],
  ])('%i people, seed %i', (n, seed) => {
    const people = randomPeople(n, seed);
    const r = runR(
      `library(survival)
       f <- function(t) c(t$chisq, if (is.matrix(t$obs)) rowSums(t$obs) else t$obs,
                          if (is.matrix(t$exp)) rowSums(t$exp) else t$exp, t$var)
       give(plain = f(survdiff(Surv(time, event) ~ group, d)),
            half = f(survdiff(Surv(time, event) ~ group, d, rho = .5)),
            strata = f(survdiff(Surv(time, event) ~ group + strata(stratum), d, rho = 1)))`,
      { d: { ...people } },
    );
    const { time, event, group, stratum } = people;
    const flat = (t: ReturnType<typeof logRank>) => [
      t.statistic,
      ...t.observed,
      ...t.expected,
      ...t.variance,
    ];
    expectAgree(flat(logRank({ time, event, group })), r.plain as Float64Array, 8);
    expectAgree(flat(logRank({ time, event, group, rho: 0.5 })), r.half as Float64Array, 8);
    expectAgree(
      flat(logRank({ time, event, group, strata: stratum, rho: 1 })),
      r.strata as Float64Array,
      8,
    );
  });
});

describe('what always holds of a log-rank test', () => {
  const seeds = fc.integer({ min: 1, max: 2 ** 30 });

  it('is the score test of a Cox model with one binary covariate, without ties', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, truncated) => {
        const { time, event, entry, group, stratum } = randomPeople(60, seed, false);
        const arm = group.map((g) => Number(g > 0));
        const data = { time, event, strata: stratum, ...(truncated ? { entry } : {}) };
        const model = coxRegression({ ...data, covariates: [arm], separation: 'report' });
        expectAgree(model.score.statistic, logRank({ ...data, group: arm }).statistic, 9);
      }),
    );
  });

  it('is unchanged when rows are permuted or groups renumbered; two groups: it is the trend test', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { time, event, group } = randomPeople(80, seed);
        const test = logRank({ time, event, group });
        const reversed = logRank({
          time: time.toReversed(),
          event: event.toReversed(),
          group: group.toReversed(),
        });
        expectAgree(reversed.statistic, test.statistic, 10);
        expectAgree(
          logRank({ time, event, group: group.map((g) => 2 - g) }).statistic,
          test.statistic,
          9,
        );
        const two = group.map((g) => Number(g > 0));
        expectAgree(
          logRankTrend({ time, event, group: two }).statistic,
          logRank({ time, event, group: two }).statistic,
          9,
        );
      }),
    );
  });

  it('trend: the score test of a Cox model in the scores, without ties', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { time, event, group } = randomPeople(90, seed, false);
        const scores = [0, 1, 5];
        const dose = Array.from(group, (g) => scores[g] as number);
        const model = coxRegression({ time, event, covariates: [dose] });
        expectAgree(
          model.score.statistic,
          logRankTrend({ time, event, group, scores }).statistic,
          9,
        );
      }),
    );
  });
});
