import type { ClinicalRecord, RecordOf } from '@nodp/record';
import { describe, expect, test } from 'vitest';
import type { ReadUnit } from '../units.ts';
import { contradictingStages } from './contradicting-stages.ts';

const unit = (where: string, patient: string, ...records: readonly ClinicalRecord[]): ReadUnit => ({
  type: 'Observation',
  where,
  key: where,
  content: null,
  patient,
  subject: `${where}.subject`,
  locate: (names) => `${where}.${names[0]}`,
  version: null,
  mustBeOne: false,
  kinds: ['stage'],
  reading: { outcome: 'read', records, warnings: [] },
});

const sent = { system: null, code: null, display: null };
const of = (patient: string, id: string) => ({ patient, source: { type: 'X', id } });

const tumour = (patient: string, id: string, topography: string, morphology: string) =>
  ({
    kind: 'tumour',
    ...of(patient, id),
    spread: 'PRIMARY',
    siteGroup: null,
    topography,
    morphology,
    icd10: null,
    grade: null,
    laterality: null,
    basisOfDiagnosis: null,
    diagnosed: { date: '2020-03-01', precision: 'day' },
    clinicalStatus: null,
    sent,
  }) as RecordOf<'tumour'>;

const stage = (patient: string, axis: string, value: string, names: string | null = null) =>
  ({
    kind: 'stage',
    ...of(patient, `${axis}${value}`),
    tumour: names,
    axis,
    classification: 'p',
    value,
    system: null,
    sent,
    assessed: { date: '2020-03-20', precision: 'day' },
  }) as RecordOf<'stage'>;

const warnings = (units: readonly ReadUnit[]) =>
  contradictingStages(units).flatMap(({ where, reading }) =>
    reading.outcome === 'read'
      ? reading.warnings.map((issue) => [where, issue.where, issue.message])
      : [],
  );

const colon = unit('t', 'p1', tumour('p1', 'colon', 'C18.7', '8140/3'));
const categories = (names: string | null = null) => [
  unit('T', 'p1', stage('p1', 'T', 'T3', names)),
  unit('N', 'p1', stage('p1', 'N', 'N1b', names)),
];

describe('stages of a submission that contradict themselves', () => {
  test('a group that its categories do not make is warned of where it stands, and taken as sent', () => {
    const units = [colon, ...categories(), unit('G', 'p1', stage('p1', 'group', 'IIA'))];
    expect(warnings(units)).toEqual([
      [
        'G',
        'G.value',
        'Sent as IIA, but the categories give IIIB (pT3 pN1b → IIIB, AJCC 8, colon and rectum). It fits no other table held. (stage group IIA, 2020-03-20; pT3 pN1b, 2020-03-20)',
      ],
    ]);
    expect(contradictingStages(units).map(({ reading }) => reading.outcome)).toEqual([
      'read',
      'read',
      'read',
      'read',
    ]);
  });

  test('a group that they make is not', () => {
    expect(
      warnings([colon, ...categories(), unit('G', 'p1', stage('p1', 'group', 'IIIB'))]),
    ).toEqual([]);
  });

  test('without a group the category that contradicts is warned of', () => {
    expect(
      warnings([
        colon,
        unit('T', 'p1', stage('p1', 'T', 'T3')),
        unit('N', 'p1', stage('p1', 'N', 'N3')),
      ]),
    ).toMatchObject([['T', 'T.value', expect.stringContaining('N3 does not exist')]]);
  });

  test('what rests on records that are not there is not said: an operation, a metastasis', () => {
    expect(warnings([colon, ...categories(), unit('M', 'p1', stage('p1', 'M', 'M1a'))])).toEqual(
      [],
    );
  });

  test('of two tumours only stages that name theirs are checked', () => {
    const breast = unit('b', 'p1', tumour('p1', 'breast', 'C50.4', '8500/3'));
    const group = (names: string | null) => unit('G', 'p1', stage('p1', 'group', 'IIA', names));
    expect(warnings([colon, breast, ...categories(), group(null)])).toEqual([]);
    expect(warnings([colon, breast, ...categories('colon'), group('colon')])).toHaveLength(1);
  });

  test('stages of another patient are no part of it', () => {
    expect(
      warnings([colon, ...categories(), unit('G', 'p2', stage('p2', 'group', 'IIA'))]),
    ).toEqual([]);
  });
});
