import { describe, expect, test } from 'vitest';
import { CLINICAL_RULES } from '../registry/clinical-rules.ts';
import { scoresFor } from './applies.ts';
import { isCharlson } from './charlson.ts';
import { inputsOfRecord } from './from-record.ts';
import { INPUTS } from './inputs.ts';
import { prognosisOf, type Score } from './prognosis.ts';
import type { KnownInputs, PrognosticRecord } from './record.ts';
import { fieldsOf, SCORE_IDS } from './scores.ts';

const everything = new Set(Object.keys(CLINICAL_RULES));
const day = (date: string) => ({ date, precision: 'day' as const });

/** A woman of 55 with an operated cancer of the breast. */
const breast: PrognosticRecord = {
  site: 'breast',
  topography: 'C50.4',
  morphology: '8500/3',
  sex: 'FEMALE',
  diagnosed: day('2024-03-01'),
  ageAtDiagnosis: 55,
  ageNow: 57,
  grade: '2',
  stages: [
    { axis: 'M', classification: 'c', value: 'M0', assessed: day('2024-03-05') },
    { axis: 'N', classification: 'p', value: 'N0', assessed: day('2024-03-20') },
  ],
  treatments: [
    { kind: 'SURGERY', drug: null, started: day('2024-03-15'), given: true },
    { kind: 'SYSTEMIC', drug: 'letrozole', started: day('2024-04-15'), given: true },
  ],
  results: [],
  performance: [],
  comorbidities: [],
  metastases: [],
  biomarkers: [
    { marker: 'ER', finding: 'positive', percent: 90, tested: day('2024-03-02') },
    { marker: 'Ki-67', finding: null, percent: 10, tested: day('2024-03-02') },
  ],
  sizes: [{ mm: 18, day: '2024-03-16' }],
  nodes: [],
};

const scoreOf = (id: string, record: PrognosticRecord, entered: KnownInputs = {}): Score => {
  const found = prognosisOf(record, entered, everything).find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(`${id} is not asked of this tumour.`);
  return found;
};
const entry = (value: string | number | boolean) => ({
  value,
  source: { en: 'entered', zh: '填写' },
  date: '2026-01-01',
});
const valuesOf = (record: PrognosticRecord) =>
  Object.fromEntries(Object.entries(inputsOfRecord(record)).map(([id, { value }]) => [id, value]));

describe('inputs of the record', () => {
  test('each with its value, of this tumour and before its treatment', () =>
    expect(valuesOf(breast)).toMatchObject({
      ...{ age: 55, male: false, metastatic: false, neoadjuvant: false, size_mm: 18, nodes: 0 },
      ...{ grade: 2, er: 'positive', ki67_high: 'no', endocrine: true },
    }));
  test('each says where it comes from and when', () => {
    const { size_mm, nodes } = inputsOfRecord(breast);
    expect(size_mm).toMatchObject({ date: '2024-03-16', source: { en: 'measured size' } });
    expect(nodes).toMatchObject({ date: '2024-03-20', source: { en: 'recorded: pN0' } });
  });
  test.each<[string, Partial<PrognosticRecord>, string, unknown]>([
    [
      'Ki-67 of 11 % is over 10 %',
      { biomarkers: [{ marker: 'Ki-67', finding: null, percent: 11, tested: null }] },
      'ki67_high',
      'yes',
    ],
    [
      'Ki-67 “positive” without a number may mean another limit',
      { biomarkers: [{ marker: 'Ki-67', finding: 'positive', percent: null, tested: null }] },
      'ki67_high',
      undefined,
    ],
    [
      'an equivocal HER2 is unknown',
      { biomarkers: [{ marker: 'HER2', finding: 'equivocal', percent: null, tested: null }] },
      'her2',
      'unknown',
    ],
    [
      'drugs before the operation are neoadjuvant',
      {
        treatments: [
          { kind: 'SYSTEMIC', drug: 'paclitaxel', started: day('2024-01-10'), given: true },
          { kind: 'SURGERY', drug: null, started: day('2024-06-15'), given: true },
        ],
      },
      'neoadjuvant',
      true,
    ],
    [
      'drugs of the same month as the operation: not known',
      {
        treatments: [
          {
            kind: 'SYSTEMIC',
            drug: 'paclitaxel',
            started: { date: '2024-03-01', precision: 'month' },
            given: true,
          },
          { kind: 'SURGERY', drug: null, started: day('2024-03-15'), given: true },
        ],
      },
      'neoadjuvant',
      undefined,
    ],
    ['without an operation: not known', { treatments: [] }, 'neoadjuvant', undefined],
    [
      'what was planned is not given',
      { treatments: [{ kind: 'SURGERY', drug: null, started: day('2024-03-15'), given: false }] },
      'neoadjuvant',
      undefined,
    ],
    [
      'pN1 is no number of nodes',
      { stages: [{ axis: 'N', classification: 'p', value: 'N1', assessed: null }] },
      'nodes',
      undefined,
    ],
    [
      'a metastasis four months after the diagnosis',
      { stages: [], metastases: [{ topography: 'C78.7', diagnosed: day('2024-06-20') }] },
      'metastatic',
      true,
    ],
    [
      'a metastasis years later was not there',
      { metastases: [{ topography: 'C78.7', diagnosed: day('2026-06-20') }] },
      'metastatic',
      false,
    ],
    [
      'stage IIA of the breast has no metastasis',
      { stages: [{ axis: 'group', classification: 'p', value: 'IIA', assessed: null }] },
      'metastatic',
      false,
    ],
    [
      'stage IVA of the prostate has nodes alone',
      {
        site: 'prostate',
        stages: [{ axis: 'group', classification: 'c', value: 'IVA', assessed: null }],
      },
      'metastatic',
      undefined,
    ],
    [
      'stage IVB of the prostate has a metastasis',
      {
        site: 'prostate',
        stages: [{ axis: 'group', classification: 'c', value: 'IVB', assessed: null }],
      },
      'metastatic',
      true,
    ],
    [
      'MX says nothing',
      { stages: [{ axis: 'M', classification: 'c', value: 'MX', assessed: null }] },
      'metastatic',
      undefined,
    ],
    ['grade 9 is not known', { grade: '9' }, 'grade', undefined],
    [
      'Ann Arbor IIE counts as II',
      { stages: [{ axis: 'Ann Arbor', classification: null, value: 'IIE', assessed: null }] },
      'ann_arbor',
      'II',
    ],
    [
      'Ann Arbor IVB as IV',
      { stages: [{ axis: 'Ann Arbor', classification: null, value: 'IVB', assessed: null }] },
      'ann_arbor',
      'IV',
    ],
    [
      'an Ann Arbor stage after treatment is none at diagnosis',
      { stages: [{ axis: 'Ann Arbor', classification: 'y', value: 'I', assessed: null }] },
      'ann_arbor',
      undefined,
    ],
  ])('%s', (_, given, input, value) =>
    expect(valuesOf({ ...breast, ...given })[input]).toBe(value),
  );

  const result = (analyte: string, on: string, value: number, more: object = {}) => ({
    ...{ analyte, day: on, value, unit: null, low: null, high: null },
    ...more,
  });
  test.each([
    ['the latest before the first treatment counts', ['2024-02-01', '2024-03-10', '2024-03-20'], 2],
    ['one of long before does not', ['2023-11-30'], undefined],
    ['90 days before it does', ['2023-12-02'], 1],
  ] as const)('of laboratory results %s', (_, days, value) => {
    const results = days.map((on, i) => result('albumin', on, i + 1));
    expect(valuesOf({ ...breast, results }).albumin).toBe(value);
  });
  test('beyond normal is told by the laboratory’s own limit alone', () => {
    const of = (more: object) =>
      valuesOf({ ...breast, results: [result('haemoglobin', '2024-03-10', 114, more)] })
        .haemoglobin_low;
    expect([of({ low: 115 }), of({ low: 114 }), of({})]).toEqual([true, false, undefined]);
  });
  test('calcium is corrected for the albumin of the same day: 2.45 + 0.02 × (40 − 30) = 2.65', () => {
    const calcium = result('calcium', '2024-03-10', 2.45, { high: 2.6 });
    const of = (...more: ReturnType<typeof result>[]) =>
      valuesOf({ ...breast, results: [calcium, ...more] }).calcium_high;
    expect([
      of(result('albumin', '2024-03-10', 30)),
      of(result('albumin', '2024-03-10', 33)),
      of(result('albumin', '2024-03-09', 30)),
    ]).toEqual([true, false, undefined]);
  });
});

describe('of the body and the liver', () => {
  const result = (analyte: string, on: string, value: number) => ({
    ...{ analyte, day: on, value, unit: null, low: null, high: null },
  });
  test('the body mass index is of the weight before treatment: 70 kg, 175 cm', () => {
    const results = [
      result('weight-kg', '2024-03-10', 70),
      result('weight-kg', '2024-06-10', 50),
      result('height-cm', '2020-01-01', 175),
    ];
    expect(valuesOf({ ...breast, results }).bmi).toBe(22.9);
    expect(valuesOf({ ...breast, results: results.slice(0, 2) }).bmi).toBeUndefined();
  });
  test.each([
    ['N0', 'M0', false],
    ['N1', 'M0', true],
    ['N0', 'M1', true],
    ['NX', 'M0', undefined],
    ['N0', 'MX', undefined],
  ])('%s %s of the liver: spread beyond it %s', (n, m, is) => {
    const stages = [
      { axis: 'N', classification: 'c', value: n, assessed: null },
      { axis: 'M', classification: 'c', value: m, assessed: null },
    ];
    expect(valuesOf({ ...breast, site: 'liver', stages }).extrahepatic).toBe(is);
  });
});

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
    expect(refused?.en).toBe('total bilirubin in µmol/L: 9000 is not between 0.1 and 2000.');
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
