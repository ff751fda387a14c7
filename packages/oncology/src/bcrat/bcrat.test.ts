import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { GROUPS, type Group } from './constants.ts';
import { absoluteRisk, relativeRisks } from './risk.ts';
import { BCRAT } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => BCRAT.decide(given));

const groups = fc.constantFrom(...(Object.keys(GROUPS) as Group[]));
const history = fc.record({
  biopsies: fc.integer({ min: 0, max: 4 }),
  atypicalHyperplasia: fc.constant(null),
  menarche: fc.integer({ min: 9, max: 17 }),
  firstBirth: fc.oneof(fc.integer({ min: 18, max: 40 }), fc.constant('none' as const)),
  relatives: fc.integer({ min: 0, max: 3 }),
});

test('risk is between 0 and 1, grows with the time ahead, and adds up over parts of years', () => {
  fc.assert(
    fc.property(
      groups,
      history,
      fc.double({ min: 35, max: 60, noNaN: true }),
      fc.double({ min: 0.1, max: 29, noNaN: true }),
      (group, of, from, years) => {
        const risks = relativeRisks(group, of);
        const less = absoluteRisk(group, risks, from, from + years / 2);
        const more = absoluteRisk(group, risks, from, from + years);
        expect(less).toBeGreaterThan(0);
        expect(more).toBeGreaterThanOrEqual(less);
        expect(more).toBeLessThan(1);
      },
    ),
  );
});

test('without a factor the relative risk is 1 in every group', () => {
  for (const group of Object.keys(GROUPS) as Group[])
    expect(
      relativeRisks(group, {
        ...{ biopsies: 0, atypicalHyperplasia: null, menarche: 15, firstBirth: 19, relatives: 0 },
      }),
    ).toEqual([1, 1]);
});
