import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasR, runR } from '../testing/r.ts';
import { adjustPValues } from './multiplicity.ts';

describe('many tests', () => {
  const p = [0.01, 0.04, 0.03, 0.005];
  it('Bonferroni, Holm and Benjamini–Hochberg by hand', () => {
    const rounded = (values: Float64Array) => [...values].map((x) => Number(x.toFixed(6)));
    expect(rounded(adjustPValues(p, 'bonferroni'))).toEqual([0.04, 0.16, 0.12, 0.02]);
    expect(rounded(adjustPValues(p, 'holm'))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(rounded(adjustPValues(p, 'benjamini-hochberg'))).toEqual([0.02, 0.04, 0.04, 0.02]);
  });
  it('corrects for tests that are not shown', () => {
    expect(adjustPValues([0.001], 'bonferroni', 20)[0]).toBeCloseTo(0.02, 12);
    expect(() => adjustPValues(p, 'holm', 2)).toThrow(/tests: is 2/);
    expect(() => adjustPValues([0.2, Number.NaN], 'holm')).toThrow(/pValues\[1\]/);
  });
  it('raise p-values, keep their order, and Holm is never above Bonferroni', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(values, (raw) => {
        const bonferroni = adjustPValues(raw, 'bonferroni');
        const holm = adjustPValues(raw, 'holm');
        const fdr = adjustPValues(raw, 'benjamini-hochberg');
        for (const [i, value] of raw.entries()) {
          expect(holm[i]).toBeLessThanOrEqual(bonferroni[i] as number);
          expect(fdr[i]).toBeLessThanOrEqual((holm[i] as number) + 1e-12);
          expect(fdr[i]).toBeGreaterThanOrEqual(value * (1 - 1e-12));
        }
      }),
    );
  });
  it.skipIf(!hasR())('agree with R: p.adjust', () => {
    const r = runR(`set.seed(1); p <- c(runif(40)^3, .2, .2); give(p=p, b=p.adjust(p, "bonferroni"),
      h=p.adjust(p, "holm"), f=p.adjust(p, "BH"), h60=p.adjust(p, "holm", n=60), f60=p.adjust(p, "BH", n=60))`);
    const of = (name: string) => r[name] as Float64Array;
    const same = (ours: Float64Array, theirs: Float64Array) => {
      for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(theirs[i] as number, 12);
    };
    same(adjustPValues(of('p'), 'bonferroni'), of('b'));
    same(adjustPValues(of('p'), 'holm'), of('h'));
    same(adjustPValues(of('p'), 'benjamini-hochberg'), of('f'));
    same(adjustPValues(of('p'), 'holm', 60), of('h60'));
    same(adjustPValues(of('p'), 'benjamini-hochberg', 60), of('f60'));
  });
});
