import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BiostatisticsError } from '../errors.ts';
import { hasR, runR } from '../testing/r.ts';
import { logisticRegression } from './logistic-regression.ts';
import { poissonRegression } from './poisson-regression.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function random(n: number, seed: number) {
  const next = seeded(seed);
  const column = () => new Float64Array(n);
  const data = {
    age: column(),
    sex: column(),
    marker: column(),
    y: column(),
    count: column(),
    weight: column(),
    offset: column(),
  };
  for (let i = 0; i < n; i++) {
    const age = 40 + 40 * next();
    const sex = next() < 0.5 ? 0 : 1;
    const marker = 1000 * next() ** 3;
    const eta = -4 + 0.05 * age + 0.4 * sex - 0.001 * marker;
    data.age[i] = age;
    data.sex[i] = sex;
    data.marker[i] = marker;
    data.y[i] = next() < 1 / (1 + Math.exp(-eta)) ? 1 : 0;
    data.count[i] = Math.floor(-Math.log(1 - next()) * Math.exp(eta));
    data.weight[i] = 1 + Math.floor(3 * next());
    data.offset[i] = Math.log(0.5 + next());
  }
  return data;
}

const codeOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    if (error instanceof BiostatisticsError) return error.code;
    throw error;
  }
  return undefined;
};

describe('logistic and Poisson regression', () => {
  it('one binary covariate: the coefficient is the log odds ratio of the 2 × 2 table', () => {
    // 30 of 100 exposed and 10 of 100 unexposed ill.
    const exposed = Float64Array.from({ length: 200 }, (_, i) => (i < 100 ? 1 : 0));
    const ill = Float64Array.from({ length: 200 }, (_, i) =>
      i % 100 < (i < 100 ? 30 : 10) ? 1 : 0,
    );
    const model = logisticRegression({ response: ill, covariates: [exposed] });
    expect(model.coefficients[0]).toBeCloseTo(Math.log(10 / 90), 12);
    expect(model.coefficients[1]).toBeCloseTo(Math.log((30 * 90) / (70 * 10)), 12);
    expect(model.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 70 + 1 / 10 + 1 / 90), 10);
  });

  it('the mean fitted is the mean observed (score equation of the intercept)', () => {
    const { age, sex, marker, y } = random(500, 3);
    const { fitted } = logisticRegression({ response: y, covariates: [age, sex, marker] });
    expect(fitted.reduce((a, b) => a + b)).toBeCloseTo(
      y.reduce((a, b) => a + b),
      8,
    );
  });

  it('weights of 2 are people given twice, in any order; of 1 they change nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const { age, sex, y } = random(80, seed);
        fc.pre(y.some((v) => v === 1) && y.some((v) => v === 0));
        const base = { response: y, covariates: [age, sex] };
        const plain = logisticRegression(base);
        const ones = logisticRegression({ ...base, weight: y.map(() => 1) });
        expect(ones.coefficients).toEqual(plain.coefficients);
        const twice = logisticRegression({ ...base, weight: y.map(() => 2) });
        const doubled = (v: Float64Array) => Float64Array.of(...v, ...v.toReversed());
        const rows = logisticRegression({
          response: doubled(y),
          covariates: [doubled(age), doubled(sex)],
        });
        twice.coefficients.forEach((b, j) => {
          expect(b).toBeCloseTo(rows.coefficients[j] as number, 8);
          expect(b).toBeCloseTo(plain.coefficients[j] as number, 8);
        });
        expect(twice.deviance).toBeCloseTo(2 * plain.deviance, 6);
      }),
      { numRuns: 25 },
    );
  });

  it('refuses separated data, complete and quasi-complete', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(
      codeOf(() => logisticRegression({ response: [0, 0, 0, 0, 1, 1, 1, 1], covariates: [x] })),
    ).toBe('complete-separation');
    // Everybody exposed is ill; of the others some are.
    const exposed = [1, 1, 1, 0, 0, 0, 0, 0];
    expect(
      codeOf(() =>
        logisticRegression({ response: [1, 1, 1, 1, 0, 0, 1, 0], covariates: [exposed] }),
      ),
    ).toBe('complete-separation');
    expect(
      codeOf(() =>
        logisticRegression({ response: [1, 1, 1, 1, 0, 0, 1, 0], covariates: [exposed, x] }),
      ),
    ).toBe('complete-separation');
    expect(
      codeOf(() =>
        poissonRegression({ response: [3, 2, 4, 0, 0, 0], covariates: [[0, 0, 0, 1, 1, 1]] }),
      ),
    ).toBe('complete-separation');
  });

  it('but not strong, finite effects', () => {
    const x = Float64Array.from({ length: 2000 }, (_, i) => i / 100);
    const y = x.map((v, i) => (i === 1100 ? 0 : i === 900 ? 1 : v >= 10 ? 1 : 0));
    expect(logisticRegression({ response: y, covariates: [x] }).coefficients[1]).toBeGreaterThan(1);
  });

  it('refuses what cannot be fitted, naming it', () => {
    const y = [0, 1, 0, 1, 1];
    expect(
      codeOf(() =>
        logisticRegression({
          response: y,
          covariates: [
            [1, 2, 3, 4, 6],
            [2, 4, 6, 8, 12],
          ],
        }),
      ),
    ).toBe('singular');
    expect(codeOf(() => logisticRegression({ response: y, covariates: [[1, 1, 1, 1, 1]] }))).toBe(
      'singular',
    );
    expect(codeOf(() => logisticRegression({ response: [1, 1], covariates: [] }))).toBe(
      'one-group',
    );
    expect(codeOf(() => logisticRegression({ response: [1, 2], covariates: [] }))).toBe(
      'out-of-range',
    );
    expect(codeOf(() => logisticRegression({ response: [1, 0], covariates: [[1]] }))).toBe(
      'lengths-differ',
    );
    expect(codeOf(() => poissonRegression({ response: [0, 0], covariates: [] }))).toBe('no-events');
  });

  it.skipIf(!hasR())("agrees with R's glm", () => {
    const data = random(700, 11);
    const r = runR(
      `f <- function(m) { s <- summary(m)$coefficients; c(s[,1], s[,2], s[,4], deviance(m)) }
      e <- glm.control(epsilon = 1e-14, maxit = 50)
      give(logistic = f(glm(y ~ age + sex + marker, binomial, d, control = e)),
        weighted = f(suppressWarnings(glm(y ~ age + sex + marker, binomial, d, weights = weight, control = e))),
        poisson = f(glm(count ~ age + sex + marker + offset(offset), poisson, d, control = e)))`,
      { d: data },
    );
    const covariates = [data.age, data.sex, data.marker];
    const models = {
      logistic: logisticRegression({ response: data.y, covariates }),
      weighted: logisticRegression({ response: data.y, covariates, weight: data.weight }),
      poisson: poissonRegression({ response: data.count, covariates, offset: data.offset }),
    };
    for (const [name, model] of Object.entries(models)) {
      const ours = [
        ...model.coefficients,
        ...model.standardErrors,
        ...model.pValues,
        model.deviance,
      ];
      ours.forEach((value, k) => {
        const theirs = r[name]?.[k] as number;
        // R takes its standard errors from the iteration before the last.
        expect(value / theirs).toBeCloseTo(1, 6);
      });
    }
  });
});
