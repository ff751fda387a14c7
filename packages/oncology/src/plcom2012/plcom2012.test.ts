import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { PLCOM2012 } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => PLCOM2012.decide(given));

test('a year more of smoking raises the risk, a year more since quitting lowers it', () => {
  const risk = (more: object) =>
    (
      PLCOM2012.decide({
        ...{ age: 60, education: 3, bmi: 24, copd: false, personal_cancer: false, race: 'asian' },
        ...{ family_lung_cancer: false, current_smoker: false, cpd: 20, smoke_years: 30 },
        ...{ quit_years: 5, ...more },
      }).value as { risk6y: number }
    ).risk6y;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (years) => {
      expect(risk({ smoke_years: years + 1 })).toBeGreaterThan(risk({ smoke_years: years }));
      expect(risk({ quit_years: years + 1 })).toBeLessThan(risk({ quit_years: years }));
    }),
  );
});
