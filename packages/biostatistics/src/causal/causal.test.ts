import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { effectiveSampleSize, inverseProbabilityWeights } from './inverse-probability-weights.ts';
import { nearestNeighbourMatching } from './matching.ts';
import { propensityScores } from './propensity-score.ts';
import { standardisedDifference } from './standardised-difference.ts';

/** 600 patients, older and fitter ones treated more often. */
function cohort(n = 600, seed = 4) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const age = new Float64Array(n);
  const fit = new Float64Array(n);
  const treated = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    age[i] = 40 + 40 * next();
    fit[i] = next() < 0.6 ? 1 : 0;
    const eta = -3 + 0.04 * (age[i] as number) + 0.8 * (fit[i] as number);
    treated[i] = next() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
  }
  return { age, fit, treated };
}

describe('propensity scores and weights', () => {
  const { age, fit, treated } = cohort();
  const { score, logit } = propensityScores({
    treated,
    covariates: [age, fit],
    names: ['age', 'fit'],
  });

  it('by hand: e = 0.25 gives a treated person 4 and an untreated 4/3', () => {
    const w = inverseProbabilityWeights([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]);
    expect([...w]).toEqual([4, 4 / 3, 4 / 3, 4 / 3]);
    const stable = inverseProbabilityWeights([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], {
      stabilised: true,
    });
    expect([...stable]).toEqual([1, 1, 1, 1]);
    const att = inverseProbabilityWeights([1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25], {
      estimand: 'att',
    });
    expect(att[1]).toBeCloseTo(1 / 3, 15);
    expect(effectiveSampleSize([1, 1, 1, 1])).toBe(4);
  });

  it('bring balance: standardised differences fall below 0.1', () => {
    expect(Math.abs(standardisedDifference(age, treated).difference)).toBeGreaterThan(0.2);
    for (const stabilised of [false, true]) {
      const weight = inverseProbabilityWeights(treated, score, { stabilised });
      expect(Math.abs(standardisedDifference(age, treated, weight).difference)).toBeLessThan(0.1);
      expect(Math.abs(standardisedDifference(fit, treated, weight).difference)).toBeLessThan(0.1);
    }
  });

  it('truncation keeps all weights between the quantiles', () => {
    const all = inverseProbabilityWeights(treated, score);
    const cut = inverseProbabilityWeights(treated, score, { truncate: [0.05, 0.95] });
    expect(Math.max(...cut)).toBeLessThan(Math.max(...all));
    expect(cut.filter((w, i) => w === all[i]).length).toBeGreaterThan(0.88 * all.length);
  });

  it('refuse a score of 0 or 1, and one group', () => {
    expect(() => inverseProbabilityWeights([1, 0], [1, 0.5])).toThrow('score[0]');
    expect(() => inverseProbabilityWeights([1, 1], [0.5, 0.5])).toThrow('one group');
    expect(() => propensityScores({ treated: [0, 0, 1, 1], covariates: [[1, 2, 3, 4]] })).toThrow(
      'covariates',
    );
  });

  it.skipIf(!hasR())('agree with R: glm, weights, quantile, weighted differences', () => {
    const r = runR(
      `m <- glm(treated ~ age + fit, binomial, d, control = glm.control(epsilon = 1e-14))
      e <- fitted(m); a <- d$treated; p <- mean(a)
      w <- ifelse(a == 1, 1/e, 1/(1-e)); s <- ifelse(a == 1, p/e, (1-p)/(1-e)); att <- ifelse(a == 1, 1, e/(1-e))
      q <- quantile(s, c(.01, .99)); tr <- pmin(pmax(s, q[1]), q[2])
      v <- function(x, w) cov.wt(cbind(x), w/sum(w), method = "unbiased")$cov[1,1]
      smd <- function(x, w) (weighted.mean(x[a==1], w[a==1]) - weighted.mean(x[a==0], w[a==0])) / sqrt((v(x[a==1], w[a==1]) + v(x[a==0], w[a==0]))/2)
      give(e = e, w = w, s = s, att = att, tr = tr, smd = c(smd(d$age, rep(1, nrow(d))), smd(d$age, w)))`,
      { d: { age, fit, treated } },
    );
    const close = (ours: ArrayLike<number>, name: string) => {
      for (let i = 0; i < ours.length; i++) expect(ours[i]).toBeCloseTo(r[name]?.[i] as number, 9);
    };
    close(score, 'e');
    const w = inverseProbabilityWeights(treated, score);
    close(w, 'w');
    close(inverseProbabilityWeights(treated, score, { stabilised: true }), 's');
    close(inverseProbabilityWeights(treated, score, { estimand: 'att' }), 'att');
    close(
      inverseProbabilityWeights(treated, score, { stabilised: true, truncate: [0.01, 0.99] }),
      'tr',
    );
    close(
      [
        standardisedDifference(age, treated).difference,
        standardisedDifference(age, treated, w).difference,
      ],
      'smd',
    );
  });

  it('matching on the logit brings balance too', () => {
    const { weight, treated: pairs } = nearestNeighbourMatching(treated, logit);
    expect(pairs.length).toBeGreaterThan(100);
    expect(Math.abs(standardisedDifference(age, treated, weight).difference)).toBeLessThan(0.1);
  });
});

describe('nearest-neighbour matching', () => {
  it('by hand: the treated of greatest distance chooses first, and nobody is used twice', () => {
    const treated = [1, 1, 0, 0, 0];
    const distance = [5, 4.6, 4.8, 1, 4];
    const all = nearestNeighbourMatching(treated, distance, { caliper: Infinity });
    expect([...all.treated]).toEqual([0, 1]);
    expect([...all.untreated]).toEqual([2, 4]);
    const twice = nearestNeighbourMatching(treated, distance, {
      caliper: Infinity,
      replacement: true,
    });
    expect([...twice.untreated]).toEqual([2, 2]);
    expect([...twice.weight]).toEqual([1, 1, 1, 0, 0]);
    const two = nearestNeighbourMatching(treated, distance, { caliper: Infinity, ratio: 2 });
    expect([...two.treated]).toEqual([0, 0, 1]);
    expect([...two.untreated]).toEqual([2, 3, 4]);
  });

  it('leaves unmatched who has nobody within the caliper', () => {
    const found = nearestNeighbourMatching([1, 1, 0, 0], [0, 100, 0.1, 1], { caliper: 0.1 });
    expect([...found.unmatched]).toEqual([1]);
    expect([...found.untreated]).toEqual([2]);
  });

  /** The rule, read out: look at every free untreated. */
  function bySearch(treated: number[], distance: number[], caliper: number, replacement: boolean) {
    const queue = treated.map((_, i) => i).filter((i) => treated[i] === 1);
    queue.sort((a, b) => (distance[b] as number) - (distance[a] as number) || b - a);
    const taken = new Set<number>();
    const found = new Map<number, number>();
    for (const i of queue) {
      let best = -1;
      for (let j = 0; j < treated.length; j++) {
        if (treated[j] === 1 || taken.has(j)) continue;
        const off = Math.abs((distance[j] as number) - (distance[i] as number));
        if (off > caliper) continue;
        const bestOff =
          best < 0 ? Infinity : Math.abs((distance[best] as number) - (distance[i] as number));
        const lower = best >= 0 && (distance[j] as number) < (distance[best] as number);
        if (off < bestOff || (off === bestOff && lower)) best = j;
      }
      if (best < 0) continue;
      found.set(i, best);
      if (!replacement) taken.add(best);
    }
    return found;
  }

  it('always does what looking at every candidate does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 30 })), {
          minLength: 4,
          maxLength: 60,
        }),
        fc.boolean(),
        fc.constantFrom(0.1, 0.5, Infinity),
        (rows, replacement, caliper) => {
          const treated = rows.map(([a]) => a);
          fc.pre(treated.includes(0) && treated.includes(1));
          const distance = rows.map(([, d]) => d);
          const found = nearestNeighbourMatching(treated, distance, { caliper, replacement });
          const direct = bySearch(treated, distance, found.caliper, replacement);
          expect([...found.treated]).toEqual([...direct.keys()].sort((a, b) => a - b));
          found.treated.forEach((i, k) => {
            expect(found.untreated[k]).toBe(direct.get(i));
          });
          expect(found.unmatched.length + new Set(found.treated).size).toBe(
            treated.filter((a) => a === 1).length,
          );
        },
      ),
    );
  });
});

describe('standardised difference', () => {
  it('by hand: means 3 and 2, variances 1 and 1', () => {
    expect(standardisedDifference([2, 3, 4, 1, 2, 3], [1, 1, 1, 0, 0, 0]).difference).toBe(1);
  });

  it('of a binary covariate: 60 % against 40 %', () => {
    const values = Array.from({ length: 20 }, (_, i) => (i % 10 < (i < 10 ? 6 : 4) ? 1 : 0));
    const treated = Array.from({ length: 20 }, (_, i) => (i < 10 ? 1 : 0));
    expect(standardisedDifference(values, treated).difference).toBeCloseTo(
      0.2 / Math.sqrt(0.24),
      14,
    );
  });
});
