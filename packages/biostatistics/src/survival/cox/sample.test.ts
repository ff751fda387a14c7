import { expect, test } from 'vitest';
import { coxRegression } from './cox.ts';
import { type CoxData, coxDesign } from './design.ts';
import { maximise } from './newton.ts';
import { startFromSample } from './sample.ts';

const N = 24_000;

/** The same numbers every time (mulberry32). */
const numbers = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const people = (
  seed: number,
): Required<Pick<CoxData, 'time' | 'event' | 'covariates'>> & CoxData => {
  const random = numbers(seed);
  const rows = Array.from({ length: N }, () => {
    const [age, stage] = [30 + 60 * random(), Math.floor(4 * random())];
    const dies = -Math.log(random()) / (0.001 * Math.exp(0.03 * (age - 60) + 0.5 * stage));
    const lost = 100 + 3_000 * random();
    const time = Math.ceil(Math.min(dies, lost));
    return { age, stage, time, event: Number(dies <= lost), entry: Math.floor(time * random()) };
  });
  return {
    time: rows.map((r) => r.time),
    event: rows.map((r) => r.event),
    entry: rows.map((r) => Math.min(r.entry, r.time - 1)),
    weight: rows.map((_, i) => 1 + (i % 3)),
    strata: rows.map((_, i) => i % 4),
    covariates: [rows.map((r) => r.age), rows.map((r) => r.stage)],
  };
};

test.each([
  ['as they are', []],
  ['by strata', ['strata']],
  ['entered late', ['entry']],
  ['weighted, entered late, by strata', ['weight', 'entry', 'strata']],
] as const)(
  'begun from an eighth of them, the fit of many people %s is the one from 0',
  (_, used) => {
    const { time, event, covariates, ...more } = people(11);
    const data: CoxData = {
      time,
      event,
      covariates,
      ...Object.fromEntries(used.map((name) => [name, more[name]])),
    };
    const design = coxDesign(data);
    const start = startFromSample(design);
    const fromZero = maximise(design);
    for (const [j, beta] of fromZero.beta.entries())
      expect(Math.abs((start?.beta[j] ?? 9) - beta)).toBeLessThan(0.3);
    const model = coxRegression(data);
    expect(model.iterations).toBeLessThanOrEqual(fromZero.iterations);
    expect(model.logLikelihood.model).toBeCloseTo(fromZero.atMaximum.logLikelihood, 7);
    model.coefficients.forEach((b, j) => {
      expect(b * (design.scale[j] as number)).toBeCloseTo(fromZero.beta[j] as number, 11);
    });
  },
);

test('begun from an eighth of an eighth, the fit is the one from 0 in twelve digits', () => {
  const random = numbers(5);
  const covariates = [0, 1].map(() => Array.from({ length: 170_000 }, random));
  const [a, b] = covariates as [number[], number[]];
  const time = a.map((x, i) => -Math.log(random()) / Math.exp(x - 2 * (b[i] as number)));
  const event = time.map(() => Number(random() < 0.7));
  const design = coxDesign({ time, event, covariates });
  const fromZero = maximise(design);
  const model = coxRegression({ time, event, covariates });
  for (const [j, beta] of fromZero.beta.entries()) {
    const scaled = (model.coefficients[j] as number) * (design.scale[j] as number);
    expect(Math.abs(scaled / beta - 1)).toBeLessThan(1e-12);
  }
  expect(model.logLikelihood.model).toBeCloseTo(fromZero.atMaximum.logLikelihood, 6);
});

test('where the sample has no fit the whole is fitted from 0', () => {
  const time = Array.from({ length: N }, (_, i) => i + 1);
  const event = time.map(() => 1);
  // The same for every eighth in the order of time, which is the sample.
  const only = time.map((t) => Number(t % 8 === 1 && t % 3 === 0));
  const design = coxDesign({ time, event, covariates: [only] });
  expect(startFromSample(design)).toBeUndefined();
  expect(coxRegression({ time, event, covariates: [only] }).converged).toBe(true);
});

test('few people are fitted from 0', () => {
  const time = Array.from({ length: 19_999 }, (_, i) => i + 1);
  const design = coxDesign({
    time,
    event: time.map(() => 1),
    covariates: [time.map((t) => t % 7)],
  });
  expect(startFromSample(design)).toBeUndefined();
});
