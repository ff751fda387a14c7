import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals } from '../fixtures.ts';
import { bundle, cancer, haemoglobin, patient, visit } from './examples.ts';
import { intake, type Setting, send, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const link = (type: 'replaces' | 'replaced-by', ...ids: string[]) => ({
  link: ids.map((id) => ({ type, other: { reference: `Patient/${id}` } })),
});
const patientOf = async (key: string): Promise<string> =>
  (await db.owner`select patient_id from patients.patient_source where source_id = ${key}`)[0]
    ?.patient_id;
const rowsOf = async (patientId: string) =>
  (
    await db.owner`
      select source_id from patients.tumour where patient_id = ${patientId}
      union all select source_id from patients.observation where patient_id = ${patientId} order by 1`
  ).map((r) => r.source_id);

test('a record that was replaced becomes one patient with the one that took its place', async () => {
  const number = (value: string) => ({ identifier: [{ system: 'http://h/mrn', value }] });
  await db.send(
    bundle(
      'transaction',
      patient('a', { ...number('A-1'), deceasedDateTime: '2021-05-06' }),
      cancer('a-c', 'urn:uuid:a'),
      haemoglobin('a-h', 'urn:uuid:a', 12, '2020-01-01'),
    ),
  );
  await db.send(bundle('transaction', patient('b', number('B-1')), cancer('b-c', 'urn:uuid:b')));
  const before = await patientOf('a');
  const listed = await db.count('patients.listed');
  const replaced = patient('a', {
    ...number('A-1'),
    ...link('replaced-by', 'b'),
    active: false,
    name: [{ text: '旧名' }],
    gender: 'female',
  });
  expect((await db.send(replaced)).status).toBe('accepted');
  const stays = await patientOf('b');
  expect(await patientOf('a')).toBe(stays);
  expect(await rowsOf(stays)).toEqual(['a-c', 'a-h', 'b-c']);
  expect(await db.count('patients.patient', `patient_id = '${before}'`)).toBe(0);
  expect(await db.count('patients.tumour_at_diagnosis', `patient_id = '${before}'`)).toBe(0);
  expect(await db.count('patients.tumour_at_diagnosis', `patient_id = '${stays}'`)).toBe(2);
  expect(await db.count('patients.listed')).toBe(listed - 1);
  const [tally] = await db.owner`select sum(patients)::int as n from patients.listed_tally`;
  expect(tally?.n).toBe(listed - 1);
  // The replaced record's word on who the person is counts no more; its report of the death stands.
  const [row] = await db.owner`
    select sex, vital_status, died_on::text, in_use from patients.patient where patient_id = ${stays}`;
  expect(row).toEqual({ sex: 'MALE', vital_status: 'DEAD', died_on: '2021-05-06', in_use: true });
  const [identity] =
    await db.owner`select number_hashes from patients.identity where patient_id = ${stays}`;
  for (const value of ['A-1', 'B-1'])
    expect(identity?.number_hashes).toContain(intake.cipher.numberHash(value));
  // What still comes under the old key or number is the one patient's; sent again nothing changes.
  await db.send(haemoglobin('a-h2', 'Patient/a', 11, '2020-02-01'));
  await db.send(haemoglobin('a-h3', 'Patient?identifier=http://h/mrn|A-1', 11, '2020-03-01'));
  expect(await rowsOf(stays)).toEqual(['a-c', 'a-h', 'a-h2', 'a-h3', 'b-c']);
  expect((await db.send(replaced)).entries[0]?.outcome).toBe('unchanged');
});

test('one that replaces several, in one Bundle and in any order', async () => {
  await db.send(
    bundle(
      'transaction',
      patient('c', link('replaces', 'd', 'e')),
      patient('d', { gender: 'female', ...link('replaced-by', 'c'), active: false }),
      cancer('d-c', 'urn:uuid:d'),
      patient('e', { gender: 'female' }),
      cancer('e-c', 'urn:uuid:e'),
    ),
  );
  const stays = await patientOf('c');
  expect([await patientOf('d'), await patientOf('e')]).toEqual([stays, stays]);
  expect(await rowsOf(stays)).toEqual(['d-c', 'e-c']);
});

test('a restricted patient stays restricted', async () => {
  await db.send(bundle('transaction', patient('k'), patient('l'), patient('m')));
  const restrict = async (key: string) => db.owner`
    insert into basic.restricted_patient (institution_id, patient_id, kind, marked_by)
    values (${hospitals.here}, ${await patientOf(key)}, 'STAFF', 'data-manager')`;
  await restrict('k');
  await restrict('l');
  await db.send(patient('k', link('replaced-by', 'm')));
  await db.send(patient('l', link('replaced-by', 'm')));
  const rows = await db.owner`select patient_id, kind from basic.restricted_patient`;
  expect(rows.map((r) => ({ ...r }))).toEqual([
    { patient_id: await patientOf('m'), kind: 'STAFF' },
  ]);
});

test('a link to a record that was never sent is kept for when it comes', async () => {
  await db.send(bundle('transaction', patient('f'), cancer('f-c', 'urn:uuid:f')));
  await db.send(patient('f', link('replaced-by', 'g')));
  await db.send(patient('g', { gender: 'female' }));
  expect(await patientOf('g')).toBe(await patientOf('f'));
  const [row] =
    await db.owner`select sex from patients.patient where patient_id = ${await patientOf('g')}`;
  expect(row?.sex).toBe('FEMALE');
});

test('another hospital’s reports stay where they are', async () => {
  const there = { ...everyone.SYSTEM, accountId: 'there', institutionId: hospitals.there };
  const national = (id: string) =>
    patient(id, {
      birthDate: '1949-12-31',
      identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value: '11010519491231002X' }],
    });
  await db.send(bundle('transaction', national('h'), cancer('h-c', 'urn:uuid:h')));
  await db.database.session(there, (s) =>
    send(
      s,
      bundle(
        'transaction',
        national('h-there'),
        cancer('h-there-c', 'urn:uuid:h-there'),
        visit('h-there-v', 'urn:uuid:h-there'),
      ),
    ),
  );
  const shared = await patientOf('h');
  expect(await patientOf('h-there')).toBe(shared);
  await db.send(patient('i'));
  await db.send({ ...national('h'), ...link('replaced-by', 'i') });
  expect(await rowsOf(shared)).toEqual(['h-there-c']);
  expect(await rowsOf(await patientOf('i'))).toEqual(['h-c']);
  expect(await patientOf('h-there')).toBe(shared);
});

test('a record that is no longer in use is known as such, until it is again', async () => {
  const inUse = async () =>
    (
      await db.owner`select in_use from patients.patient where patient_id = ${await patientOf('j')}`
    )[0]?.in_use;
  await db.send(patient('j'));
  expect(await inUse()).toBe(true);
  await db.send(patient('j', { active: false }));
  expect(await inUse()).toBe(false);
  await db.send(patient('j', { active: true }));
  expect(await inUse()).toBe(true);
});
