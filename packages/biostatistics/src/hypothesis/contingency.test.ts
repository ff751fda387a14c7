import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { chiSquareTest } from './chi-square.ts';
import { fisherExactTest } from './fisher-exact.ts';

describe('chi-square test', () => {
  // Party by sex (Agresti 2007, p. 39).
  const party = [
    [762, 327, 468],
    [484, 239, 477],
  ];
  it('30.07 on 2 degrees of freedom, p = 2.954e-07', () => {
    const test = chiSquareTest(party);
    expect(test.statistic).toBeCloseTo(30.07015, 4);
    expect(test.df).toBe(2);
    expect(test.pValue / 2.953589e-7).toBeCloseTo(1, 5);
    expect(test.expected[0]?.[0]).toBeCloseTo(703.6714, 4);
  });
  it('a 2 × 2 table is corrected after Yates unless told', () => {
    const table = [
      [12, 5],
      [7, 9],
    ];
    expect(chiSquareTest(table).pValue).toBeGreaterThan(
      chiSquareTest(table, { yates: false }).pValue,
    );
  });
  it('leaves empty rows out, and refuses when one is left', () => {
    expect(
      chiSquareTest([
        [5, 6],
        [0, 0],
        [8, 3],
      ]).df,
    ).toBe(1);
    expect(() =>
      chiSquareTest([
        [5, 6],
        [0, 0],
      ]),
    ).toThrow(/fewer than two/);
    expect(() =>
      chiSquareTest([
        [5, 6],
        [1.5, 2],
      ]),
    ).toThrow(/whole numbers/);
    expect(() => chiSquareTest([[5, 6], [1]])).toThrow(/table\[1\]: has 1/);
  });
});

describe("Fisher's exact test", () => {
  it('the lady tasting tea (Fisher 1935): p = 0.4857, odds ratio 6.408 (0.2117 to 626.2)', () => {
    const test = fisherExactTest([
      [3, 1],
      [1, 3],
    ]);
    expect(test.pValue).toBeCloseTo(0.4857143, 7);
    expect(test.oddsRatio?.ratio).toBeCloseTo(6.4083, 3);
    expect(test.oddsRatio?.lower).toBeCloseTo(0.21173, 4);
    // With odds ω the four cups right have chance ω⁴/(1 + 16ω + 36ω² + 16ω³ + ω⁴); at the upper limit
    // 0.975. R 4.2, whose root is rough there, prints 621.9.
    const w = test.oddsRatio?.upper as number;
    expect(w ** 4 / (1 + 16 * w + 36 * w ** 2 + 16 * w ** 3 + w ** 4)).toBeCloseTo(0.975, 10);
  });
  it('job satisfaction, 4 × 4 (Agresti 2002, p. 57): p = 0.7827', () => {
    const test = fisherExactTest([
      [1, 2, 1, 0],
      [3, 3, 6, 1],
      [10, 10, 14, 9],
      [6, 7, 12, 11],
    ]);
    expect(test.pValue).toBeCloseTo(0.7826849, 6);
    expect(test.oddsRatio).toBeUndefined();
  });
  it('gives up on a large table, whose chi-square test is as good', () => {
    const large = [
      [260, 270, 280],
      [275, 266, 259],
      [244, 251, 260],
      [230, 228, 233],
      [210, 218, 203],
    ];
    expect(() => fisherExactTest(large)).toThrow(/use the chi-square test/);
  });
  it('does not care how the table is turned or ordered', () => {
    const cell = fc.integer({ min: 0, max: 6 });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const columns = [0, 1, 2].map((j) => rows.map((row) => row[j] as number));
        const filled = (lines: number[][]) =>
          lines.filter((line) => line.some((x) => x > 0)).length;
        fc.pre(filled(rows) > 1 && filled(columns) > 1);
        const { pValue } = fisherExactTest(rows);
        expect(fisherExactTest(columns).pValue).toBeCloseTo(pValue, 9);
        expect(fisherExactTest([...rows].reverse()).pValue).toBeCloseTo(pValue, 9);
        expect(pValue).toBeGreaterThan(0);
      }),
    );
  });
});

describe.skipIf(!hasR())('contingency tables agree with R', () => {
  it('fisher.test and chisq.test on random tables', () => {
    const r = runR(`
      set.seed(8); shapes <- list(c(2,2), c(2,2), c(2,3), c(3,3), c(2,6), c(3,4), c(4,4))
      out <- lapply(1:42, function(i) {
        s <- shapes[[(i - 1) %% 7 + 1]]
        repeat { m <- matrix(rpois(prod(s), 10^runif(1, .2, if (prod(s) > 8) .7 else 1.5) * runif(prod(s), .3, 2)), s[1])
          if (all(rowSums(m) > 0) && all(colSums(m) > 0)) break }
        f <- fisher.test(m, workspace = 2e7); k <- suppressWarnings(chisq.test(m))
        o <- if (all(s == 2)) c(f$estimate, f$conf.int) else rep(-1, 3)
        c(s, f$p.value, k$statistic, k$p.value, o, c(t(m))) })
      give(lengths=lengths(out), all=unlist(out))`);
    const all = [...(r.all as Float64Array)];
    for (const length of r.lengths as Float64Array) {
      const [rows, columns, p, statistic, chiP, ratio, lower, upper, ...cells] = all.splice(
        0,
        length,
      ) as [number, number, number, number, number, number, number, number, ...number[]];
      const table = Array.from({ length: rows }, (_, i) =>
        cells.slice(i * columns, (i + 1) * columns),
      );
      const exact = fisherExactTest(table);
      expect(exact.pValue / p).toBeCloseTo(1, 6);
      if (exact.oddsRatio !== undefined) {
        // R finds the reciprocals of its roots to about 1e-4 only.
        for (const [ours, theirs] of [
          [exact.oddsRatio.ratio, ratio],
          [exact.oddsRatio.lower, lower],
          [exact.oddsRatio.upper, upper],
        ] as const) {
          if (theirs === 0 || theirs === Infinity) expect(ours).toBe(theirs);
          else
            expect(Math.abs(ours / theirs - 1)).toBeLessThan(
              1e-4 * Math.max(50, theirs, 1 / theirs),
            );
        }
      }
      const chi = chiSquareTest(table);
      expect(chi.statistic).toBeCloseTo(statistic, 9);
      expect(chi.pValue / chiP).toBeCloseTo(1, 9);
    }
  });
});
