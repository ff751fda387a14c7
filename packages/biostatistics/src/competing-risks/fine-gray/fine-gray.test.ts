import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coxRegression } from '../../survival/cox/cox.ts';
import { expectAgree } from '../../testing/agree.ts';
import { hasR, runR } from '../../testing/r.ts';
import { randomPeople } from '../../testing/random-people.ts';
import { fineGray, predictIncidence } from './fine-gray.ts';

describe('Fine–Gray regression', () => {
  it('without competing events is Cox regression with Breslow ties', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        const { time, event, age, grade } = randomPeople(120, seed);
        const model = fineGray({ time, event, covariates: [age, grade] });
        const cox = coxRegression({
          time,
          event,
          covariates: [age, grade],
          ties: 'breslow',
          robust: true,
        });
        expectAgree(model.coefficients, cox.coefficients, 8);
        expectAgree(model.covariance, cox.covariance, 7);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    [{ time: [1, 2], event: [2, 2], covariates: [[1, 2]] }, 'no-events'],
    [{ time: [1, 2], event: [1, -1], covariates: [[1, 2]] }, 'out-of-range'],
    [{ time: [1, 2, 3], event: [1, 1, 2], covariates: [[3, 2, 1]] }, 'complete-separation'],
  ])('refuses %j', (input, code) => {
    expect(() => fineGray(input)).toThrow(expect.objectContaining({ code }));
  });
});

describe.skipIf(!hasR('cmprsk'))('Fine–Gray beside cmprsk’s crr on random people', () => {
  it.each([
    [80, 91, true],
    [300, 92, true],
    [300, 93, false],
    [600, 94, true],
  ])('%i people, seed %i, ties %s', (n, seed, ties) => {
    const people = randomPeople(n, seed, ties);
    const r = runR(
      `library(cmprsk)
       x <- as.matrix(d[, c("age", "grade", "marker")])
       fit <- crr(d$time, d$cause, x, gtol = 1e-12, maxiter = 50)
       two <- crr(d$time, d$cause, x, failcode = 2, gtol = 1e-12, maxiter = 50)
       by <- crr(d$time, d$cause, x, cengroup = d$stratum, gtol = 1e-12, maxiter = 50)
       p <- predict(fit, rbind(c(60, 1, 0), c(50, 3, .5)))
       give(b = fit$coef, v = fit$var, ll = c(fit$loglik.null, fit$loglik), two = two$coef, two.v = two$var,
            by = by$coef, by.ll = by$loglik, time = p[, 1], p = p[, 2:3])`,
      { d: { ...people } },
    );
    const { time, cause, age, grade, marker, stratum } = people;
    const input = { time, event: cause, covariates: [age, grade, marker] };
    const model = fineGray(input);
    expectAgree(model.coefficients, r.b as Float64Array, 7);
    expectAgree(model.covariance, r.v as Float64Array, 7);
    expectAgree([model.logLikelihood.null, model.logLikelihood.model], r.ll as Float64Array, 9);
    const two = fineGray({ ...input, cause: 2 });
    expectAgree(two.coefficients, r.two as Float64Array, 7);
    expectAgree(two.covariance, r['two.v'] as Float64Array, 7);
    const by = fineGray({ ...input, censoringGroup: stratum });
    expectAgree(by.coefficients, r.by as Float64Array, 7);
    expectAgree(by.logLikelihood.model, (r['by.ll'] as Float64Array)[0] as number, 9);
    expectAgree(model.baseline.time, r.time as Float64Array);
    const curves = predictIncidence(model, [
      [60, 1, 0],
      [50, 3, 0.5],
    ]);
    expectAgree(
      curves.flatMap((c) => [...c]),
      r.p as Float64Array,
      7,
    );
  });
});
