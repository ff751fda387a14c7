import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectAgree } from '../../testing/agree.ts';
import { hasR, runR } from '../../testing/r.ts';
import { coxRegression } from './cox.ts';
import { coxOfFactors, type Factor } from './factors.ts';

/** Times of people whose hazard depends on two factors; some come late, some are censored. */
const people = (n: number, seed: number) => {
  let state = seed >>> 0 || 1;
  const unit = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  const rows = Array.from({ length: n }, (_, i) => {
    const [a, b] = [i % 3, Math.floor(unit() * 2)];
    const death = -Math.log(unit()) * 400 * Math.exp(-0.4 * a + 0.5 * b);
    const last = 900 * unit() + 30;
    const time = Math.ceil(Math.min(death, last));
    return { a, b, time, event: death <= last ? 1 : 0, entry: Math.floor(unit() * time * 0.5) };
  });
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
  const factors: Factor[] = [
    { name: 'a', codes: column('a'), levels: 3 },
    { name: 'b', codes: column('b'), levels: 2 },
  ];
  return { time: column('time'), event: column('event'), entry: column('entry'), factors };
};

describe('Cox regression on factors', () => {
  it('with one factor of two levels is the regression on its indicator', () => {
    const { factors, ...times } = people(120, 3);
    const [, b] = factors as [Factor, Factor];
    const { hazards } = coxOfFactors({ ...times, factors: [b] });
    const model = coxRegression({ ...times, covariates: [b.codes] });
    expect(hazards).toEqual([
      {
        factor: 'b',
        level: 1,
        logHazardRatio: model.coefficients[0],
        standardError: model.standardErrors[0],
      },
    ]);
  });

  it('refuses codes beyond the levels and levels that nobody has', () => {
    const { factors, ...times } = people(30, 1);
    const [a] = factors as [Factor, Factor];
    expect(() => coxOfFactors({ ...times, factors: [{ ...a, levels: 2 }] })).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
    expect(() => coxOfFactors({ ...times, factors: [{ ...a, levels: 4 }] })).toThrow(
      expect.objectContaining({ code: 'singular' }),
    );
  });

  it('is turned about when the levels are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const { factors, ...times } = people(90, seed);
        const [a, b] = factors as [Factor, Factor];
        const swapped = Array.from(b.codes as number[], (code) => 1 - code);
        const ratio = (codes: readonly number[]) =>
          coxOfFactors({ ...times, factors: [a, { ...b, codes }] }).hazards.at(-1)
            ?.logHazardRatio as number;
        expect(ratio(b.codes as number[])).toBeCloseTo(-ratio(swapped), 6);
      }),
      { numRuns: 20 },
    );
  });

  it('says nothing of proportionality where a hazard has no bound, and the ratios all the same', () => {
    const { factors, ...times } = people(90, 77);
    const [a, b] = factors as [Factor, Factor];
    const swapped = Array.from(b.codes as number[], (code) => 1 - code);
    const { hazards, globalProportionality } = coxOfFactors({
      ...times,
      factors: [a, { ...b, codes: swapped }],
    });
    expect(hazards).toHaveLength(3);
    expect(globalProportionality).toBeNull();
  });

  it.skipIf(!hasR('survival'))('agrees with coxph and cox.zph, with late entry and ties', () => {
    for (const seed of [2, 11, 29]) {
      const { factors, time, event, entry } = people(240, seed);
      const [a, b] = factors as [Factor, Factor];
      const { coef, se, p } = runR(
        `library(survival)
        m <- coxph(Surv(s, t, e) ~ factor(a) + factor(b), d)
        give(coef = coef(m), se = sqrt(diag(vcov(m))), p = cox.zph(m, transform = "km")$table[, 3])`,
        { d: { s: entry, t: time, e: event, a: a.codes, b: b.codes } },
      ) as Record<'coef' | 'se' | 'p', Float64Array>;
      const { hazards, proportionality, globalProportionality } = coxOfFactors({
        ...{ time, event, entry, factors },
      });
      const of = (pick: (hazard: (typeof hazards)[number]) => number) => hazards.map(pick);
      expectAgree(
        of((each) => each.logHazardRatio),
        coef,
        7,
      );
      expectAgree(
        of((each) => each.standardError),
        se,
        7,
      );
      const tests = [...proportionality.map((each) => each.pValue), globalProportionality];
      expectAgree(tests as number[], p, 7);
    }
  });
});
