import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import {
  cholesky,
  choleskyInverse,
  choleskySolve,
  leastSquares,
  luSolve,
  monotoneRoot,
} from './index.ts';

describe('small dense systems', () => {
  it('solves by Cholesky and by LU alike', () => {
    const a = Float64Array.of(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3);
    const b = Float64Array.of(1, -2, 3);
    const viaCholesky = choleskySolve(cholesky(a, 3), 3, b);
    const viaLu = luSolve(a, 3, b);
    for (let i = 0; i < 3; i++) expect(viaCholesky[i]).toBeCloseTo(viaLu[i] as number, 14);
  });

  it('names the column that depends on the others', () => {
    const twice = Float64Array.of(1, 2, 2, 4);
    expect(() => cholesky(twice, 2)).toThrow(/matrix\[1\].*combination/);
    expect(() => luSolve(twice, 2, Float64Array.of(1, 1))).toThrow(/matrix\[1\]/);
  });

  it('inverts: A·A⁻¹ = I for random Gram matrices', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 16, maxLength: 16 }), (values) => {
        const n = 4;
        const gram = new Float64Array(n * n);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            gram[i * n + j] = i === j ? 1 : 0;
            for (let k = 0; k < n; k++) {
              gram[i * n + j] =
                (gram[i * n + j] as number) +
                (values[i * n + k] as number) * (values[j * n + k] as number);
            }
          }
        }
        const inverse = choleskyInverse(cholesky(gram, n), n);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            let sum = 0;
            for (let k = 0; k < n; k++) {
              sum += (gram[i * n + k] as number) * (inverse[k * n + j] as number);
            }
            expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
          }
        }
      }),
    );
  });
});

describe('least squares', () => {
  it('fits a line through points that lie on it', () => {
    const design = Float64Array.of(1, 0, 1, 1, 1, 2, 1, 3);
    const fit = leastSquares(design, 2, [1, 3, 5, 7]);
    expect(fit.coefficients[0]).toBeCloseTo(1, 14);
    expect(fit.coefficients[1]).toBeCloseTo(2, 14);
    expect(fit.residualSumOfSquares).toBeLessThan(1e-28);
  });

  it('refuses or drops a dependent column', () => {
    const design = Float64Array.of(1, 2, 0, 1, 2, 1, 1, 2, 5);
    expect(() => leastSquares(design, 3, [1, 2, 6])).toThrow(/design\[1\]/);
    const fit = leastSquares(design, 3, [1, 2, 6], { dependent: 'drop' });
    expect(fit.rank).toBe(2);
    expect(fit.coefficients[1]).toBeNaN();
    expect(fit.coefficients[2]).toBeCloseTo(1, 12);
  });

  it.skipIf(!hasR())('agrees with R: lm with weights', () => {
    const r = runR(`
      set.seed(7); n <- 40
      x1 <- rnorm(n); x2 <- runif(n, 0, 100); y <- 2 + x1 - .1 * x2 + rnorm(n); w <- runif(n, .1, 3)
      fit <- lm(y ~ x1 + x2, weights = w)
      give(x1=x1, x2=x2, y=y, w=w, beta=coef(fit), cov=summary(fit)$cov.unscaled, rss=deviance(fit))`);
    const rows = r.y as Float64Array;
    const design = new Float64Array(rows.length * 3);
    for (let i = 0; i < rows.length; i++) {
      design.set([1, r.x1?.[i] as number, r.x2?.[i] as number], i * 3);
    }
    const fit = leastSquares(design, 3, rows, { weights: r.w as Float64Array });
    for (let j = 0; j < 3; j++) {
      expect(fit.coefficients[j]).toBeCloseTo(r.beta?.[j] as number, 12);
    }
    for (let j = 0; j < 9; j++) {
      expect(fit.unscaledCovariance[j]).toBeCloseTo(r.cov?.[j] as number, 12);
    }
    expect(fit.residualSumOfSquares).toBeCloseTo(r.rss?.[0] as number, 10);
  });
});

describe('monotone root', () => {
  it('finds the cube root of 1e30 from a poor start', () => {
    const root = monotoneRoot((x) => ({ value: x ** 3 - 1e30, slope: 3 * x * x }), 1);
    expect(root / 1e10).toBeCloseTo(1, 14);
  });
  it('says so when there is none', () => {
    expect(() => monotoneRoot(() => ({ value: 1, slope: 0 }), 0)).toThrow(/does not cross/);
  });
});
