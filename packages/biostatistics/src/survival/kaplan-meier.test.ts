import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../testing/agree.ts';
import { hasR, runR } from '../testing/r.ts';
import { randomPeople } from '../testing/random-people.ts';
import { colonDeath, fromR, hasSurvivalData, lung } from '../testing/survival-data.ts';
import type { IntervalType } from './confidence.ts';
import { survivalAt } from './curve.ts';
import { kaplanMeier, kaplanMeierByGroup } from './kaplan-meier.ts';
import { medianSurvival, survivalQuantiles } from './quantiles.ts';
import { restrictedMean } from './restricted-mean.ts';

describe('Kaplan–Meier', () => {
  it('is the worked example: remission of 6-mercaptopurine (Freireich 1963; Gehan 1965)', () => {
    const time = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
    const event = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    const curve = kaplanMeier({ time, event, rows: 'events' });
    expect([...curve.time]).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect([...curve.atRisk]).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect([...curve.survival].map((s) => s.toFixed(4))).toEqual([
      '0.8571',
      '0.8067',
      '0.7529',
      '0.6902',
      '0.6275',
      '0.5378',
      '0.4482',
    ]);
    expect([...curve.standardError].map((s) => s.toFixed(4))).toEqual([
      '0.0764',
      '0.0869',
      '0.0963',
      '0.1068',
      '0.1141',
      '0.1282',
      '0.1346',
    ]);
    expect(medianSurvival(curve).time).toBe(23);
  });

  it('ends at exactly 0, with no interval there, when the last of all die', () => {
    const curve = kaplanMeier({ time: [1, 2, 3], event: [1, 0, 1], weight: [0.1, 0.2, 0.3] });
    expect(curve.survival[2]).toBe(0);
    expect(curve.standardError[2]).toBe(0);
    expect(survivalAt(curve, [3])[0]).toMatchObject({ survival: 0, lower: null, upper: null });
  });

  it('takes times that differ by rounding only for one time', () => {
    const curve = kaplanMeier({ time: [0.1, 3 - 2.9, 1], event: [1, 1, 0] });
    expect([...curve.atRisk]).toEqual([3, 1]);
  });

  it.each([
    [{ time: [], event: [] }, 'empty'],
    [{ time: [1, 2], event: [1] }, 'lengths-differ'],
    [{ time: [1, -2], event: [1, 0] }, 'negative-time'],
    [{ time: [1, Number.NaN], event: [1, 0] }, 'not-finite'],
    [{ time: [1, 2], event: [1, 2] }, 'out-of-range'],
    [{ time: [1, 2], event: [1, 0], entry: [0, 2] }, 'out-of-range'],
    [{ time: [1, 2], event: [1, 0], weight: [1, -1] }, 'negative-value'],
    [{ time: [1, 2], event: [1, 0], weight: [0, 0] }, 'empty'],
    [{ time: [1, 2], event: [1, 0], confidence: { level: 1 } }, 'out-of-range'],
  ])('refuses what it cannot use: %j', (input, code) => {
    expect(() => kaplanMeier(input)).toThrow(expect.objectContaining({ code }));
  });
});

describe.skipIf(!hasSurvivalData)('Kaplan–Meier of R’s lung and colon data', () => {
  it.each(['plain', 'log', 'log-log'] satisfies IntervalType[])('lung, %s limits', (type) => {
    const curve = kaplanMeier({ ...lung(), confidence: { type } });
    const times = [182.625, 365.25, 730.5];
    for (const point of survivalAt(curve, times)) {
      const of = (what: string) =>
        fromR('lung', 'all', `KM[${type}] S(${point.time})${what}`) as number;
      expectAgree(point.survival, of(''), 9);
      expectAgree(point.standardError, of(' se'), 9);
      expectAgree(point.lower as number, of(' lower'), 9);
      expectAgree(point.upper as number, of(' upper'), 9);
    }
    const median = medianSurvival(curve);
    expect(median.time).toBe(310);
    expect(median.lower).toBe(fromR('lung', 'all', `KM[${type}] 0.95LCL`));
    expect(median.upper).toBe(fromR('lung', 'all', `KM[${type}] 0.95UCL`));
    expectAgree(restrictedMean(curve).mean, 376.2747461, 9);
  });

  it('colon death by treatment: medians not reached are null', () => {
    const data = colonDeath();
    const curves = kaplanMeierByGroup(data);
    ['Obs', 'Lev', 'Lev+5FU'].forEach((arm, g) => {
      const curve = curves[g] as (typeof curves)[number];
      const of = (what: string) => fromR('colon_death', `rx=${arm}`, `KM[log] ${what}`);
      expect(curve.n).toBe(of('records'));
      expect(curve.events.reduce((a, b) => a + b)).toBe(of('events'));
      const median = medianSurvival(curve);
      expect([median.time, median.lower, median.upper]).toEqual([
        of('median'),
        of('0.95LCL'),
        of('0.95UCL'),
      ]);
      const last = Math.max(...data.time);
      expectAgree(restrictedMean(curve, last).mean, of('rmean') as number, 9);
      for (const point of survivalAt(curve, [365.25, 1095.75, 1826.25])) {
        expectAgree(point.lower as number, of(`S(${point.time}) lower`) as number, 9);
        expectAgree(point.upper as number, of(`S(${point.time}) upper`) as number, 9);
      }
    });
  });

  it('median follow-up by the reverse curve', () => {
    const { time, event } = lung();
    const reversed = kaplanMeier({ time, event: event.map((e) => 1 - e) });
    expect(medianSurvival(reversed).time).toBe(fromR('lung', 'all', 'reverse-KM median follow-up'));
  });
});

describe.skipIf(!hasR('survival'))('Kaplan–Meier beside R on random people', () => {
  it.each([
    [40, 1],
    [200, 2],
    [1000, 3],
  ])('%i people, seed %i: ties, truncation, weights, clusters', (n, seed) => {
    const people = randomPeople(n, seed);
    const r = runR(
      `library(survival)
       f <- function(fit) { s <- summary(fit, times = fit$time, extend = TRUE)
         c(fit$time, fit$n.risk, fit$n.event, fit$surv, s$std.err, fit$lower, fit$upper) }
       m <- function(fit, tau) survival:::survmean(fit, rmean = tau)$matrix[c("rmean", "se(rmean)")]
       plain <- survfit(Surv(time, event) ~ 1, d)
       q <- quantile(plain, c(.1, .25, .5, .6))
       give(plain = f(plain),
         loglog = f(survfit(Surv(time, event) ~ 1, d, conf.type = "log-log", conf.int = .9)),
         truncated = f(survfit(Surv(entry, time, event) ~ 1, d)),
         weighted = f(survfit(Surv(time, event) ~ 1, d, weights = weight)),
         whole = f(survfit(Surv(time, event) ~ 1, d, weights = group + 1)),
         both = f(survfit(Surv(entry, time, event) ~ 1, d, weights = weight)),
         cluster = f(survfit(Surv(time, event) ~ 1, d, cluster = cluster)),
         quantiles = c(q$quantile, q$lower, q$upper), mean = m(plain, 30))`,
      { d: { ...people } },
    );
    const flat = (c: ReturnType<typeof kaplanMeier>) =>
      [c.time, c.atRisk, c.events, c.survival, c.standardError, c.lower, c.upper].flatMap((v) => [
        ...v,
      ]);
    const { time, event, entry, weight, group, cluster } = people;
    const same = (ours: ReturnType<typeof kaplanMeier>, theirs: Float64Array | undefined) => {
      const rows = ours.time.length;
      const expected = (theirs as Float64Array).slice();
      // R prints NaN for the error of S = 0.
      for (let i = 0; i < rows; i++) if (ours.survival[i] === 0) expected[4 * rows + i] = 0;
      expectAgree(flat(ours), expected, 9);
    };
    const plain = kaplanMeier({ time, event });
    same(plain, r.plain);
    same(kaplanMeier({ time, event, confidence: { type: 'log-log', level: 0.9 } }), r.loglog);
    same(kaplanMeier({ time, event, entry }), r.truncated);
    same(kaplanMeier({ time, event, weight }), r.weighted);
    same(kaplanMeier({ time, event, weight: Array.from(group, (g) => g + 1) }), r.whole);
    same(kaplanMeier({ time, event, entry, weight }), r.both);
    same(kaplanMeier({ time, event, cluster }), r.cluster);
    const quantiles = survivalQuantiles(plain, [0.1, 0.25, 0.5, 0.6]);
    const reached = (value: number | null) => value ?? Number.NaN;
    expectAgree(
      [
        ...quantiles.map((q) => reached(q.time)),
        ...quantiles.map((q) => reached(q.lower)),
        ...quantiles.map((q) => reached(q.upper)),
      ],
      r.quantiles as Float64Array,
    );
    const mean = restrictedMean(plain, 30);
    expectAgree([mean.mean, mean.standardError], r.mean as Float64Array, 9);
  });
});

const people = fc
  .integer({ min: 1, max: 2 ** 30 })
  .map((seed) => randomPeople(1 + (seed % 60), seed, seed % 2 === 0));

describe('what always holds of a Kaplan–Meier curve', () => {
  it('lies in [0, 1] and never rises, inside its limits', () => {
    fc.assert(
      fc.property(people, fc.boolean(), ({ time, event, entry }, truncated) => {
        const curve = kaplanMeier(truncated ? { time, event, entry } : { time, event });
        let before = 1;
        curve.survival.forEach((s, i) => {
          expect(s).toBeGreaterThanOrEqual(0);
          expect(s).toBeLessThanOrEqual(before);
          if (s > 0) {
            expect(curve.lower[i]).toBeLessThanOrEqual(s);
            expect(curve.upper[i]).toBeGreaterThanOrEqual(s);
          }
          before = s;
        });
      }),
    );
  });

  it('is unchanged by weights of 1, by the order of rows and by a sort made beforehand', () => {
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.nat()), ({ time, event, entry }, keys) => {
        const curve = kaplanMeier({ time, event, entry });
        const ones = time.map(() => 1);
        expect(kaplanMeier({ time, event, entry, weight: ones })).toEqual(curve);
        const key = Array.from(time, () => keys.next().value as number);
        const shuffled = Array.from(time.keys()).sort(
          (a, b) => (key[a] as number) - (key[b] as number),
        );
        const pick = <T>(values: ArrayLike<T>) => shuffled.map((i) => values[i] as T);
        expect(kaplanMeier({ time: pick(time), event: pick(event), entry: pick(entry) })).toEqual(
          curve,
        );
      }),
    );
  });

  it('a robust variance with every weight 1 is close to Greenwood’s: it is its own-cluster form', () => {
    const { time, event } = randomPeople(400, 7);
    const robust = kaplanMeier({ time, event, variance: 'robust' });
    const greenwood = kaplanMeier({ time, event });
    expectAgree(robust.standardError, greenwood.standardError, 2);
  });
});
