import { kaplanMeier, survivalAt } from '@nodp/biostatistics';
import { counted, type DisclosureRule, defaultRule } from '@nodp/disclosure';
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

/** Steps of ten deaths, not moved. */
const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
const of = (people: People, rule: DisclosureRule, key = 77) =>
  counted({ count: people.length, key }, rule);

describe('observed survival of grouped counts', () => {
  const people = fc.array(fc.tuple(fc.nat(4500), fc.boolean()), { minLength: 40, maxLength: 300 });

  test('is Kaplan–Meier of the people one by one, in steps of ten deaths', () => {
    fc.assert(
      fc.property(people, (list) => {
        const answer = survivalOf(grouped(list), of(list, still), still);
        const curve = kaplanMeier({
          time: list.map(([days]) => days),
          event: list.map(([, died]) => (died ? 1 : 0)),
        });
        const deaths = (months: number) =>
          list.filter(([days, died]) => died && days <= months * MONTH).length;
        let [last, told] = [-1, 0];
        for (const { months, survival } of answer?.points ?? []) {
          if (deaths(months) - told >= 10) [last, told] = [months, deaths(months)];
          const [fallen] = survivalAt(curve, [Math.max(0, last) * MONTH]);
          expect(survival).toBeCloseTo(last < 0 ? 1 : (fallen?.survival as number), 2.9);
        }
        // As long as ten are at risk, and no longer.
        const atRisk = (months: number) => list.filter(([days]) => days >= months * MONTH).length;
        const shown = answer?.points.length ?? 0;
        expect(shown === 0 || atRisk(shown - 1) >= 10).toBe(true);
        expect(shown > 120 || atRisk(shown) < 10).toBe(true);
        const five = fiveYearSurvivalOf(grouped(list), of(list, still), still);
        expect(answer?.at5 ?? null).toEqual(five);
        expect(five !== null).toBe(atRisk(60) >= 10);
      }),
      { numRuns: 60 },
    );
  });

  test('moved, it is as far from the people as nine deaths and a step at most', () => {
    fc.assert(
      fc.property(people, fc.nat(2 ** 32 - 1), (list, key) => {
        const answer = survivalOf(grouped(list), of(list, defaultRule, key), defaultRule);
        const [a, b] = [of(list, defaultRule, key), of(list, still)];
        const exact = survivalOf(grouped(list), b, still)?.points ?? [];
        for (const [i, { survival }] of (answer?.points ?? []).entries()) {
          const left = list.filter(([days]) => days >= i * MONTH).length;
          // A step that has not come yet is of 28 deaths at most, each worth one in those still at risk.
          const far = 9 / a.count + 28 / Math.max(10, left) + 0.002;
          if (exact[i] !== undefined)
            expect(Math.abs(survival - exact[i].survival)).toBeLessThan(far);
        }
        expect((answer?.cases.value ?? 10) >= 10).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('who was seen longer than five years may stand in the last place', () => {
    const list: People = Array.from({ length: 60 }, (_, i) => [i * 70, i % 3 === 0]);
    const cut = list.map(([days, died]) => [Math.min(days, 1827), died && days <= 1827] as const);
    expect(fiveYearSurvivalOf(grouped(cut, 1828), of(cut, defaultRule), defaultRule)).toEqual(
      fiveYearSurvivalOf(grouped(list), of(list, defaultRule), defaultRule),
    );
  });

  test('half of twenty die in the second year', () => {
    const list: People = Array.from({ length: 20 }, (_, i) => [i < 10 ? 500 : 3000, i < 10]);
    const answer = survivalOf(grouped(list), of(list, still), still);
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
    expect(survivalOf(grouped(few), of(few, defaultRule), defaultRule)).toBeNull();
    expect(fiveYearSurvivalOf(grouped(few), of(few, defaultRule), defaultRule)).toBeNull();
  });
});
