import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../../testing/agree.ts';
import { hasR, runR } from '../../testing/r.ts';
import { randomPeople } from '../../testing/random-people.ts';
import { colonDeath, fromR, hasSurvivalData, lung } from '../../testing/survival-data.ts';
import { coxConcordance } from '../concordance.ts';
import { type CoxInput, coxRegression } from './cox.ts';
import type { Ties } from './design.ts';
import type { CoxModel } from './model.ts';
import { martingaleResiduals } from './residuals.ts';
import { dfbeta } from './robust.ts';
import { testProportionalHazards } from './zph.ts';

describe('Cox regression', () => {
  it('with weights that are not whole numbers is robust unless told otherwise, as in R', () => {
    const { time, event, age, weight } = randomPeople(120, 5);
    const input = { time, event, covariates: [age], weight };
    expect(coxRegression(input).robust).toBe(true);
    expect(coxRegression(input).covariance).toEqual(
      coxRegression({ ...input, robust: true }).covariance,
    );
    expect(coxRegression({ ...input, robust: false }).robust).toBe(false);
    expect(coxRegression({ ...input, weight: weight.map(Math.ceil) }).robust).toBe(false);
  });

  it('is the worked example: two treated, two not, no ties; solved by hand', () => {
    // They die in the order untreated, treated, untreated, treated; with φ = e^β
    // L = 1/(2 + 2φ) · φ/(1 + 2φ) · 1/(1 + φ), so that d log L/dφ = 1/φ − 2/(1 + 2φ) − 2/(1 + φ).
    const model = coxRegression({
      time: [1, 2, 3, 4],
      event: [1, 1, 1, 1],
      covariates: [[0, 1, 0, 1]],
    });
    const phi = model.hazardRatios[0] as number;
    const derivative = 1 / phi - 2 / (1 + phi) - 2 / (1 + 2 * phi);
    expect(Math.abs(derivative)).toBeLessThan(1e-8);
    expectAgree(model.logLikelihood.null, -Math.log(24), 12);
  });

  it.each([
    [{ time: [1, 2, 3], event: [0, 0, 0], covariates: [[1, 2, 3]] }, 'no-events'],
    [{ time: [1, 2, 3], event: [1, 1, 1], covariates: [] }, 'empty'],
    [{ time: [1, 2, 3], event: [1, 1, 1], covariates: [[1, 2]] }, 'lengths-differ'],
    [{ time: [1, 2, 3], event: [1, 1, 1], covariates: [[1, 2, Number.NaN]] }, 'not-finite'],
    [{ time: [1, 2, 3], event: [1, 1, 1], covariates: [[2, 2, 2]] }, 'singular'],
    [
      { time: [1, 2, 3], event: [1, 1, 1], weight: [0, 1, 1], covariates: [[2, 1, 2]] },
      'out-of-range',
    ],
    [
      { time: [4, 3, 2, 1], event: [1, 1, 1, 1], covariates: [[1, 2, 3, 4]] },
      'complete-separation',
    ],
    [{ time: [1, 2, 3, 4, 5], event: [0, 0, 1, 1, 1], covariates: [[1, 1, 0, 0, 0]] }, 'singular'],
  ])('refuses what has no answer: %j', (input, code) => {
    expect(() => coxRegression(input)).toThrow(expect.objectContaining({ code }));
  });

  it('names the covariate that follows from others', () => {
    const a = [1, 2, 3, 5, 8, 2, 4];
    expect(() =>
      coxRegression({
        time: [5, 3, 6, 1, 2, 7, 4],
        event: [1, 1, 0, 1, 1, 1, 0],
        covariates: [a, [0, 1, 0, 1, 1, 0, 0], a.map((v) => 2 * v + 3)],
        names: ['age', 'sex', 'age again'],
      }),
    ).toThrow(/age again/);
  });

  it('a category without events: refused by name, or reported as separated', () => {
    const { time, event, age, group } = randomPeople(300, 5);
    const spared = group.map((g, i) => Number(g === 0 && event[i] === 0));
    const input = { time, event, covariates: [age, spared], names: ['age', 'spared'] };
    expect(() => coxRegression(input)).toThrow(/^spared/);
    const model = coxRegression({ ...input, separation: 'report' });
    expect(model).toMatchObject({ converged: false, separated: [1] });
    const alone = coxRegression({ time, event, covariates: [age] });
    expect(
      Math.abs((model.coefficients[0] as number) / (alone.coefficients[0] as number)),
    ).toBeLessThan(3);
  });
});

describe.skipIf(!hasSurvivalData)('Cox regression of R’s lung and colon data', () => {
  const check = (model: CoxModel, dataset: string, formula: string, ties: Ties) => {
    const of = (what: string) =>
      fromR(dataset, `Cox[${ties}] Surv(time, status) ~ ${formula}`, what) as number;
    model.names.forEach((name, j) => {
      expectAgree(model.coefficients[j] as number, of(`${name} coef`), 8);
      expectAgree(model.hazardRatios[j] as number, of(`${name} HR`), 9);
      expectAgree(model.standardErrors[j] as number, of(`${name} se`), 9);
      expectAgree(model.z[j] as number, of(`${name} z`), 8);
      expectAgree(model.pValues[j] as number, of(`${name} p`), 7);
      expectAgree(model.lower[j] as number, of(`${name} HR lower95`), 9);
      expectAgree(model.upper[j] as number, of(`${name} HR upper95`), 9);
    });
    expectAgree(model.logLikelihood.null, of('loglik null'), 9);
    expectAgree(model.logLikelihood.model, of('loglik model'), 9);
    expectAgree(model.likelihoodRatio.statistic, of('LR chisq'), 8);
    // R rounds the printed Wald statistic to two decimals.
    expect(model.wald.statistic).toBeCloseTo(of('Wald chisq'), 2 - 1e-9);
    expectAgree(model.score.statistic, of('score chisq'), 9);
    expect([model.n, model.events]).toEqual([of('n'), of('nevent')]);
    const c = coxConcordance(model);
    expectAgree([c.concordance, c.standardError], [of('concordance'), of('concordance se')], 9);
    return of;
  };

  it.each(['efron', 'breslow'] satisfies Ties[])('lung, %s', (ties) => {
    const names = ['age', 'sex', 'ph.ecog'];
    const { time, event, age, sex, ecog } = lung('ph.ecog');
    const model = coxRegression({ time, event, covariates: [age, sex, ecog], names, ties });
    const of = check(model, 'lung', 'age + sex + ph.ecog', ties);
    const test = testProportionalHazards(model);
    for (const term of test.terms) {
      expectAgree(
        [term.statistic, term.pValue],
        [of(`zph chisq ${term.name}`), of(`zph p ${term.name}`)],
        8,
      );
    }
    expectAgree(test.global.statistic, of('zph chisq GLOBAL'), 8);
    expectAgree(test.global.pValue, of('zph p GLOBAL'), 8);
  });

  it.each(['efron', 'breslow'] satisfies Ties[])(
    'colon death, %s: a factor is one term',
    (ties) => {
      const { time, event, lev, levFu, age, sex, nodes } = colonDeath('nodes');
      const model = coxRegression({
        time,
        event,
        covariates: [lev, levFu, age, sex, nodes],
        names: ['rxLev', 'rxLev+5FU', 'age', 'sex', 'nodes'],
        ties,
      });
      const of = check(model, 'colon_death', 'rx + age + sex + nodes', ties);
      const { terms, global } = testProportionalHazards(model, 'km', [
        { name: 'rx', columns: [0, 1] },
        { name: 'age', columns: [2] },
        { name: 'sex', columns: [3] },
        { name: 'nodes', columns: [4] },
      ]);
      for (const term of terms) expectAgree(term.statistic, of(`zph chisq ${term.name}`), 8);
      expect(terms[0]?.df).toBe(2);
      expectAgree(global.pValue, of('zph p GLOBAL'), 8);
    },
  );
});

describe.skipIf(!hasR('survival'))('Cox regression beside R on random people', () => {
  const cases: [number, number, boolean, Ties, (keyof ReturnType<typeof randomPeople>)[]][] = [
    [120, 21, true, 'efron', []],
    [120, 22, true, 'breslow', []],
    [400, 23, true, 'efron', ['weight', 'stratum']],
    [400, 24, true, 'breslow', ['weight', 'stratum']],
    [300, 25, true, 'efron', ['entry']],
    [800, 26, true, 'efron', ['entry', 'weight', 'stratum', 'cluster']],
    [800, 27, true, 'breslow', ['entry', 'weight', 'stratum', 'cluster']],
    [500, 28, false, 'efron', ['entry', 'cluster']],
    [500, 29, true, 'efron', ['weight', 'cluster']],
  ];
  it.each(cases)('%i people, seed %i, ties %s, %s, %j', (n, seed, tied, ties, used) => {
    const people = randomPeople(n, seed, tied);
    const uses = (name: (typeof used)[number]) => used.includes(name);
    const r = runR(
      `library(survival)
       fit <- coxph(Surv(${uses('entry') ? 'entry, ' : ''}time, event) ~ age + grade + marker
                    ${uses('stratum') ? '+ strata(stratum)' : ''}, d, ties = "${ties}"
                    ${uses('weight') ? ', weights = weight, robust = FALSE' : ''},
                    control = coxph.control(eps = 1e-14, iter.max = 50))
       rob <- coxph(Surv(${uses('entry') ? 'entry, ' : ''}time, event) ~ age + grade + marker
                    ${uses('stratum') ? '+ strata(stratum)' : ''}, d, ties = "${ties}"
                    ${uses('weight') ? ', weights = weight' : ''}
                    ${uses('cluster') ? ', cluster = cluster' : ', cluster = seq_along(time)'},
                    control = coxph.control(eps = 1e-14, iter.max = 50))
       z <- lapply(c("km", "rank", "identity", "log"), function(t) cox.zph(fit, t)$table[, 1])
       give(b = fit$coefficients, v = fit$var, ll = fit$loglik, score = fit$score, wald = fit$wald.test,
            robust = rob$var, rwald = rob$wald.test, c = fit$concordance[c("concordance", "std")],
            rc = rob$concordance[c("concordance", "std")], pairs = fit$concordance[1:3],
            mart = residuals(fit, "martingale"), dfbeta = t(residuals(fit, "dfbeta", weighted = TRUE)),
            km = z[[1]], rank = z[[2]], identity = z[[3]], log = z[[4]])`,
      { d: { ...people } },
    );
    const { time, event, age, grade, marker } = people;
    const input: CoxInput = {
      time,
      event,
      covariates: [age, grade, marker],
      ties,
      entry: uses('entry') ? people.entry : undefined,
      weight: uses('weight') ? people.weight : undefined,
      strata: uses('stratum') ? people.stratum : undefined,
      robust: false,
    };
    const get = (name: string) => r[name] as Float64Array;
    const model = coxRegression(input);
    expectAgree(model.coefficients, get('b'), 8);
    expectAgree(model.covariance, get('v'), 8);
    expectAgree([model.logLikelihood.null, model.logLikelihood.model], get('ll'), 10);
    expectAgree(model.score.statistic, get('score'), 8);
    expectAgree(model.wald.statistic, get('wald'), 8);
    expectAgree(martingaleResiduals(model), get('mart'), 7);
    expectAgree(dfbeta(model), get('dfbeta'), 7);
    const cluster = uses('cluster') ? people.cluster : undefined;
    const robust = coxRegression({ ...input, robust: true, cluster });
    expectAgree(robust.covariance, get('robust'), 7);
    expectAgree(robust.wald.statistic, get('rwald'), 7);
    const c = coxConcordance(model);
    expectAgree([c.concordant, c.discordant, c.tiedRisk], get('pairs'), 9);
    expectAgree([c.concordance, c.standardError], get('c'), 8);
    const clustered = coxConcordance(model, { cluster });
    expectAgree([clustered.concordance, clustered.standardError], get('rc'), 8);
    for (const transform of ['km', 'rank', 'identity', 'log'] as const) {
      const test = testProportionalHazards(model, transform);
      expectAgree(
        [...test.terms.map((t) => t.statistic), test.global.statistic],
        get(transform),
        6,
      );
    }
  });
});

describe('what always holds of a Cox model', () => {
  const seeds = fc.integer({ min: 1, max: 2 ** 30 });

  it('weights of 1 and the order of rows change nothing; a row twice is a weight of 2 (Breslow)', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { time, event, age, marker } = randomPeople(100, seed);
        const model = coxRegression({ time, event, covariates: [age, marker] });
        const ones = coxRegression({
          time,
          event,
          covariates: [age, marker],
          weight: time.map(() => 1),
        });
        expect(ones.coefficients).toEqual(model.coefficients);
        const reversed = coxRegression({
          time: time.toReversed(),
          event: event.toReversed(),
          covariates: [age.toReversed(), marker.toReversed()],
        });
        expectAgree(reversed.coefficients, model.coefficients, 9);
        const twice = <T>(values: ArrayLike<T>) => [...Array.from(values), ...Array.from(values)];
        const doubled = coxRegression({
          time: twice(time),
          event: twice(event),
          covariates: [twice(age), twice(marker)],
          ties: 'breslow',
        });
        const weighted = coxRegression({
          time,
          event,
          covariates: [age, marker],
          weight: time.map(() => 2),
          ties: 'breslow',
        });
        expectAgree(weighted.covariance, doubled.covariance, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('splitting a person’s time into intervals changes nothing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { time, event, age, grade } = randomPeople(80, seed);
        const whole = coxRegression({ time, event, covariates: [age, grade] });
        const cut = Array.from(time, (t) => Math.floor(t / 2));
        const rows = Array.from(time.keys()).flatMap((i) =>
          (cut[i] as number) > 0
            ? [
                { i, entry: 0, time: cut[i] as number, event: 0 },
                { i, entry: cut[i] as number, time: time[i] as number, event: event[i] as number },
              ]
            : [{ i, entry: 0, time: time[i] as number, event: event[i] as number }],
        );
        const split = coxRegression({
          time: rows.map((r) => r.time),
          entry: rows.map((r) => r.entry),
          event: rows.map((r) => r.event),
          covariates: [rows.map((r) => age[r.i] as number), rows.map((r) => grade[r.i] as number)],
          cluster: rows.map((r) => r.i),
        });
        expectAgree(split.coefficients, whole.coefficients, 8);
        expectAgree(
          split.covariance,
          coxRegression({ time, event, covariates: [age, grade], robust: true }).covariance,
          7,
        );
      }),
      { numRuns: 30 },
    );
  });
});
