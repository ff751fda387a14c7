import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { PREDICT_BREAST_2 } from './breast-v2-rule.ts';
import { PREDICT_BREAST_3 } from './breast-v3-rule.ts';
import cases from './cases.json' with { type: 'json' };
import { PREDICT_PROSTATE } from './prostate-rule.ts';

type Given = Record<string, unknown>;
type Value = Record<string, number> & {
  readonly curve_surgery?: number[];
  readonly curve_treated?: number[];
};

describe('PREDICT Breast 2.2', () =>
  testCases<Given>(cases.breast2, (given) => PREDICT_BREAST_2.decide(given)));
describe('PREDICT Breast 3.2', () =>
  testCases<Given>(cases.breast3, (given) => PREDICT_BREAST_3.decide(given)));
describe('PREDICT Prostate', () =>
  testCases<Given>(cases.prostate, (given) => PREDICT_PROSTATE.decide(given)));

/** Published with the models: WintonCentre/predict-v30-r and predict-prostate. Survival in per cent. */
test.each([
  [
    PREDICT_BREAST_2,
    {
      age: 48,
      screen: 0,
      size_mm: 18,
      grade: 2,
      nodes: 11,
      er: 1,
      her2: 0,
      ki67: 1,
      chemo_generation: 2,
      horm: 1,
      traz: 1,
      bis: 0,
    },
    { pi: 2.469281, os_surg_10: 52.21874, os_h_10: 63.54737, os_hc_15: 54.78791 },
  ],
  [
    PREDICT_BREAST_3,
    {
      age: 31,
      screen: 1,
      size: 20,
      grade: 3,
      nodes: 0,
      er: 1,
      her2: 0,
      ki67: 9,
      pr: 1,
      gen: 3,
      horm: 1,
      traz: 1,
      bis: 1,
      radio: 0,
      heartgy: 1,
      smoker: 0,
    },
    { pi1: 3.75187, os_s_10: 88.30705, os_rhctb_15: 91.33239, os_rh10ctb_15: 91.95934 },
  ],
  [
    PREDICT_PROSTATE,
    {
      age: 79,
      psa: 8.39,
      t_stage: 4,
      grade_group: 5,
      treatment: 0,
      comorbidity: 1,
      cores_involved_pct: 10,
    },
    {
      pi_pcsm: 1.6368201,
      prostate_death_10: 21.22276,
      other_death_15: 67.64982,
      overall_survival_5: 57.29911,
    },
  ],
] as const)('$id gives what its authors publish', (rule, given, expected) => {
  const value = rule.decide(given).value as Value;
  for (const [name, number] of Object.entries(expected)) expect(value[name]).toBeCloseTo(number, 4);
});

const breast = fc.record({
  age: fc.integer({ min: 25, max: 85 }),
  screen: fc.constantFrom(0, 1, 2),
  size_mm: fc.integer({ min: 1, max: 100 }),
  grade: fc.constantFrom(1, 2, 3, 9),
  nodes: fc.integer({ min: 0, max: 20 }),
  er: fc.constantFrom(0, 1),
  her2: fc.constantFrom(0, 1, 9),
  ki67: fc.constantFrom(0, 1, 9),
  smoker: fc.constantFrom(0, 1),
});

test('fewer live with every year, none come back, and a larger tumour helps nobody', () => {
  fc.assert(
    fc.property(breast, (given) => {
      const { smoker, ...common } = given;
      for (const decide of [
        (one: Given) => PREDICT_BREAST_2.decide(one),
        (one: Given) => PREDICT_BREAST_3.decide({ ...one, smoker }),
      ]) {
        const curve = (decide(common).value as Value).curve_surgery ?? [];
        expect(curve).toHaveLength(15);
        curve.forEach((alive, year) => {
          expect(alive).toBeGreaterThanOrEqual(0);
          expect(alive).toBeLessThanOrEqual(curve[year - 1] ?? 100);
        });
        const larger =
          (decide({ ...common, size_mm: given.size_mm + 10 }).value as Value).curve_surgery ?? [];
        expect(larger[9]).toBeLessThanOrEqual((curve[9] ?? 0) + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

test('of 100 men the living and the dead of both causes are 100', () => {
  fc.assert(
    fc.property(
      fc.record({
        age: fc.integer({ min: 35, max: 95 }),
        psa: fc.double({ min: 0.1, max: 99, noNaN: true }),
        t_stage: fc.constantFrom(1, 2, 3, 4),
        grade_group: fc.constantFrom(1, 2, 3, 4, 5),
        treatment: fc.constantFrom(0, 1, 3),
        comorbidity: fc.constantFrom(0, 1),
      }),
      (given) => {
        const value = PREDICT_PROSTATE.decide(given).value as Value;
        for (const year of [5, 10, 15])
          expect(
            (value[`overall_survival_${year}`] ?? 0) +
              (value[`prostate_death_${year}`] ?? 0) +
              (value[`other_death_${year}`] ?? 0),
          ).toBeCloseTo(100, 6);
      },
    ),
    { numRuns: 60 },
  );
});
