import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FieldError } from '../registry/fields.ts';
import { assessRisk, readRisk } from './assess.ts';
import { riskOfRecord } from './from-record.ts';
import { RISK_INPUTS } from './inputs.ts';
import { RISK_MODELS } from './models.ts';

const answersOf = (typed: Record<string, string>) => assessRisk(readRisk(typed));
const answerOf = (rule: string, typed: Record<string, string>) => {
  const found = answersOf(typed).find(({ model }) => model.rule.id === rule);
  if (found === undefined) throw new Error(`No ${rule}.`);
  return found;
};

describe('the form', () => {
  test('asks every input once, in both languages', () => {
    const ids = RISK_INPUTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { field, choices } of RISK_INPUTS)
      for (const { en, zh } of [field.label, ...choices.map(({ label }) => label)]) {
        expect(en).not.toBe('');
        expect(zh).not.toBe('');
      }
  });

  test('asks each for the models that use it', () => {
    const platelets = RISK_INPUTS.find(({ id }) => id === 'platelets_10e9_L');
    expect(platelets?.models).toEqual(['amap', 'page-b']);
    expect(RISK_INPUTS.find(({ id }) => id === 'current_smoker')).toBeUndefined();
  });

  test('an input that there is not is refused, and a value that cannot be read', () => {
    expect(() => readRisk({ waist: '90' })).toThrow(FieldError);
    expect(() => readRisk({ age: 'old' })).toThrow('no number');
    expect(readRisk({ age: '', smoking: 'never' })).toEqual({ smoking: 'never' });
  });
});

describe('one missing input', () => {
  test('PAGE-B: platelets decide between medium and high at 200', () => {
    const { outcome, missing, span, effects } = answerOf('page-b', { age: '62', male: 'true' });
    expect(outcome).toBeNull();
    expect(missing).toEqual(['platelets_10e9_L']);
    expect(span).toMatchObject({ classes: ['medium', 'high'], least: 14, most: 23 });
    const [effect] = effects;
    expect(effect?.exact).toBe(true);
    expect(effect?.pieces.map(({ span: { classes } }) => classes)).toEqual([['high'], ['medium']]);
    expect(Number(effect?.pieces[1]?.from)).toBeCloseTo(200, -1);
    // The bounds of a range are of its answers.
    expect(Number(effect?.pieces[0]?.to)).toBeLessThan(200);
    expect(Number(effect?.pieces[1]?.from)).toBeGreaterThanOrEqual(200);
  });

  test('APCS: a relative moves a male former smoker of 62 from 4 to 6 points, high either way', () => {
    const { span, effects } = answerOf('apcs', { age: '62', male: 'true', smoking: 'former' });
    expect(span).toEqual({ classes: ['high'], least: 4, most: 6, notFor: false });
    expect(effects[0]?.pieces).toMatchObject([
      { from: false, span: { least: 4 } },
      { from: true, span: { least: 6 } },
    ]);
  });
});

describe('what follows', () => {
  test('who never smoked is asked no cigarettes, and PLCOm2012 is not for them', () => {
    const { decision } = answerOf('plcom2012', { age: '60', smoking: 'never' });
    expect(decision?.notApplicable?.en).toContain('Never smokers');
  });

  test('pack-years are 20 cigarettes × years', () => {
    const { outcome, followed } = answerOf('china-lung-2021', {
      ...{ age: '60', smoking: 'current', cpd: '20', smoke_years: '30' },
    });
    expect(outcome?.cls).toBe('high');
    expect(Object.keys(followed)).toContain('pack_years');
  });

  test('a former smoker of 35 pack-years is not called at high risk before the years since quitting are known', () => {
    const known = {
      ...{ age: '65', smoking: 'former', pack_years: '35', passive_years: '0' },
      ...{ copd: 'false', occupational_years: '0', first_degree_lung: 'false' },
    };
    const open = answerOf('china-lung-2021', known);
    expect(open.outcome).toBeNull();
    expect(open.missing).toEqual(['years_since_quit']);
    expect(open.span?.classes).toEqual(['not-high', 'high']);
    const at = (years: string) =>
      answerOf('china-lung-2021', { ...known, years_since_quit: years }).outcome?.cls;
    expect([at('14'), at('15')]).toEqual(['high', 'not-high']);
  });

  test.each([
    [{ smoking: 'never', cpd: '20' }, 'never smoked'],
    [{ smoking: 'current', years_since_quit: '3' }, 'has not quit'],
    [{ age: '40', smoke_years: '30', years_since_quit: '20' }, 'than the age'],
  ])('%j cannot be of one person', (typed, why) => {
    for (const { refused } of answersOf(typed)) expect(refused?.en).toContain(why);
  });
});

test('BCRAT: for women, and what it takes as of least risk is said to be open', () => {
  expect(answerOf('bcrat', { age: '55', male: 'true' }).decision?.notApplicable?.en).toBe(
    'For women alone.',
  );
  expect(answerOf('bcrat', { age: '55' }).missing).toEqual(['male']);
  const { outcome, effects } = answerOf('bcrat', {
    ...{ age: '55', male: 'false', group: 'chinese', biopsies: '0', breast_cancer: 'false' },
    ...{ brca_mutation: 'false', menarche_age: '13', first_birth_age: '25' },
  });
  expect(outcome?.cls).toBe('below');
  expect(effects.map(({ input }) => input)).toEqual(['relatives']);
});

test('a value that one model does not take is refused by it alone', () => {
  const typed = { age: '15', male: 'true', smoking: 'never', first_degree_crc: 'false' };
  expect(answerOf('apcs', typed).refused?.en).toContain('between 18 and 130');
  expect(answerOf('page-b', typed).decision?.notApplicable).not.toBeNull();
});

test('every answer lies within what was said to be possible before its last input was known', () => {
  const whole = {
    age: fc.integer({ min: 41, max: 74 }).map(String),
    male: fc.boolean().map(String),
    smoking: fc.constantFrom('never', 'former', 'current'),
    first_degree_crc: fc.boolean().map(String),
    bmi: fc.integer({ min: 15, max: 45 }).map(String),
    hp_antibody: fc.boolean().map(String),
    pg1_pg2_ratio: fc.integer({ min: 1, max: 20 }).map(String),
    gastrin17_pmol_L: fc.integer({ min: 0, max: 40 }).map(String),
    platelets_10e9_L: fc.integer({ min: 20, max: 500 }).map(String),
    albumin_g_L: fc.integer({ min: 20, max: 55 }).map(String),
    bilirubin_umol_L: fc.integer({ min: 3, max: 300 }).map(String),
  };
  fc.assert(
    fc.property(fc.record(whole), fc.constantFrom(...Object.keys(whole)), (typed, left) => {
      const { [left]: _, ...open } = typed as Record<string, string>;
      const before = answersOf(open);
      for (const [i, { outcome, refused }] of answersOf(typed).entries()) {
        const span = before[i]?.span ?? null;
        if (outcome === null || refused !== null || span === null) continue;
        if (outcome.cls !== null) expect(span.classes).toContain(outcome.cls);
        expect(outcome.amount ?? 0).toBeGreaterThanOrEqual((span.least ?? 0) - 0.5);
        expect(outcome.amount ?? 0).toBeLessThanOrEqual((span.most ?? 0) + 0.5);
      }
    }),
    { numRuns: 12 },
  );
});

test('the record fills the form with source and day, and says nothing that it does not hold', () => {
  const known = riskOfRecord({
    sex: 'FEMALE',
    ageNow: 61,
    results: [
      { analyte: 'platelets', day: '2025-03-01', value: 120, unit: '10*9/L', low: 125, high: 350 },
      { analyte: 'platelets', day: '2025-05-01', value: 90, unit: '10*9/L', low: 125, high: 350 },
      { analyte: 'weight-kg', day: '2025-05-01', value: 60, unit: 'kg', low: null, high: null },
      { analyte: 'height-cm', day: '2020-05-01', value: 160, unit: 'cm', low: null, high: null },
    ],
    smoking: { words: '从不吸烟', day: '2024-01-01' },
    conditions: [
      {
        icd10: 'J44.9',
        label: { en: 'COPD', zh: '慢阻肺' },
        onset: { date: '2019-01-01', precision: 'year' },
      },
    ],
    tumours: [],
  });
  expect(known).toMatchObject({
    age: { value: 61 },
    male: { value: false },
    platelets_10e9_L: { value: 90, date: '2025-05-01' },
    bmi: { value: 23.4 },
    smoking: { value: 'never', date: '2024-01-01' },
    copd: { value: true, date: '2019' },
  });
  expect(Object.keys(known)).not.toContain('personal_cancer');
  expect(Object.keys(known)).not.toContain('cirrhosis');
});

test('a blank form costs no more than a page may: nothing is tried over every age', () => {
  for (const { span, model } of answersOf({ male: 'false' })) {
    expect(RISK_MODELS).toContain(model);
    expect(span).toBeNull();
  }
});
