import { SITE_GROUPS } from '@nodp/terminology';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classesOf, classOf } from './element.ts';
import { type DiseaseFacts, isNotKnown } from './facts.ts';
import { DISEASE_IDS, DISEASES, type DiseaseId, elementsOf } from './registry.ts';

const nothing: DiseaseFacts = {
  ...{ topography: null, histology: null, grade: null, sex: null, age: null, stage: null },
  ...{ stageGroup: null, stageBasis: null, t: null, n: null, m: null, basis: null },
  ...{ treatments: [], tests: [], stages: [], results: [], performance: [] },
};

const of = (disease: DiseaseId, facts: Partial<DiseaseFacts>) =>
  Object.fromEntries(elementsOf(disease).map((one) => [one.id, one.of({ ...nothing, ...facts })]));

const tested = (
  marker: string,
  finding: 'positive' | 'negative' | 'equivocal' | null,
  days = 5,
) => ({
  ...{ marker, finding, days },
  value: null,
  unit: null,
});

test('an operated breast cancer after neoadjuvant chemotherapy', () => {
  const said = of('breast', {
    ...{ topography: 'C50.4', histology: '8500', age: 48, stage: 'STAGE_II', stageBasis: 'c' },
    ...{ t: 'cT2', n: 'cN1', m: 'cM0', basis: '7', grade: '3' },
    treatments: [
      { kind: 'SYSTEMIC', days: 14 },
      { kind: 'SURGERY', days: 160 },
    ],
    tests: [
      tested('ER', 'negative'),
      tested('PR', 'negative'),
      tested('HER2', 'equivocal', 3),
      tested('HER2', 'positive', 12),
      { ...tested('Ki-67', 'positive'), value: 40, unit: '%' },
      tested('BRCA1', null),
    ],
    stages: [
      { axis: 'T', classification: 'y', value: 'Tis', days: 165 },
      { axis: 'N', classification: 'y', value: 'N0', days: 165 },
    ],
    results: [
      { code: '21894-1', value: 14, unit: null, text: null, days: 165 },
      { code: '21893-3', value: 0, unit: null, text: null, days: 165 },
      { code: '44669-0', value: null, unit: null, text: '各切缘均未见癌累及', days: 165 },
      { code: '6875-9', value: 18, unit: 'U/mL', text: null, days: -2 },
      { code: '6875-9', value: 90, unit: 'U/mL', text: null, days: 400 },
    ],
  });
  expect(said).toEqual({
    age: 48,
    stage: 'STAGE_II',
    stage_basis: 'c',
    t_category: 'T2',
    n_category: 'N1',
    m_category: 'M0',
    grade: '3',
    verified: 'YES',
    first_treatment: 'SYSTEMIC',
    days_to_treatment: 14,
    er: 'NEGATIVE',
    pr: 'NEGATIVE',
    // Equivocal by stain; the in-situ hybridisation that followed decides.
    her2: 'POSITIVE',
    ki67: 40,
    subtype: 'HER2_POSITIVE',
    // Asked for, and no result that says anything.
    brca1: 'UNKNOWN',
    brca2: 'NOT_TESTED',
    ca153: 18,
    size_mm: 'NOT_TESTED',
    nodes_examined: 14,
    nodes_positive: 0,
    margins: 'NEGATIVE',
    neoadjuvant: 'YES',
    neoadjuvant_response: 'COMPLETE',
  });
});

test('not tested, unknown and not applicable are three things', () => {
  const small = of('lung', { histology: '8041', treatments: [{ kind: 'SYSTEMIC', days: 9 }] });
  expect([small.histological_type, small.egfr, small.margins]).toEqual([
    'SMALL_CELL',
    'NOT_APPLICABLE',
    'NOT_APPLICABLE',
  ]);
  const bare = of('lung', {});
  expect([bare.egfr, bare.stage, bare.margins, bare.stage_basis]).toEqual([
    'NOT_TESTED',
    'UNKNOWN',
    'UNKNOWN',
    'NOT_APPLICABLE',
  ]);
});

test('stages of liver cancer: as recorded; else where the rule can decide; never of a bile duct cancer', () => {
  const hcc = { histology: '8170' };
  const recorded = { axis: 'CNLC', classification: null, value: 'IIa', days: 3 };
  expect(of('liver', { ...hcc, stages: [recorded] })).toMatchObject({
    cnlc: 'IIa',
    bclc: 'UNKNOWN',
  });
  const ill = { ...hcc, performance: [{ score: 3, days: 2 }] };
  expect(of('liver', ill)).toMatchObject({ cnlc: 'IV', bclc: 'D' });
  expect(of('liver', { ...ill, histology: '8160' })).toMatchObject({
    cnlc: 'NOT_APPLICABLE',
    bclc: 'NOT_APPLICABLE',
  });
  const liver = [
    { code: '14631-6', value: 20, unit: 'umol/L', text: null, days: 0 },
    { code: '1751-7', value: 42, unit: 'g/L', text: null, days: 0 },
  ];
  expect(of('liver', { ...hcc, results: liver })).toMatchObject({
    albi: '1',
    child_pugh: 'UNKNOWN',
  });
});

test('a result counts until the first treatment, in its own unit', () => {
  const psa = (days: number, value: number, unit = 'ng/mL') => ({
    ...{ code: '2857-1', value, unit, days },
    text: null,
  });
  const treatments = [{ kind: 'SURGERY' as const, days: 30 }];
  const ofResults = (...results: DiseaseFacts['results']) =>
    of('prostate', {
      treatments,
      results,
      t: 'T1c',
      stages: [{ axis: 'Gleason', classification: null, value: '3+4=7', days: 1 }],
    });
  expect(ofResults(psa(-200, 3), psa(-10, 9), psa(20, 12), psa(40, 0.1))).toMatchObject({
    psa: 12,
    grade_group: '2',
    risk_group: 'INTERMEDIATE',
  });
  expect(ofResults(psa(40, 0.1)).psa).toBe('UNKNOWN');
  expect(ofResults(psa(1, 12, 'ug/L')).psa).toBe('UNKNOWN');
  expect(ofResults().psa).toBe('NOT_TESTED');
});

test('each disease is of its site group; elements have names, values and words of their own', () => {
  for (const id of DISEASE_IDS) {
    expect(SITE_GROUPS.some((group) => group.id === id) && DISEASES[id].siteGroup === id).toBe(
      true,
    );
    const ids = elementsOf(id).map((one) => one.id);
    expect(new Set(ids).size, id).toBe(ids.length);
    for (const element of elementsOf(id)) {
      expect(element.id, id).toMatch(/^[a-z][a-z0-9_]*$/);
      const values = element.type === 'choice' ? element.values : classesOf(element);
      expect(new Set(values.map(({ code }) => code)).size, element.id).toBe(values.length);
      for (const { code, label } of values) {
        expect(isNotKnown(code), `${id} ${element.id}`).toBe(false);
        expect(label.en !== '' && label.zh !== '', `${id} ${element.id} ${code}`).toBe(true);
      }
    }
  }
});

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const days = maybe(fc.integer({ min: -400, max: 900 }));
const facts: fc.Arbitrary<DiseaseFacts> = fc.record({
  topography: maybe(fc.constantFrom('C34.1', 'C18.9', 'C18.2', 'C20.9', 'C15.4', 'C16.0', 'C22.0')),
  histology: maybe(fc.integer({ min: 8000, max: 9600 }).map(String)),
  grade: maybe(fc.constantFrom('1', '2', '3', '4', '9')),
  sex: maybe(fc.constantFrom('FEMALE', 'MALE')),
  age: maybe(fc.integer({ min: 0, max: 90 })),
  stage: maybe(fc.constantFrom('STAGE_0', 'STAGE_I', 'STAGE_IV', 'UNKNOWN')),
  stageGroup: maybe(fc.constantFrom('IIA', 'IVB', '0', 'IB2')),
  stageBasis: maybe(fc.constantFrom('c', 'p')),
  t: maybe(fc.constantFrom('T1', 'T2c', 'TX', 'Tis', 'T4b')),
  n: maybe(fc.constantFrom('N0', 'N1', 'NX', 'N3')),
  m: maybe(fc.constantFrom('M0', 'M1b')),
  basis: maybe(fc.constantFrom('0', '7', '9')),
  treatments: fc.array(
    fc.record({ kind: fc.constantFrom('SURGERY', 'RADIOTHERAPY', 'SYSTEMIC', 'OTHER'), days }),
    { maxLength: 4 },
  ),
  tests: fc.array(
    fc.record({
      marker: fc.constantFrom('ER', 'PR', 'HER2', 'Ki-67', 'EGFR', 'MSI', 'EBV'),
      finding: maybe(fc.constantFrom('positive', 'negative', 'equivocal')),
      value: maybe(fc.double({ min: 0, max: 100, noNaN: true })),
      unit: maybe(fc.constant('%')),
      days,
    }),
    { maxLength: 6 },
  ),
  stages: fc.array(
    fc.record({
      axis: fc.constantFrom('T', 'N', 'ISUP', 'Gleason', 'CNLC', 'BCLC', 'FIGO'),
      classification: maybe(fc.constantFrom('c', 'p', 'y', 'r')),
      value: fc.constantFrom('T0', 'N1', '4', '3+4', '7', 'IIa', 'B', 'IVA', 'unknown'),
      days,
    }),
    { maxLength: 5 },
  ),
  results: fc.array(
    fc.record({
      code: fc.constantFrom('21894-1', '44669-0', '14631-6', '1751-7', '2857-1', '1834-1'),
      value: maybe(fc.double({ min: 0, max: 5000, noNaN: true })),
      unit: maybe(fc.constantFrom('umol/L', 'g/L', 'ng/mL')),
      text: maybe(fc.constantFrom('R0', '阳性', '?')),
      days,
    }),
    { maxLength: 6 },
  ),
  performance: fc.array(fc.record({ score: fc.integer({ min: 0, max: 5 }), days }), {
    maxLength: 2,
  }),
});

test('whatever is recorded, every element answers with one of its values or says why there is none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DISEASE_IDS), facts, (id, given) => {
      for (const element of elementsOf(id)) {
        const answer = element.of(given);
        if (isNotKnown(answer)) continue;
        if (element.type === 'number') {
          expect(Number.isFinite(answer), element.id).toBe(true);
          expect(classOf(element, answer as number)).toBeLessThan(classesOf(element).length);
        } else
          expect(
            element.values.map(({ code }) => code),
            element.id,
          ).toContain(answer);
      }
    }),
    { numRuns: 500 },
  );
});
