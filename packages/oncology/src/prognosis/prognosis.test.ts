import { describe, expect, test } from 'vitest';
import { CLINICAL_RULES } from '../registry/clinical-rules.ts';
import { scoresFor } from './applies.ts';
import { isCharlson } from './charlson.ts';
import { INPUTS } from './inputs.ts';
import { prognosisOf } from './prognosis.ts';
import type { PrognosticRecord } from './record.ts';
import { fieldsOf, SCORE_IDS } from './scores.ts';
import { breast, entry, scoreOf } from './testing.ts';

describe('scores', () => {
  test('NPI of 18 mm, grade 2, no node: 0.36 + 2 + 1', () => {
    const { answer, inputs, missing } = { ...scoreOf('npi', breast), missing: null };
    expect(answer).toMatchObject({ score: 3.36, group: 'good' });
    expect(inputs.find(({ id }) => id === 'size_mm')?.used?.date).toBe('2024-03-16');
    expect(missing).toBeNull();
  });
  test('what is missing is asked for by name and nothing is guessed', () => {
    const { answer, inputs, explanation } = scoreOf('predict-breast-3', breast);
    expect(answer).toBeNull();
    expect(inputs.filter(({ missing }) => missing).map(({ id }) => id)).toEqual(['smoker']);
    expect(explanation[0]?.en).toBe('Not known and needed: smokes now.');
  });
  test('once entered there are curves and people of 100', () => {
    const { answer, numbers } = scoreOf('predict-breast-3', breast, { smoker: entry(false) });
    expect(answer).not.toBeNull();
    expect(numbers.curves.map(({ alive }) => alive.length)).toEqual([15, 15]);
    expect(numbers.ofHundred).toHaveLength(6);
  });
  test('without a treatment that counts there is one curve, and it is said', () => {
    const { numbers, explanation } = scoreOf(
      'predict-breast-2',
      { ...breast, treatments: breast.treatments.filter(({ kind }) => kind === 'SURGERY') },
      {},
    );
    expect(numbers.curves.map(({ label }) => label.en)).toEqual(['Surgery alone']);
    expect(explanation.map(({ en }) => en)).toContain(
      'No treatment that the model counts is entered: what one would add is not shown.',
    );
  });
  test('an entry stands in the place of the record, which stays in sight', () => {
    const { inputs, answer } = scoreOf('npi', breast, { size_mm: entry(40) });
    expect(inputs.find(({ id }) => id === 'size_mm')).toMatchObject({
      used: { value: 40 },
      recorded: { value: 18 },
    });
    expect(answer).toMatchObject({ score: 3.8 });
  });
  test.each<[string, Partial<PrognosticRecord>, RegExp]>([
    ['predict-breast-2', { sex: 'MALE' }, /Not for men/],
    ['predict-breast-2', { ageAtDiagnosis: 24 }, /the age is 24/],
    ['predict-breast-2', { ageAtDiagnosis: 86 }, /the age is 86/],
    [
      'npi',
      { stages: [{ axis: 'M', classification: 'c', value: 'M1', assessed: null }] },
      /metastatic/,
    ],
    ['npi', { morphology: '8500/2' }, /carcinoma in situ/],
    ['cps-eg', {}, /neoadjuvant/],
    ['ipi', { site: 'hodgkin-lymphoma', morphology: '9663/3' }, /Hodgkin/],
    ['ipi', { site: 'non-hodgkin-lymphoma', morphology: '9690/3' }, /indolent/],
    ['nccn-ipi', { site: 'non-hodgkin-lymphoma', morphology: '9687/3' }, /diffuse large B-cell/],
    ['imdc', { site: 'kidney', topography: 'C64.9', morphology: '8310/3' }, /No metastasis/],
    ['imdc', { site: 'kidney', topography: 'C65.9', morphology: '8120/3' }, /Not a renal cell/],
    ['fong', { site: 'colorectum' }, /No liver metastasis/],
    ['cnlc', { site: 'liver', morphology: '8160/3' }, /Not a hepatocellular/],
    ['amap', { site: 'liver', morphology: '8170/3' }, /diagnosed already/],
  ])('%s is not applicable, and says why', (id, given, why) => {
    const { notApplicable, answer } = scoreOf(id, { ...breast, ...given });
    expect(notApplicable?.en).toMatch(why);
    expect(answer).toBeNull();
  });
  test('a value that the score does not take is refused with words', () => {
    const results = [
      {
        analyte: 'bilirubin-total',
        day: '2024-03-10',
        value: 9000,
        unit: null,
        low: null,
        high: null,
      },
      { analyte: 'albumin', day: '2024-03-10', value: 40, unit: null, low: null, high: null },
    ];
    const { refused, answer } = scoreOf('albi', {
      ...breast,
      site: 'liver',
      morphology: '8170/3',
      results,
    });
    expect(refused).toEqual({
      en: 'total bilirubin in µmol/L: 9000 is not between 0.1 and 2000.',
      zh: '总胆红素（µmol/L）：9000不在0.1至2000之间。',
    });
    expect(answer).toBeNull();
  });
  test('the LDH ratio is of the value and the laboratory’s own limit', () => {
    const lymphoma: PrognosticRecord = {
      ...breast,
      ...{ site: 'non-hodgkin-lymphoma', morphology: '9680/3', ageAtDiagnosis: 61 },
      stages: [{ axis: 'Ann Arbor', classification: null, value: 'III', assessed: null }],
      results: [
        {
          analyte: 'lactate-dehydrogenase',
          day: '2024-03-10',
          value: 751,
          unit: 'U/L',
          low: 120,
          high: 250,
        },
      ],
      performance: [{ scale: 'ECOG', score: 1, day: '2024-03-10' }],
    };
    const { answer, numbers } = scoreOf('nccn-ipi', lymphoma, { extranodal_major: entry(false) });
    expect(answer).toMatchObject({ points: 5, risk: 'high-intermediate' });
    expect(numbers.ofHundred).toMatchObject([{ people: 64 }]);
  });
  test('the Child–Pugh class of the page is used for the stage of the liver, and says so', () => {
    const at = (analyte: string, value: number) => ({
      ...{ analyte, value, day: '2024-03-10', unit: null, low: null, high: null },
    });
    const liver: PrognosticRecord = {
      ...{ ...breast, site: 'liver', morphology: '8170/3' },
      results: [at('bilirubin-total', 20), at('albumin', 40), at('inr', 1.1)],
      performance: [{ scale: 'ECOG', score: 0, day: '2024-03-10' }],
    };
    const entered = {
      ...{ ascites: entry('none'), encephalopathy: entry('none'), nodules: entry(1) },
      ...{ largest_cm: entry(4), extrahepatic: entry(false), macrovascular_invasion: entry(false) },
    };
    const { answer, inputs } = scoreOf('cnlc', liver, entered);
    expect(answer).toBe('Ia');
    expect(inputs.find(({ id }) => id === 'child_pugh')?.used?.value).toBe('A');
  });
  test('a rule that is not in force is not there', () =>
    expect(prognosisOf(breast, {}, new Set(['npi'])).map(({ rule }) => rule.id)).toEqual(['npi']));
  test('of whom there is no site there is no score', () =>
    expect(scoresFor({ ...breast, site: null })).toEqual([]));
  test('chronic hepatitis without a liver cancer asks for its risk', () => {
    const comorbidities = [{ icd10: 'B18.1', label: { en: 'Hepatitis B', zh: '乙肝' } }];
    expect(scoresFor({ ...breast, comorbidities })).toContain('amap');
  });
});

test('every field of every score is filled by an input, with a value that the score takes', () => {
  for (const score of SCORE_IDS) {
    const { fields } = CLINICAL_RULES[score];
    const bound = fieldsOf(score);
    expect(bound.map(({ field }) => field).toSorted()).toEqual(Object.keys(fields).toSorted());
    for (const { field, inputs, write } of bound) {
      const choices = Object.values(INPUTS[inputs[0] as keyof typeof INPUTS].values ?? {});
      for (const choice of choices) {
        const value = write([choice]);
        if (value !== null && fields[field]?.values !== undefined)
          expect(
            Object.keys(fields[field]?.values ?? {}),
            `${score}.${field}: ${choice}`,
          ).toContain(String(value).toLowerCase());
      }
    }
  }
});

test.each([
  ['I25.2', true],
  ['E11.9', true],
  ['B18.1', true],
  ['I10', false],
  ['C50.9', false],
  ['I25.1', false],
])('%s is a condition of the Charlson index: %s', (icd10, is) =>
  expect(isCharlson(icd10)).toBe(is),
);
