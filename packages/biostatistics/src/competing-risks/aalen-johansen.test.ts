import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { expectAgree } from '../testing/agree.ts';
import { hasR, runR } from '../testing/r.ts';
import { randomPeople } from '../testing/random-people.ts';
import { readShared } from '../testing/shared-data.ts';
import { hasSurvivalData, mgus2 } from '../testing/survival-data.ts';
import { cumulativeIncidence, cumulativeIncidenceByGroup, incidenceAt } from './aalen-johansen.ts';

it('an incidence that reaches 1 has an upper limit of 1, on every scale', () => {
  for (const type of ['plain', 'log', 'log-log'] as const) {
    for (const people of [
      { time: [1, 2, 3], event: [1, 1, 1] },
      { time: [1, 2, 3, 4, 5, 6, 7], event: [1, 1, 1, 1, 1, 1, 1] },
      { time: [1, 2, 3], event: [1, 1, 1], weight: [0.1, 0.2, 0.3] },
    ]) {
      const curve = cumulativeIncidence({ ...people, confidence: { type } }).causes[0];
      expect(curve?.incidence.at(-1)).toBe(1);
      expect(curve?.upper.at(-1)).toBe(1);
      expect(curve?.lower.every((limit) => limit >= 0 && limit <= 1)).toBe(true);
    }
  }
});

describe('Aalen–Johansen', () => {
  it('is the worked example: five people, two causes', () => {
    const { causes, survival, time } = cumulativeIncidence({
      time: [1, 2, 3, 4, 5],
      event: [1, 2, 0, 1, 0],
    });
    expect([...time]).toEqual([1, 2, 4]);
    expectAgree(
      causes[0]?.incidence as Float64Array,
      [1 / 5, 1 / 5, 1 / 5 + (3 / 5) * (1 / 2)],
      12,
    );
    expectAgree(causes[1]?.incidence as Float64Array, [0, 1 / 5, 1 / 5], 12);
    expectAgree(survival, [4 / 5, 3 / 5, 3 / 10], 12);
  });

  it.each([
    [{ time: [1, 2], event: [1, 1.5] }, 'out-of-range'],
    [{ time: [1, 2], event: [1, 3], causes: 2 }, 'out-of-range'],
    [{ time: [], event: [] }, 'empty'],
  ])('refuses what it cannot use: %j', (input, code) => {
    expect(() => cumulativeIncidence(input)).toThrow(expect.objectContaining({ code }));
  });
});

describe.skipIf(!hasSurvivalData)('cumulative incidence in mgus2, as cmprsk computed it', () => {
  it('malignancy and death at 5, 10, 15 and 20 years, with variances, all and by sex', () => {
    const data = mgus2();
    const curves = {
      all: [cumulativeIncidence(data)],
      sex: cumulativeIncidenceByGroup(data),
    };
    for (const row of readShared('data/survival/06_cmprsk_cuminc.csv')) {
      const [group, cause] = (row.curve as string).split(' ');
      const set = row.tag === 'all' ? curves.all[0] : curves.sex[group === 'F' ? 0 : 1];
      const [point] = incidenceAt(set as (typeof curves.all)[number], Number(cause), [
        Number(row.time),
      ]);
      expectAgree(point?.incidence as number, Number(row.est), 9);
      expectAgree((point?.standardError as number) ** 2, Number(row.var), 9);
    }
    expect(
      incidenceAt(curves.all[0] as (typeof curves.all)[number], 1, [120])[0]?.incidence.toFixed(6),
    ).toBe('0.063722');
  });
});

describe.skipIf(!hasR('cmprsk', 'survival'))('cumulative incidence beside R', () => {
  it.each([
    [30, 71],
    [250, 72],
    [1200, 73],
  ])('%i people, seed %i: cmprsk, and survfit with entries', (n, seed) => {
    const people = randomPeople(n, seed);
    const times = [2, 5, 10, 20, 30];
    const r = runR(
      `library(cmprsk); library(survival)
       tp <- timepoints(cuminc(d$time, d$cause), c(${times}))
       s <- survfit(Surv(entry, time, factor(cause, 0:2)) ~ 1, d, id = seq_along(d$time))
       full <- survfit(Surv(entry, time, factor(cause, 0:2)) ~ 1, d, id = seq_along(d$time), weights = weight)
       one <- survfit(Surv(time, factor(cause, 0:2)) ~ 1, d, id = seq_along(d$time), influence = TRUE)
       # survfit of several states sums the influence by person even when given clusters: sum it here.
       by <- function(k) sqrt(colSums(rowsum(one$influence.pstate[, , k], d$cluster)^2))
       at <- findInterval(c(${times}), c(0, one$time))
       f <- function(s) { s <- summary(s, times = c(${times}), extend = TRUE); c(s$pstate[, 2:3], s$std.err[, 2:3]) }
       give(full = f(full), groups = c(summary(one, times = c(${times}), extend = TRUE)$pstate[, 2:3], by(2)[at], by(3)[at]), est = tp$est, var = tp$var, late = summary(s, times = c(${times}), extend = TRUE)$pstate[, 2:3])`,
      { d: { ...people } },
    );
    const { time, cause, entry } = people;
    const curve = cumulativeIncidence({ time, event: cause, causes: 2 });
    const points = [1, 2].map((k) => incidenceAt(curve, k, times));
    const theirs = times.flatMap((_, i) => points.map((p) => p[i]));
    const est = r.est as Float64Array;
    const variance = r.var as Float64Array;
    // timepoints() says NA beyond the last observation; R lists by columns, cause within time.
    theirs.forEach((point, i) => {
      if (Number.isNaN(est[i])) return;
      expectAgree(point?.incidence as number, est[i] as number, 9);
      expectAgree((point?.standardError as number) ** 2, variance[i] as number, 9);
    });
    const { weight, cluster } = people;
    const robust = (more: object) => {
      const fit = cumulativeIncidence({ time, event: cause, causes: 2, ...more });
      const at = [1, 2].map((k) => incidenceAt(fit, k, times));
      return [
        ...at.flatMap((points) => points.map((point) => point.incidence)),
        ...at.flatMap((points) => points.map((point) => point.standardError)),
      ];
    };
    expectAgree(robust({ entry, weight }), r.full as Float64Array, 8);
    expectAgree(robust({ cluster }), r.groups as Float64Array, 8);
    const late = cumulativeIncidence({ time, event: cause, entry, causes: 2 });
    expectAgree(
      [1, 2].flatMap((k) => incidenceAt(late, k, times).map((p) => p.incidence)),
      r.late as Float64Array,
      9,
    );
  });
});

describe('what always holds of cumulative incidences', () => {
  it('they and event-free survival sum to 1; never fall; one cause alone is 1 − Kaplan–Meier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.boolean(), (seed, full) => {
        const { time, cause, entry, weight, event } = randomPeople(1 + (seed % 80), seed);
        const more = full ? { entry, weight } : {};
        const { causes, survival } = cumulativeIncidence({ time, event: cause, ...more });
        survival.forEach((s, i) => {
          const sum = causes.reduce((total, k) => total + (k.incidence[i] as number), s);
          expect(sum).toBeCloseTo(1, 10);
          for (const { incidence } of causes) {
            expect(incidence[i]).toBeGreaterThanOrEqual((incidence[i - 1] ?? 0) as number);
          }
        });
        const one = cumulativeIncidence({ time, event, ...more });
        const km = kaplanMeier({ time, event, ...more, rows: 'events', variance: 'greenwood' });
        expectAgree(
          Array.from(one.causes[0]?.incidence ?? [], (f) => 1 - f),
          km.survival,
          8,
        );
      }),
    );
  });
});
