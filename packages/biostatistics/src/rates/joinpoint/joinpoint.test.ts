import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../../testing/r.ts';
import { column, hasShared, readShared } from '../../testing/shared-data.ts';
import {
  averageAnnualPercentChange,
  defaultMostJoins,
  joinpoint,
  type RateSeries,
} from './index.ts';
import { annualPercentChanges } from './segments.ts';

const sample = 'data/survival/joinpoint_sample_input.csv';
const published = 'data/survival/05_joinpoint_NCI_published.csv';

describe.skipIf(!hasShared(sample, published))(
  "colorectal cancer 1975–2009, NCI Joinpoint's sample and published results (at most 3 joins)",
  () => {
    const series = (sex: string): RateSeries => {
      const rows = readShared(sample).filter((row) => row.sex === sex);
      return {
        years: column(rows, 'year'),
        rates: column(rows, 'rate'),
        standardErrors: column(rows, 'se'),
      };
    };
    const joins = {
      Both: [1985, 1995, 1998],
      Female: [1985, 1995, 1998],
      Male: [1986, 1995, 1998],
    };

    it.each(['Both', 'Female', 'Male'] as const)(
      '%s: joins, APC to 2 decimals, significance',
      (sex) => {
        const result = joinpoint(series(sex), { selection: 'permutation', mostJoins: 3 });
        const expected = readShared(published).filter((row) => row.sex === sex);
        expect(result.joins).toEqual(joins[sex]);
        expect(result.segments.map(({ percent }) => percent.toFixed(2))).toEqual(
          expected.map((row) => Number(row.apc_nci).toFixed(2)),
        );
        expect(result.segments.map(({ pValue }) => (pValue < 0.05 ? '1' : '0'))).toEqual(
          expected.map((row) => row.sig),
        );
        expect(result.tests.map((test) => test.rejected)).toEqual([true, true, true]);
      },
    );

    it.each(['Both', 'Female', 'Male'] as const)('%s: the weighted BIC agrees', (sex) => {
      const result = joinpoint(series(sex), { mostJoins: 3 });
      expect(result.joins).toEqual(joins[sex]);
    });

    it('the permutation test says the same with the same seed, and 3 joins against 4 are one too many', () => {
      const options = { selection: 'permutation', mostJoins: 4, permutations: 499 } as const;
      const first = joinpoint(series('Female'), options);
      expect(first.joins).toHaveLength(3);
      expect(first.tests.at(-1)).toMatchObject({ fewer: 3, more: 4, rejected: false });
      expect(joinpoint(series('Female'), options).tests).toEqual(first.tests);
    });

    it('the average change over 1975–2009 lies between the segments; within one it is theirs', () => {
      const { fit, segments } = joinpoint(series('Both'), { mostJoins: 3 });
      const whole = averageAnnualPercentChange(fit);
      const lengths = [10, 10, 3, 11];
      const slope = fit.slopes.reduce((sum, b, s) => sum + (b * (lengths[s] as number)) / 34, 0);
      expect(whole.percent).toBeCloseTo(100 * Math.expm1(slope), 12);
      const last = averageAnnualPercentChange(fit, { from: 2000, to: 2009 });
      expect(last).toMatchObject({ percent: segments[3]?.percent });
      expect(last.lower).toBeCloseTo(segments[3]?.lower as number, 12);
      expect(() => averageAnnualPercentChange(fit, { from: 1970, to: 2000 })).toThrow(
        /1970 to 2000/,
      );
    });
  },
);

describe('the search', () => {
  const years = Array.from({ length: 30 }, (_, i) => 1990 + i);
  const bent = (joins: readonly (readonly [number, number])[], noise: (i: number) => number) =>
    years.map((year, i) => {
      let log = 3 + 0.02 * (year - 1990) + noise(i);
      for (const [tau, change] of joins) log += change * Math.max(0, year - tau);
      return Math.exp(log);
    });
  const ripple = (i: number) => 0.002 * Math.sin(7 * i) + 0.001 * Math.cos(3 * i);

  it('finds five joins put into the data', () => {
    const truth = [
      [1994, -0.08],
      [1998, 0.1],
      [2004, -0.12],
      [2009, 0.15],
      [2014, -0.1],
    ] as const;
    const rates = bent(truth, ripple);
    const result = joinpoint({ years, rates }, { mostJoins: 5 });
    expect(result.joins).toEqual(truth.map(([tau]) => tau));
  });

  it('finds none in a straight line with noise', () => {
    const result = joinpoint(
      { years, rates: bent([], ripple) },
      { selection: 'permutation', permutations: 199, mostJoins: 3 },
    );
    expect(result.joins).toEqual([]);
    expect(result.segments).toHaveLength(1);
    expect(result.segments[0]?.percent).toBeCloseTo(2.02, 1);
  });

  it('falls between years on a finer grid', () => {
    const rates = bent([[2004.5, -0.1]], () => 0);
    const on = joinpoint({ years, rates }, { mostJoins: 1, leastJoins: 1 });
    const between = joinpoint(
      { years, rates },
      { mostJoins: 1, leastJoins: 1, spacing: { gridPoints: 1 } },
    );
    expect(between.joins).toEqual([2004.5]);
    expect(between.fit.residualSumOfSquares).toBeLessThan(on.fit.residualSumOfSquares);
  });

  it('keeps its distance from the ends and between joins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 14, maxLength: 20 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        (rates, toEnds, between) => {
          const some = rates.map((_, i) => 2000 + i);
          const { joins } = joinpoint(
            { years: some, rates },
            { leastJoins: 2, mostJoins: 2, spacing: { toEnds, between } },
          );
          const [a, b] = joins as [number, number];
          const end = some.at(-1) as number;
          expect(a - 2000).toBeGreaterThanOrEqual(Math.max(1, toEnds));
          expect(end - b).toBeGreaterThanOrEqual(Math.max(1, toEnds));
          expect(b - a - 1).toBeGreaterThanOrEqual(between);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is the best of all sets of joins, tried one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 }),
        fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (rates, standardErrors) => {
          const some = rates.map((_, i) => 2000 + i);
          const input = { years: some, rates, standardErrors };
          const { fit } = joinpoint(input, { leastJoins: 2, mostJoins: 2 });
          let best = Infinity;
          for (let a = 2; a <= 9; a++) {
            for (let b = a + 3; b <= 9; b++)
              best = Math.min(best, residual(input, [2000 + a, 2000 + b]));
          }
          expect(fit.residualSumOfSquares / best).toBeCloseTo(1, 8);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("starts from NCI's number of joins for the length of a series", () => {
    expect([6, 7, 12, 17, 22, 27, 60].map(defaultMostJoins)).toEqual([0, 1, 2, 3, 4, 5, 5]);
  });

  it('refuses what it cannot fit', () => {
    expect(() => joinpoint({ years: [1, 2], rates: [1, 2] })).toThrow(/needs 3/);
    expect(() => joinpoint({ years: [1, 3, 2], rates: [1, 2, 3] })).toThrow(/years\[2\]/);
    expect(() => joinpoint({ years, rates: years.map(() => 0) })).toThrow(/rates\[0\]/);
    expect(() =>
      joinpoint({ years: years.slice(0, 5), rates: [1, 2, 3, 4, 5] }, { mostJoins: 2 }),
    ).toThrow(/too short/);
    expect(() => joinpoint({ years, rates: years.map(() => 1) }, { mostJoins: 6 })).toThrow(
      /mostJoins/,
    );
  });

  it('reports progress and can be stopped by it', () => {
    const seen: number[] = [];
    const run = () =>
      joinpoint(
        { years, rates: bent([], ripple) },
        {
          selection: 'permutation',
          mostJoins: 2,
          permutations: 300,
          onProgress: (share) => {
            seen.push(share);
            if (share > 0.5) throw new Error('enough');
          },
        },
      );
    expect(run).toThrow('enough');
    expect(seen[0]).toBe(0);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe.skipIf(!hasR())('segments with the joins known agree with R: lm', () => {
  it('slopes and their errors', () => {
    const r = runR(`
      set.seed(21); year <- 1980:2010; se <- runif(31, .2, .6)
      rate <- exp(3 + .02 * (year - 1980) - .05 * pmax(0, year - 1995)) + rnorm(31, 0, se)
      fit <- lm(log(rate) ~ year + pmax(0, year - 1995), weights = (rate / se)^2)
      V <- vcov(fit)[2:3, 2:3]; ci <- confint(fit)[2,]
      give(year=year, rate=rate, se=se, slopes=c(coef(fit)[2], coef(fit)[2] + coef(fit)[3]),
        errors=sqrt(c(V[1,1], sum(V))), lower=ci[1])`);
    const of = (name: string) => r[name] as Float64Array;
    const { fit } = joinpoint(
      { years: of('year'), rates: of('rate'), standardErrors: of('se') },
      { leastJoins: 1, mostJoins: 1 },
    );
    expect(fit.joins).toEqual([1995]);
    for (const s of [0, 1]) {
      expect(fit.slopes[s]).toBeCloseTo(of('slopes')[s] as number, 11);
      expect(Math.sqrt(fit.covarianceJoinsKnown[3 * s] as number)).toBeCloseTo(
        of('errors')[s] as number,
        11,
      );
    }
    const [first] = annualPercentChanges(fit, { joins: 'known' });
    expect(first?.lower).toBeCloseTo(100 * Math.expm1(of('lower')[0] as number), 8);
  });
});

/** Residual sum of squares of given joins by plain normal equations, for comparison. */
function residual(input: RateSeries, joins: readonly number[]): number {
  const rows = Array.from(input.years, (year, i) => {
    const root = (input.rates[i] as number) / (input.standardErrors?.[i] as number);
    const terms = [1, year - 2006, ...joins.map((tau) => Math.max(0, year - tau))];
    return [...terms, Math.log(input.rates[i] as number)].map((value) => value * root);
  });
  // Gram–Schmidt with the response last: what is left of it is the residual.
  const basis: number[][] = [];
  const width = rows[0]?.length as number;
  let left = 0;
  for (let j = 0; j < width; j++) {
    let column = rows.map((row) => row[j] as number);
    for (let pass = 0; pass < 2; pass++) {
      for (const unit of basis) {
        const share = column.reduce((sum, value, i) => sum + value * (unit[i] as number), 0);
        column = column.map((value, i) => value - share * (unit[i] as number));
      }
    }
    left = column.reduce((sum, value) => sum + value * value, 0);
    basis.push(column.map((value) => value / Math.sqrt(left)));
  }
  return left;
}
