import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance } from '../survival/concordance.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { hasR, runR } from '../testing/r.ts';
import { brierScore } from './brier-score.ts';
import { calibrationByRisk } from './calibration-by-risk.ts';
import { calibrationInTheLarge, calibrationSlope } from './calibration-model.ts';
import { unoConcordance } from './uno-concordance.ts';

/** Exponential times, hazard 0.001 exp(η), in whole days (so with ties), uniform censoring. */
function patients(n: number, seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / (2 ** 32 + 1);
  };
  const column = () => new Float64Array(n);
  const data = { time: column(), event: column(), eta: column() };
  for (let i = 0; i < n; i++) {
    data.eta[i] = 2 * next() - 1;
    const death = Math.ceil(-Math.log(next()) / (0.001 * Math.exp(data.eta[i] as number)));
    const censored = Math.ceil(1500 * next());
    data.time[i] = Math.min(death, censored);
    data.event[i] = death <= censored ? 1 : 0;
  }
  return data;
}
const { time, event, eta } = patients(500, 8);
const at = 700;
/** What a model that knows the truth predicts. */
const survival = eta.map((e) => Math.exp(-0.001 * Math.exp(e) * at));
const cumulativeHazard = eta.map((e, i) => 0.001 * Math.exp(e) * (time[i] as number));

describe("Uno's concordance", () => {
  it('by hand: one censored person makes later events weigh (3/2)²', () => {
    // t: 1 death, 2 censored, 3 death, 4 alive; G(3−) = 2/3. Risk orders 1 rightly, 3 wrongly.
    const c = unoConcordance({ time: [1, 2, 3, 4], event: [1, 0, 1, 0], risk: [9, 1, 2, 3] });
    expect(c).toBeCloseTo(3 / (3 + 9 / 4), 14);
  });

  it("without censoring it is Harrell's, and turning the risk turns it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 9 })), {
          minLength: 3,
        }),
        (rows) => {
          const times = rows.map(([t]) => t);
          fc.pre(new Set(times).size > 1);
          const risk = rows.map(([, r]) => r);
          const dead = rows.map(() => 1);
          const uno = unoConcordance({ time: times, event: dead, risk });
          expect(uno).toBeCloseTo(concordance({ time: times, event: dead, risk }).concordance, 12);
          const turned = unoConcordance({ time: times, event: dead, risk: risk.map((r) => -r) });
          expect(uno + turned).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('nobody to compare', () => {
    expect(() => unoConcordance({ time: [1, 2], event: [0, 0], risk: [1, 2] })).toThrow('compared');
  });
});

describe('Brier score', () => {
  it('without censoring it is the mean squared error', () => {
    const score = brierScore({
      time: [1, 2, 5, 6],
      event: [1, 1, 1, 1],
      survival: [0.1, 0.4, 0.8, 0.9],
      at: 3,
    });
    expect(score.score).toBeCloseTo((0.01 + 0.16 + 0.04 + 0.01) / 4, 14);
    expect(score.reference).toBeCloseTo(0.25, 14);
  });

  it('of Kaplan–Meier for everybody is the reference', () => {
    const km = kaplanMeier({ time, event });
    const row = km.time.findLastIndex((t) => t <= at);
    const same = time.map(() => km.survival[row] as number);
    const score = brierScore({ time, event, survival: same, at });
    expect(score.score).toBeCloseTo(score.reference, 10);
    expect(brierScore({ time, event, survival, at }).explained).toBeGreaterThan(0.05);
  });

  it('refuses a time beyond follow-up and what is no probability', () => {
    expect(() => brierScore({ time, event, survival, at: 5000 })).toThrow('followed');
    expect(() => brierScore({ time: [1], event: [1], survival: [1.2], at: 0.5 })).toThrow(
      'survival[0]',
    );
  });
});

describe('calibration', () => {
  it('of the true model: every tenth near its prediction, slope near 1, as many deaths as foretold', () => {
    const large = patients(20_000, 5);
    const truth = large.eta.map((e) => Math.exp(-0.001 * Math.exp(e) * at));
    const groups = calibrationByRisk({ ...large, survival: truth, at });
    expect(groups).toHaveLength(10);
    for (const group of groups)
      expect(Math.abs(group.observed - group.predicted)).toBeLessThan(0.05);
    expect(calibrationSlope({ ...large, linearPredictor: large.eta }).estimate).toBeCloseTo(1, 1);
    const result = calibrationInTheLarge({
      ...large,
      // Whole days are rounded up: half a day less is what the time was.
      cumulativeHazard: large.eta.map(
        (e, i) => 0.001 * Math.exp(e) * ((large.time[i] as number) - 0.5),
      ),
      linearPredictor: large.eta,
    });
    expect(result.intercept.estimate).toBeCloseTo(0, 1);
    expect(result.slope?.estimate).toBeCloseTo(1, 1);
  });

  it('the intercept is log(observed / expected), its error 1/√observed', () => {
    const result = calibrationInTheLarge({ time, event, cumulativeHazard });
    expect(result.intercept.estimate).toBeCloseTo(Math.log(result.observed / result.expected), 10);
    expect(result.intercept.standardError).toBeCloseTo(1 / Math.sqrt(result.observed), 8);
  });

  it('half as strong a prediction has twice the slope', () => {
    const whole = calibrationSlope({ time, event, linearPredictor: eta });
    const half = calibrationSlope({ time, event, linearPredictor: eta.map((e) => e / 2) });
    expect(half.estimate).toBeCloseTo(2 * whole.estimate, 6);
  });

  it('people predicted alike stay in one group', () => {
    const three = calibrationByRisk({
      time,
      event,
      survival: eta.map((e) => (e > 0.3 ? 0.4 : 0.8)),
      at,
    });
    expect(three.map((group) => group.predicted.toFixed(2))).toEqual(['0.40', '0.80']);
    expect(three.reduce((sum, group) => sum + group.n, 0)).toBe(500);
  });
});

describe.skipIf(!hasR('survival'))('prediction, beside R', { timeout: 60_000 }, () => {
  it("concordance(timewt = 'n/G2'), Brier score by formula, coxph and glm", () => {
    const r = runR(
      `suppressMessages(library(survival))
      u <- concordance(Surv(time, event) ~ eta, d, timewt = "n/G2", reverse = TRUE)$concordance
      ut <- concordance(Surv(time, event) ~ eta, d, timewt = "n/G2", reverse = TRUE, ymax = 800)$concordance
      # censorings half a day after deaths of the same day
      g <- survfit(Surv(time + ifelse(event == 1, 0, .5), 1 - event) ~ 1, d)
      G <- function(t) c(1, g$surv)[1 + findInterval(t, g$time)]
      b <- mean(ifelse(d$time > ${at}, (1 - d$s)^2 / G(${at} + .5), ifelse(d$event == 1, d$s^2 / G(d$time - .25), 0)))
      f <- coxph(Surv(time, event) ~ eta, d)
      e <- glm.control(epsilon = 1e-14)
      l <- glm(event ~ 1 + offset(log(h)), poisson, d, control = e); s <- glm(event ~ eta + offset(log(h) - eta), poisson, d, control = e)
      give(uno = c(u, ut), brier = b, slope = c(coef(f), sqrt(vcov(f))), large = coef(l), poisson = c(coef(s)[2], sqrt(vcov(s)[2,2])))`,
      { d: { time, event, eta, s: survival, h: cumulativeHazard } },
    );
    expect(unoConcordance({ time, event, risk: eta })).toBeCloseTo(r.uno?.[0] as number, 9);
    expect(brierScore({ time, event, survival, at }).score).toBeCloseTo(r.brier?.[0] as number, 10);
    const slope = calibrationSlope({ time, event, linearPredictor: eta });
    expect(slope.estimate).toBeCloseTo(r.slope?.[0] as number, 8);
    expect(slope.standardError).toBeCloseTo(r.slope?.[1] as number, 8);
    const large = calibrationInTheLarge({ time, event, cumulativeHazard, linearPredictor: eta });
    expect(large.intercept.estimate).toBeCloseTo(r.large?.[0] as number, 8);
    expect(large.slope?.estimate).toBeCloseTo(r.poisson?.[0] as number, 7);
    expect(large.slope?.standardError).toBeCloseTo(r.poisson?.[1] as number, 6);
  });
});
