import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { groupProbabilities } from './group-probabilities.ts';
import { groupWeights, inverseProbabilityWeights } from './inverse-probability-weights.ts';
import { propensityScores } from './propensity-score.ts';

/** People by age group and sex, of three groups that the older are less often of. */
function people(n = 900, seed = 3) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const [age, sex, group]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < n; i++) {
    const a = Math.floor(4 * next());
    const s = next() < 0.5 ? 1 : 0;
    const odds = [1, Math.exp(0.6 - 0.4 * a + 0.3 * s), Math.exp(-0.5 + 0.2 * a)];
    const u = next() * odds.reduce((x, y) => x + y, 0);
    age.push(a);
    sex.push(s);
    group.push(u < 1 ? 0 : u < 1 + (odds[1] as number) ? 1 : 2);
  }
  return { age, sex, group };
}
const { age, sex, group } = people();

describe('probabilities of groups', () => {
  it('by hand: without covariates they are the shares', () => {
    const found = groupProbabilities({ group: [0, 0, 1, 2], groups: 3, covariates: [] });
    expect(found.map(([p]) => p)).toEqual([
      expect.closeTo(0.5, 12),
      expect.closeTo(0.25, 12),
      expect.closeTo(0.25, 12),
    ]);
  });

  it('a saturated covariate gives the shares within it', () => {
    const found = groupProbabilities({
      group: [0, 0, 0, 1, 0, 1, 1, 1],
      groups: 2,
      covariates: [[0, 0, 0, 0, 1, 1, 1, 1]],
    });
    expect(found[1]?.[0]).toBeCloseTo(0.25, 10);
    expect(found[1]?.[7]).toBeCloseTo(0.75, 10);
  });

  it('of two groups they are the propensity scores, and their weights those of these', () => {
    const two = group.map((each) => (each === 0 ? 0 : 1));
    const { score } = propensityScores({ treated: two, covariates: [age, sex] });
    const found = groupProbabilities({ group: two, groups: 2, covariates: [age, sex] });
    found[1]?.forEach((p, i) => {
      expect(p).toBeCloseTo(score[i] as number, 9);
    });
    const options = { stabilised: true, truncate: [0.01, 0.99] } as const;
    const own = groupWeights(two, found, options);
    inverseProbabilityWeights(two, score, options).forEach((w, i) => {
      expect(own[i]).toBeCloseTo(w, 8);
    });
  });

  it('of each group add up to the persons in it, as maximum likelihood has it', () => {
    const found = groupProbabilities({ group, groups: 3, covariates: [age, sex] });
    found.forEach((column, k) => {
      const sum = column.reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(group.filter((each) => each === k).length, 6);
    });
    for (let i = 0; i < group.length; i++)
      expect(found.reduce((sum, column) => sum + (column[i] as number), 0)).toBeCloseTo(1, 12);
  });

  it('refuse separation, collinear columns and groups of nobody', () => {
    expect(() =>
      groupProbabilities({ group: [0, 0, 1, 1], groups: 2, covariates: [[1, 2, 3, 4]] }),
    ).toThrow('covariates');
    expect(() =>
      groupProbabilities({
        group: [0, 1, 0, 1],
        groups: 2,
        covariates: [
          [0, 0, 1, 1],
          [0, 0, 2, 2],
        ],
      }),
    ).toThrow('covariates');
    expect(() => groupProbabilities({ group: [0, 1], groups: 3, covariates: [] })).toThrow('group');
    expect(() => groupProbabilities({ group: [0, 3], groups: 2, covariates: [] })).toThrow('group');
  });

  it.skipIf(!hasR())('agree with R: the likelihood of nnet::multinom is no greater', () => {
    const r = runR(
      `library(nnet)
      d$group <- factor(d$group)
      m <- multinom(group ~ age + sex, d, trace = FALSE, reltol = 1e-14, maxit = 1000)
      f <- fitted(m)
      give(a = f[, 1], b = f[, 2], c = f[, 3])`,
      { d: { group, age, sex } },
    );
    const found = groupProbabilities({ group, groups: 3, covariates: [age, sex] });
    for (const [k, name] of ['a', 'b', 'c'].entries())
      found[k]?.forEach((p, i) => {
        expect(p).toBeCloseTo(r[name]?.[i] as number, 4);
      });
  });
});
