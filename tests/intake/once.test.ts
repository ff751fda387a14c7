import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals, principal } from '../fixtures.ts';
import { bundle, cancer, haemoglobin, patient, visit } from './examples.ts';
import { type Setting, send, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const people = (from: number, to: number, hospital: string) =>
  Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const who = `${hospital}-${n}`;
    return [
      patient(who, { birthDate: '1960-01-01' }),
      cancer(`${who}-c`, `urn:uuid:${who}`),
      ...Array.from({ length: 5 }, (_, k) =>
        haemoglobin(`${who}-h${k}`, `urn:uuid:${who}`, 10 + k, `2020-01-0${k + 1}`),
      ),
    ];
  }).flat();

test('two overlapping Bundles at once from two connections create each record once', async () => {
  for (let round = 0; round < 5; round++) {
    const hospital = `round${round}`;
    // The second holds the shared half in the other order: locks taken as they come would deadlock.
    const first = bundle('transaction', ...people(0, 20, hospital));
    const second = bundle('transaction', ...people(10, 30, hospital).reverse());
    const results = await Promise.all([
      db.send(first),
      db.send(second),
      db.send(first),
      db.send(second),
    ]);
    expect(results.map((r) => r.status)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    const created = results.flatMap((r) => r.entries).filter((e) => e.outcome === 'created');
    expect(created).toHaveLength(30 * 7);
    expect(await db.count('patients.patient_source', `source_id like '${hospital}-%'`)).toBe(30);
    expect(await db.count('patients.tumour', `source_id like '${hospital}-%'`)).toBe(30);
    expect(await db.count('patients.observation', `source_id like '${hospital}-%'`)).toBe(150);
  }
  expect(await db.count('patients.patient')).toBe(150);
  expect(await db.count('patients.patient', `leading_site_group = 'lung'`)).toBe(150);
  expect(await db.count('basic.submission', `status <> 'accepted'`)).toBe(0);
});

test('a correction is written over the record, whose previous version stays', async () => {
  await db.send(
    bundle('transaction', patient('ana'), haemoglobin('hb', 'Patient/ana', 12, '2020-01-01')),
  );
  const corrected = await db.send(haemoglobin('hb', 'Patient/ana', 13.5, '2020-01-01'));
  expect(corrected.entries.map((e) => e.outcome)).toEqual(['updated']);
  const [row] =
    await db.owner`select value, normal_value, normal_unit from patients.observation where source_id = 'hb'`;
  expect(row).toEqual({ value: 13.5, normal_value: 135, normal_unit: 'g/L' });
  const previous =
    await db.owner`select table_name, content ->> 'value' as value from basic.previous_version`;
  expect(previous).toEqual([{ table_name: 'patients.observation', value: '12' }]);
});

test('what was entered in error goes, and its previous version stays', async () => {
  const wrong = { ...cancer('oops', 'Patient/ana') };
  await db.send(wrong);
  expect(await db.count('patients.tumour', `source_id = 'oops'`)).toBe(1);
  const inError = {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
        code: 'entered-in-error',
      },
    ],
  };
  const result = await db.send({
    ...wrong,
    clinicalStatus: undefined,
    verificationStatus: inError,
  });
  expect(result.entries[0]).toMatchObject({ outcome: 'retained' });
  expect(await db.count('patients.tumour', `source_id = 'oops'`)).toBe(0);
  expect(await db.count('basic.previous_version', `content ->> 'source_id' = 'oops'`)).toBe(1);
  expect(
    await db.count(
      'patients.patient',
      'leading_tumour_id is not null and patient_id in (select patient_id from patients.patient_source where source_id = $$ana$$)',
    ),
  ).toBe(0);
});

test('what a corrected record does not say any more goes: a stage, or another kind of result', async () => {
  const stage = [{ summary: { text: 'IIIA' } }];
  await db.send(bundle('transaction', patient('bo'), cancer('bo-c', 'urn:uuid:bo', { stage })));
  expect(await db.count('patients.stage', `source_id = 'bo-c#stage-0'`)).toBe(1);
  expect((await db.send(cancer('bo-c', 'Patient/bo'))).entries[0]?.outcome).toBe('updated');
  expect(await db.count('patients.stage', `source_id = 'bo-c#stage-0'`)).toBe(0);
  const result = haemoglobin('bo-o', 'Patient/bo', 12, '2020-01-01');
  await db.send(result);
  const her2 = { coding: [{ system: 'http://loinc.org', code: '48676-1' }] };
  await db.send({ ...result, code: her2, valueQuantity: undefined, valueString: 'Negative' });
  expect(await db.count('patients.observation', `source_id = 'bo-o'`)).toBe(0);
  expect(await db.count('specimens.biomarker', `source_id = 'bo-o' and finding = 'negative'`)).toBe(
    1,
  );
});

const systemThere = { ...everyone.SYSTEM, accountId: 'there', institutionId: hospitals.there };
const nationalId = (value: string) => ({
  identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value }],
});

test('one national identifier at two hospitals that treat its holder is one person, unless the date of birth differs', async () => {
  await db.send(patient('p1', nationalId('11010519491231002X')));
  const elsewhere = (id: string, birthDate: string) =>
    db.database.session(systemThere, (s) =>
      send(
        s,
        bundle(
          'transaction',
          patient(id, { ...nationalId('11010519491231002x'), birthDate }),
          visit(`v-${id}`, `urn:uuid:${id}`),
        ),
      ),
    );
  expect((await elsewhere('q1', '1950-02-03')).status).toBe('accepted');
  expect((await elsewhere('q2', '1950-02-04')).status).toBe('accepted');
  const rows =
    await db.owner`select source_id, patient_id from patients.patient_source where source_id in ('p1', 'q1', 'q2')`;
  const of = Object.fromEntries(rows.map((r) => [r.source_id, r.patient_id]));
  expect(of.q1).toBe(of.p1);
  expect(of.q2).not.toBe(of.p1);
  expect(await db.count('patients.identity', `patient_id = '${of.p1}'`)).toBe(2);
});

test('two hospitals may use the same key for different people', async () => {
  await db.send(patient('same'));
  await db.database.session(systemThere, (s) => send(s, patient('same', { gender: 'female' })));
  expect(await db.count('patients.patient_source', `source_id = 'same'`)).toBe(2);
  const rows =
    await db.owner`select distinct patient_id from patients.patient_source where source_id = 'same'`;
  expect(rows).toHaveLength(2);
});

test('a record number used for two people names neither', async () => {
  const number = { identifier: [{ system: 'http://hospital.example.org', value: 'm456' }] };
  await db.send(patient('eve', number));
  const query = 'Patient?identifier=http://hospital.example.org|m456';
  const first = await db.send(haemoglobin('eve-1', query, 11, '2020-01-01'));
  expect(first.entries[0]?.outcome).toBe('created');
  await db.send(patient('lucy', { ...number, birthDate: '2023-02-05' }));
  const second = await db.send(haemoglobin('eve-2', query, 11, '2020-01-02'));
  expect(second.entries[0]?.issues[0]).toMatchObject({
    code: 'multiple-matches',
    where: 'Observation.subject',
  });
});

test('a conditional create leaves what is there as it is', async () => {
  const conditional = (family: string) => ({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: 'urn:uuid:0d2c8ab0-0000-4000-8000-000000000001',
        resource: {
          ...patient('x', {
            name: [{ family }],
            identifier: [{ system: 'http://h', value: '77' }],
          }),
          id: undefined,
        },
        request: { method: 'POST', url: 'Patient', ifNoneExist: 'identifier=http://h|77' },
      },
    ],
  });
  const before = await db.count('patients.patient');
  expect((await db.send(conditional('张'))).entries[0]?.outcome).toBe('created');
  expect((await db.send(conditional('李'))).entries[0]?.outcome).toBe('unchanged');
  expect(await db.count('patients.patient')).toBe(before + 1);
});

test('a death stays known when a later record does not speak of it, and its cause is added', async () => {
  await db.send(patient('dead', { deceasedDateTime: '2020-05' }));
  const cause = {
    resourceType: 'Observation',
    id: 'cause',
    status: 'final',
    subject: { reference: 'Patient/dead' },
    code: { coding: [{ system: 'http://loinc.org', code: '69453-9' }] },
    valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C34.9' }] },
  };
  expect((await db.send(cause)).entries[0]?.outcome).toBe('created');
  expect((await db.send(cause)).entries[0]?.outcome).toBe('unchanged');
  await db.send(patient('dead', { gender: 'female' }));
  const [row] = await db.owner`
    select sex, vital_status, died_on::text, died_precision, cause_of_death_code from patients.patient
    join patients.patient_source using (patient_id) where source_id = 'dead'`;
  expect(row).toEqual({
    sex: 'FEMALE',
    vital_status: 'DEAD',
    died_on: '2020-05-01',
    died_precision: 'month',
    cause_of_death_code: 'C34.9',
  });
});

test('a residence is the one last reported, and stays known when a later record names none', async () => {
  const residence = async (address?: object[]) => {
    await db.send(patient('moving', address === undefined ? { gender: 'male' } : { address }));
    const [row] = await db.owner`
      select residence_code from patients.patient
      join patients.patient_source using (patient_id) where source_id = 'moving'`;
    return row?.residence_code;
  };
  expect(await residence()).toBeNull();
  expect(await residence([{ text: '广东省广州市越秀区' }])).toBe('440000');
  expect(await residence([{ use: 'home', state: 'Fujian' }])).toBe('350000');
  expect(await residence()).toBe('350000');
});

test('only a system account registers patients', async () => {
  for (const who of [everyone.CLINICIAN, everyone.ADMINISTRATOR, principal('SYSTEM', null)]) {
    await expect(db.database.session(who, (s) => send(s, patient('intruder')))).rejects.toThrow();
  }
  expect(await db.count('patients.patient_source', `source_id = 'intruder'`)).toBe(0);
});

test('nothing in the database names a person but under the cipher', async () => {
  const secrets = ['欧阳清露', '440524188001010014', 'MRN-883-1', '13900001111'];
  const [name, national, record, phone] = secrets;
  const identifier = [
    { system: 'urn:oid:2.16.156.10011.1.3', value: national },
    { type: { coding: [{ code: 'MR' }] }, system: 'http://h', value: record },
  ];
  const telecom = [{ system: 'phone', value: phone }];
  const hidden = patient('hidden', {
    name: [{ text: name }],
    identifier,
    telecom,
    birthDate: '1880-01-01',
  });
  const { id: _, ...unkeyed } = hidden;
  const kin = {
    resourceType: 'RelatedPerson',
    id: 'kin',
    patient: { reference: 'Patient/hidden' },
    name: [{ text: name }],
  };
  const results = [
    await db.send(bundle('batch', hidden, kin)),
    await db.send(unkeyed),
    await db.send(
      haemoglobin('hidden-1', `Patient?identifier=http://h|${record}`, 12, '1900-01-01'),
    ),
    await db.send(
      haemoglobin('hidden-2', `Patient?identifier=http://other|${record}`, 12, '1900-01-01'),
    ),
  ];
  expect(results.map((r) => r.status)).toEqual(['accepted', 'accepted', 'accepted', 'refused']);
  const tables = await db.owner`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('basic', 'patients', 'specimens', 'imaging', 'followup') and table_type = 'BASE TABLE'`;
  for (const { name: table } of tables) {
    for (const secret of secrets) {
      expect([
        table,
        secret,
        await db.count(`${table} as t`, `position('${secret}' in t::text) > 0`),
      ]).toEqual([table, secret, 0]);
    }
  }
});
