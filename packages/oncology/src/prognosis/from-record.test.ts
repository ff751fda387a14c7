import { describe, expect, test } from 'vitest';
import { inputsOfRecord } from './from-record.ts';
import type { PrognosticRecord } from './record.ts';
import { breast, day, valuesOf } from './testing.ts';

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
  test('no spread beyond the liver rests on nodes and on metastases: both are its source', () => {
    const stages = [
      { axis: 'N', classification: 'c', value: 'N0', assessed: day('2024-03-05') },
      { axis: 'M', classification: 'c', value: 'M0', assessed: day('2024-03-04') },
    ];
    expect(inputsOfRecord({ ...breast, site: 'liver', stages }).extrahepatic).toEqual({
      value: false,
      source: { en: 'recorded: cM0; recorded: cN0', zh: '已记录：cM0；已记录：cN0' },
      date: '2024-03-05',
    });
  });
});
