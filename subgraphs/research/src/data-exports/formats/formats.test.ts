import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Leaving } from './format.ts';
import { known } from './ndjson.ts';
import { FORMATS, type FormatId } from './registry.ts';

let connection: DuckDBConnection;
let folder: string;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
  folder = await mkdtemp(join(tmpdir(), 'nodp-formats-'));
  for (const sql of [
    `create table sent_persons as select * from (values ('a1b2c3d4e5f60718', 'DEAD', 400), ('ffeeddccbbaa9988', 'ALIVE', null)) t(person_key, vital_status, followup_days)`,
    `create table sent_cases as select * from (values
      ('a1b2c3d4e5f60718', 1, 'FEMALE', '60–64', 'lung', '8140', 'STAGE_IV', 'T2a', null, 'M1'),
      ('a1b2c3d4e5f60718', 2, 'FEMALE', '65–69', 'breast', null, null, null, null, null),
      ('ffeeddccbbaa9988', 1, 'MALE', '40–44', 'stomach', '8144', 'UNKNOWN', null, null, null))
      t(person_key, case_number, sex, age_group, site_group, histology, stage, t, n, m)`,
    `create table sent_treatments as select * from (values
      ('a1b2c3d4e5f60718', 'SYSTEMIC', 'osimertinib', 'L01EB04', 21, 180), ('a1b2c3d4e5f60718', 'SURGERY', null, null, 60, null))
      t(person_key, kind, drug, atc, start_days, duration_days)`,
    `create table sent_biomarkers as select * from (values ('a1b2c3d4e5f60718', 'EGFR', 'POSITIVE', null::double, null, 7), ('a1b2c3d4e5f60718', 'CEA', null, 5.2, 'ng/mL', 9))
      t(person_key, biomarker, finding, value, unit, tested_days)`,
  ])
    await connection.run(sql);
});
afterAll(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

const whole: Leaving['tables'] = [
  { name: 'persons', columns: ['person_key', 'vital_status', 'followup_days'] },
  {
    name: 'cases',
    columns: [
      ...['person_key', 'case_number', 'sex', 'age_group', 'site_group'],
      ...['histology', 'stage', 't', 'n', 'm'],
    ],
  },
  {
    name: 'treatments',
    columns: ['person_key', 'kind', 'drug', 'atc', 'start_days', 'duration_days'],
  },
  {
    name: 'biomarkers',
    columns: ['person_key', 'biomarker', 'finding', 'value', 'unit', 'tested_days'],
  },
];

const written = async (format: FormatId, tables = whole) => {
  const target = await mkdtemp(join(folder, `${format}-`));
  await FORMATS[format].write({ connection, tables }, target);
  const names = (await readdir(target)).sort();
  const text = async (name: string) => readFile(join(target, name), 'utf8');
  const json = async (name: string) =>
    (await text(name))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { names, text, json };
};

test('what is not known is left out of JSON', () => {
  expect(known({ a: null, b: [null, {}], c: { d: null, e: 0, f: false, g: '' } })).toEqual({
    c: { e: 0, f: false, g: '' },
  });
  expect(known([null])).toBeUndefined();
});

test('CSV and Parquet are a file a table', async () => {
  expect((await written('CSV')).names).toEqual([
    ...['biomarkers.csv', 'cases.csv', 'persons.csv', 'treatments.csv'],
  ]);
  expect((await written('PARQUET')).names).toContain('cases.parquet');
});

test('FHIR has resources that refer to their patient, days without dates', async () => {
  const { names, json } = await written('FHIR');
  expect(names).toEqual([
    ...['Condition.ndjson', 'MedicationAdministration.ndjson', 'Observation.ndjson'],
    ...['Patient.ndjson', 'Procedure.ndjson'],
  ]);
  const [dead, alive] = await json('Patient.ndjson');
  expect(dead).toMatchObject({ gender: 'female', deceasedBoolean: true });
  expect(dead.extension[0].valueInteger).toBe(400);
  expect(alive).toEqual({
    ...{ resourceType: 'Patient', id: 'ffeeddccbbaa9988', gender: 'male', deceasedBoolean: false },
    meta: { profile: ['http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-cancer-patient'] },
  });
  const conditions = await json('Condition.ndjson');
  expect(conditions).toHaveLength(3);
  expect(conditions[1]).not.toHaveProperty('stage');
  const [osimertinib] = await json('MedicationAdministration.ndjson');
  expect(osimertinib).toMatchObject({
    medicationCodeableConcept: { text: 'osimertinib', coding: [{ code: 'L01EB04' }] },
    subject: { reference: 'Patient/a1b2c3d4e5f60718' },
    _effectiveDateTime: { extension: [{ valueInteger: 21 }] },
  });
  const values = await json('Observation.ndjson');
  expect(
    values.map((one) => one.valueQuantity?.value ?? one.valueCodeableConcept?.coding[0].code),
  ).toEqual([...['POSITIVE', 5.2]]);
});

test('a phenopacket is a person, with what version 2 of the schema asks for', async () => {
  const { json } = await written('PHENOPACKETS');
  const [dead, alive] = await json('phenopackets.ndjson');
  expect(dead.subject).toEqual({
    ...{ id: 'a1b2c3d4e5f60718', sex: 'FEMALE' },
    vitalStatus: { status: 'DECEASED', survivalTimeInDays: 400 },
  });
  expect(dead.metaData).toMatchObject({ phenopacketSchemaVersion: '2.0' });
  expect(dead.metaData.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  expect(dead.diseases).toHaveLength(2);
  expect(dead.diseases[0]).toMatchObject({
    primarySite: { id: 'NODP:lung' },
    diseaseStage: [{ id: 'NODP:STAGE_IV' }],
    clinicalTnmFinding: [{ id: 'NODP:TNM:T2a' }, { id: 'NODP:TNM:M1' }],
  });
  expect(dead.medicalActions[0].treatment.agent).toEqual({
    id: 'ATC:L01EB04',
    label: 'osimertinib',
  });
  expect(dead.medicalActions[1].procedure.performed.age.iso8601duration).toBe('P60D');
  // Each prefix of an ontology class is among the resources.
  const prefixes = new Set(
    dead.metaData.resources.map((one: { namespacePrefix: string }) => one.namespacePrefix),
  );
  for (const [, prefix] of JSON.stringify({ ...dead, metaData: null }).matchAll(/"id":"([A-Z]+):/g))
    expect(prefixes).toContain(prefix);
  expect(alive).not.toHaveProperty('medicalActions');
  expect(alive.diseases[0]).not.toHaveProperty('diseaseStage');
});

test('OMOP has its tables, day 0 for everybody, and notes', async () => {
  const { names, text } = await written('OMOP');
  expect(names).toEqual([
    ...[
      'VOCABULARY.txt',
      'condition_occurrence.csv',
      'death.csv',
      'drug_exposure.csv',
      'measurement.csv',
    ],
    ...['observation.csv', 'observation_period.csv', 'person.csv', 'procedure_occurrence.csv'],
  ]);
  expect((await text('person.csv')).split('\n')[0]).toBe(
    'person_id,gender_concept_id,year_of_birth,race_concept_id,ethnicity_concept_id,person_source_value,gender_source_value',
  );
  expect(await text('death.csv')).toContain('2001-02-04');
  expect(await text('drug_exposure.csv')).toContain('2000-01-22,2000-07-20,0,L01EB04 osimertinib');
});

test('cBioPortal has meta files and four lines of heading', async () => {
  const { names, text } = await written('CBIOPORTAL');
  expect(names).toEqual([
    ...['data_clinical_patient.txt', 'data_clinical_sample.txt', 'data_timeline_treatment.txt'],
    ...[
      'meta_clinical_patient.txt',
      'meta_clinical_sample.txt',
      'meta_study.txt',
      'meta_timeline_treatment.txt',
    ],
  ]);
  const patients = (await text('data_clinical_patient.txt')).split('\n');
  expect(patients.slice(0, 4).every((line) => line.startsWith('#'))).toBe(true);
  expect(patients[4]).toBe('PATIENT_ID\tSEX\tOS_STATUS\tOS_MONTHS');
  expect(patients[5]).toBe('a1b2c3d4e5f60718\tFemale\t1:DECEASED\t13.14');
  expect(patients[6]).toBe('ffeeddccbbaa9988\tMale\t0:LIVING\t');
  const samples = (await text('data_clinical_sample.txt')).trim().split('\n');
  expect(samples[5]?.split('\t').slice(0, 3)).toEqual([
    'a1b2c3d4e5f60718',
    'a1b2c3d4e5f60718-1',
    'Lung',
  ]);
  expect((await text('data_timeline_treatment.txt')).split('\n')[1]).toBe(
    'a1b2c3d4e5f60718\t21\t201\tTREATMENT\tSystemic\tosimertinib\t',
  );
});

test('every form takes whatever was granted, one column alone as well', async () => {
  const few: Leaving['tables'][] = [
    [{ name: 'persons', columns: ['person_key', 'followup_days'] }],
    [{ name: 'cases', columns: ['person_key', 'sex'] }],
    [{ name: 'cases', columns: ['person_key', 'stage'] }],
    [{ name: 'treatments', columns: ['person_key', 'kind'] }],
    [{ name: 'treatments', columns: ['person_key', 'start_days'] }],
    [{ name: 'biomarkers', columns: ['person_key', 'biomarker'] }],
  ];
  for (const format of Object.keys(FORMATS) as FormatId[])
    for (const tables of few)
      expect((await written(format, tables)).names.length).toBeGreaterThan(0);
});
