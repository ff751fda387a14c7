import { kaplanMeier, survivalAt } from '@nodp/biostatistics';
import { defaultRule } from '@nodp/disclosure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fiveYearSurvivalOf, survivalOf } from './survival.ts';

const MONTH = 30.4375;
type People = readonly (readonly [days: number, died: boolean])[];

const grouped = (people: People, days = 5000) => {
  const counts = { deaths: new Uint32Array(days), censored: new Uint32Array(days) };
  for (const [day, died] of people) {
    const column = died ? counts.deaths : counts.censored;
    column[day] = (column[day] as number) + 1;
  }
  return counts;
};

describe('observed survival of grouped counts', () => {
  const people = fc.array(fc.tuple(fc.nat(4500), fc.boolean()), { minLength: 40, maxLength: 300 });

  test('is Kaplan–Meier of the people one by one', () => {
    fc.assert(
      fc.property(people, (list) => {
        const answer = survivalOf(grouped(list), defaultRule);
        const curve = kaplanMeier({
          time: list.map(([days]) => days),
          event: list.map(([, died]) => (died ? 1 : 0)),
        });
        for (const { months, survival, lower, upper } of answer?.points ?? []) {
          const [expected] = survivalAt(curve, [months * MONTH]);
          expect(survival).toBeCloseTo(expected?.survival as number, 2.9);
          expect(lower).toBeCloseTo(expected?.lower as number, 2.9);
          expect(upper).toBeCloseTo(expected?.upper as number, 2.9);
        }
        // As long as ten are at risk, and no longer.
        const atRisk = (months: number) => list.filter(([days]) => days >= months * MONTH).length;
        const told = answer?.points.length ?? 0;
        expect(told === 0 || atRisk(told - 1) >= 10).toBe(true);
        expect(told > 120 || atRisk(told) < 10).toBe(true);
        expect(answer?.at5 ?? null).toEqual(fiveYearSurvivalOf(grouped(list), defaultRule));
        expect(answer?.at5 !== null).toBe(atRisk(60) >= 10);
      }),
      { numRuns: 100 },
    );
  });

  test('who was seen longer than five years may stand in the last place', () => {
    const list: People = Array.from({ length: 60 }, (_, i) => [i * 70, i % 3 === 0]);
    const cut = list.map(([days, died]) => [Math.min(days, 1827), died && days <= 1827] as const);
    expect(fiveYearSurvivalOf(grouped(cut, 1828), defaultRule)).toEqual(
      fiveYearSurvivalOf(grouped(list), defaultRule),
    );
  });

  test('half of twenty die in the second year', () => {
    const list: People = Array.from({ length: 20 }, (_, i) => [i < 10 ? 500 : 3000, i < 10]);
    const answer = survivalOf(grouped(list), defaultRule);
    expect(answer).toMatchObject({
      cases: { value: 20 },
      deaths: { value: 10 },
      at1: { survival: 1 },
      at3: { survival: 0.5 },
      at5: { survival: 0.5 },
    });
    // Greenwood: σ of log S is √(10 / (20 × 10)); 0.5 × exp(±1.96 σ).
    expect(answer?.at3?.lower).toBeCloseTo(0.5 * Math.exp(-1.96 * Math.sqrt(0.05)), 3);
    expect(answer?.points).toHaveLength(Math.floor(3000 / MONTH) + 1);
  });

  test('few are told nothing of', () => {
    const few: People = Array.from({ length: 9 }, (_, i) => [i * 100, true]);
    expect(survivalOf(grouped(few), defaultRule)).toBeNull();
    expect(fiveYearSurvivalOf(grouped(few), defaultRule)).toBeNull();
  });
});
