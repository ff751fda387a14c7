import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { LLPV2 } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => LLPV2.decide(given));

test('risk never falls as a man grows older by five years', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 79 }),
      fc.integer({ min: 0, max: 70 }),
      (age, smoke_years) => {
        const risk = (at: number) =>
          (
            LLPV2.decide({
              ...{ age: at, male: true, smoke_years, pneumonia: false, asbestos: false },
              ...{ personal_cancer: false, relative_lung_cancer: 'none' },
            }).value as { risk5y: number }
          ).risk5y;
        expect(risk(age + 5)).toBeGreaterThan(risk(age));
      },
    ),
  );
});
