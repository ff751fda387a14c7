import { describe, expect, it } from 'vitest';
import { expectAgree } from '../../testing/agree.ts';
import { hasR, runR } from '../../testing/r.ts';
import { randomPeople } from '../../testing/random-people.ts';
import { coxRegression } from './cox.ts';
import { baselineHazard, predictSurvival } from './predict.ts';

describe('survival predicted by a Cox model', () => {
  it('between two groups: the hazards differ by the hazard ratio at every time', () => {
    const { time, event, group } = randomPeople(200, 41);
    const arm = group.map((g) => Number(g > 0));
    const model = coxRegression({ time, event, covariates: [arm] });
    const [none, treated] = predictSurvival(model, [[0], [1]]);
    treated?.cumulativeHazard.forEach((h, i) => {
      expectAgree(h / (none?.cumulativeHazard[i] as number), model.hazardRatios[0] as number, 10);
    });
    expect(none?.cumulativeHazard).toEqual(baselineHazard(model).cumulativeHazard);
  });

  it.each([
    [[[1, 2]], 0, 'lengths-differ'],
    [[[Number.NaN]], 0, 'not-finite'],
    [[[1]], 3, 'out-of-range'],
  ])('refuses %j of stratum %i', (patterns, stratum, code) => {
    const { time, event, age } = randomPeople(60, 42);
    const model = coxRegression({ time, event, covariates: [age] });
    expect(() => predictSurvival(model, patterns, stratum)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe.skipIf(!hasR('survival'))('predicted survival beside R’s survfit.coxph', () => {
  it.each([
    [150, 43, 'efron', false],
    [150, 44, 'breslow', false],
    [400, 45, 'efron', true],
    [400, 46, 'breslow', true],
  ] as const)(
    '%i people, seed %i, %s, with entries, weights, strata: %s',
    (n, seed, ties, full) => {
      const people = randomPeople(n, seed);
      const r = runR(
        `library(survival)
       fit <- coxph(Surv(${full ? 'entry, ' : ''}time, event) ~ age + grade ${full ? '+ strata(stratum)' : ''}, d,
         ties = "${ties}" ${full ? ', weights = weight, cluster = cluster' : ''},
         control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50))
       s <- survfit(fit, newdata = data.frame(age = c(60, 45), grade = c(1, 3)${full ? ', stratum = c(1, 1)' : ''}), conf.type = "log-log")
       keep <- s$n.event > 0
       pick <- function(m) if (is.matrix(m)) c(m[keep, ]) else m
       ${
         full
           ? `one <- function(x) { s <- survfit(fit, newdata = x, conf.type = "log-log"); k <- s$n.event > 0
              list(t = s$time[k], h = s$cumhaz[k], se = s$std.err[k], s = s$surv[k], l = s$lower[k], u = s$upper[k]) }
              a <- one(data.frame(age = 60, grade = 1, stratum = 1)); b <- one(data.frame(age = 45, grade = 3, stratum = 1))
              give(time = a$t, hazard = c(a$h, b$h), error = c(a$se, b$se), s = c(a$s, b$s), lower = c(a$l, b$l), upper = c(a$u, b$u))`
           : `give(time = s$time[keep], hazard = pick(s$cumhaz), error = pick(s$std.err), s = pick(s$surv), lower = pick(s$lower), upper = pick(s$upper))`
       }`,
        { d: { ...people } },
      );
      const { time, event, age, grade, entry, weight, stratum, cluster } = people;
      const model = coxRegression({
        time,
        event,
        covariates: [age, grade],
        ties,
        ...(full ? { entry, weight, strata: stratum, cluster } : {}),
      });
      const curves = predictSurvival(
        model,
        [
          [60, 1],
          [45, 3],
        ],
        full ? 1 : 0,
        { type: 'log-log' },
      );
      const both = (
        name: 'cumulativeHazard' | 'hazardStandardError' | 'survival' | 'lower' | 'upper',
      ) => curves.flatMap((curve) => [...curve[name]]);
      expectAgree(curves[0]?.time as Float64Array, r.time as Float64Array);
      expectAgree(both('cumulativeHazard'), r.hazard as Float64Array, 8);
      expectAgree(both('hazardStandardError'), r.error as Float64Array, 7);
      expectAgree(both('survival'), r.s as Float64Array, 7);
      expectAgree(both('lower'), r.lower as Float64Array, 6);
      expectAgree(both('upper'), r.upper as Float64Array, 6);
    },
  );
});
