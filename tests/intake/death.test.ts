import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals, principal } from '../fixtures.ts';
import { bundle, patient, visit } from './examples.ts';
import { type Setting, send, setUp } from './setting.ts';

let db: Setting;
beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());

const observation = (id: string, about: string, code: string, value: object, status = 'final') => ({
  resourceType: 'Observation',
  id,
  status,
  subject: { reference: `Patient/${about}` },
  code: { coding: [{ system: 'http://loinc.org', code }] },
  ...value,
});
const icd10 = (code: string) => ({
  valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code }] },
});
const cause = (id: string, about: string, code: string, status?: string) =>
  observation(id, about, '69453-9', icd10(code), status);
const died = (id: string, about: string, on: string, status?: string) =>
  observation(id, about, '81956-5', { valueDateTime: on }, status);

/** As the registry shows the patient a sender knows by a key. */
const shown = async (key: string) => {
  const [row] = await db.owner`
    select p.vital_status as status, p.died_on::text as on, p.died_precision as precision, p.cause_of_death_code as cause
    from patients.patient p join patients.patient_source using (patient_id) where source_id = ${key}`;
  return row;
};
const alive = { status: 'ALIVE', on: null, precision: null, cause: null };
const unknown = { ...alive, status: 'UNKNOWN' };

test('a cause of death entered in error is withdrawn, as the answer says', async () => {
  await db.send(patient('p1'));
  await db.send(cause('c1', 'p1', 'C34.9'));
  expect(await shown('p1')).toEqual({ ...unknown, status: 'DEAD', cause: 'C34.9' });
  const result = await db.send(cause('c1', 'p1', 'C34.9', 'entered-in-error'));
  expect(result.entries[0]?.outcome).toBe('retained');
  expect(await shown('p1')).toEqual(unknown);
});

test('a date of death entered in error is withdrawn; what else was reported stays', async () => {
  await db.send(bundle('transaction', patient('p2')));
  await db.send(died('d2', 'p2', '2022-03-03'));
  await db.send(cause('c2', 'p2', 'C16.9'));
  expect(await shown('p2')).toEqual({
    status: 'DEAD',
    on: '2022-03-03',
    precision: 'day',
    cause: 'C16.9',
  });
  await db.send(died('d2', 'p2', '2022-03-03', 'entered-in-error'));
  expect(await shown('p2')).toEqual({ ...unknown, status: 'DEAD', cause: 'C16.9' });
  await db.send(cause('c2', 'p2', 'C16.9', 'entered-in-error'));
  expect(await shown('p2')).toEqual(unknown);
  const previous = await db.count(
    'basic.previous_version',
    `table_name = 'patients.vital_status_report'`,
  );
  expect(previous).toBeGreaterThanOrEqual(2);
});

test('a record sent again as a laboratory result is a death no more', async () => {
  await db.send(patient('p3'));
  await db.send(died('d3', 'p3', '2022-03-03'));
  await db.send(
    observation('d3', 'p3', '718-7', {
      effectiveDateTime: '2022-03-03',
      valueQuantity: { value: 120, unit: 'g/L' },
    }),
  );
  expect(await shown('p3')).toEqual(alive);
});

test('a correction of the date replaces it; a year does not hide a day', async () => {
  await db.send(patient('p4'));
  await db.send(died('d4', 'p4', '2022-03-03'));
  await db.send(died('d4', 'p4', '2022-03-04'));
  await db.send(died('e4', 'p4', '2022'));
  expect(await shown('p4')).toMatchObject({ on: '2022-03-04', precision: 'day' });
});

const NUMBER = '11010519491231002X';
const known = (id: string, more: object) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: 'urn:oid:2.16.156.10011.1.3', value: NUMBER }],
  name: [{ text: '王秀英' }],
  gender: 'female',
  birthDate: '1949-12-31',
  ...more,
});

test('another hospital that says the patient lives undoes nothing; the reporter does', async () => {
  const there = principal('SYSTEM', hospitals.there);
  const other = (content: unknown) =>
    db.database.session(there, (session) => send(session, content));
  await db.send(known('xA', { deceasedDateTime: '2020-05-01' }));
  await other(
    bundle('transaction', known('xB', { deceasedBoolean: false }), visit('vB', 'urn:uuid:xB')),
  );
  const dead = { status: 'DEAD', on: '2020-05-01', precision: 'day', cause: null };
  expect(await shown('xA')).toEqual(dead);
  expect(await shown('xB')).toEqual(dead);
  // Demographics that do not speak of death take nothing back.
  await db.send(known('xA', { gender: 'female', name: [{ text: '王秀英' }, { text: '王英' }] }));
  expect(await shown('xA')).toEqual(dead);
  await db.send(known('xA', { deceasedBoolean: false }));
  expect(await shown('xA')).toEqual(alive);
});

test('the rows of the reports are read by row-level security like every other', async () => {
  await db.send(patient('p5'));
  await db.send(died('d5', 'p5', '2022-03-03'));
  const rows = (who: (typeof everyone)['CLINICIAN']) =>
    db.database.session(who, (session) =>
      session.run({
        text: `select 1 from patients.vital_status_report where source_id = 'd5'`,
        bind: () => [],
      }),
    );
  expect(await rows(everyone.CLINICIAN)).toHaveLength(1);
  expect(await rows(principal('CLINICIAN', hospitals.there))).toHaveLength(0);
});
