import { encodeCursor } from '@nodp/graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hospitals } from '../../fixtures.ts';
import { type Answered, type Client, openWorld, type World } from './world.ts';

/** What one hospital would learn of another's patients through FHIR. */
let world: World;
let here: Client;
let there: Client;
beforeAll(async () => {
  world = await openWorld();
  here = await world.client(hospitals.here, ['system/*.rs']);
  there = await world.client(hospitals.there, ['system/*.rs']);
});
afterAll(() => world.end());

const asked = (path: string, client = here) => world.ask(client.key, path);
const ids = (body: Answered) => (body.entry ?? []).map(({ resource }) => resource.id);

test('each reads its own', async () => {
  expect(ids((await asked('/fhir/Condition')).body)).toEqual(['here-cancer']);
  expect(ids((await asked('/fhir/Condition', there)).body)).toEqual(['there-cancer']);
});

test('another’s records are not found by id, search, $everything, _include or page', async () => {
  for (const path of [
    '/fhir/Patient/there',
    '/fhir/Condition/there-cancer',
    '/fhir/Observation/there-hb',
    '/fhir/Patient/there/$everything',
  ])
    expect([path, (await asked(path)).status]).toEqual([path, 404]);
  for (const path of [
    '/fhir/Patient?_id=there',
    '/fhir/Condition?patient=there',
    '/fhir/Condition?_id=there-cancer',
    '/fhir/Observation?patient=there&_include=Observation:patient',
    '/fhir/Observation?_id=there-hb&_include=Observation:focus',
  ])
    expect([path, ids((await asked(path)).body)]).toEqual([path, []]);
  const zero = '00000000-0000-0000-0000-000000000000';
  const all = await asked(`/fhir/Condition?_page=${encodeCursor([zero, zero])}`);
  expect(ids(all.body)).toEqual(['here-cancer']);
});

test('nor by the platform’s own ids of the patient and of the row', async () => {
  const [row] =
    await world.owner`select patient_id, id from patients.tumour where source_id = 'there-cancer'`;
  const patient = String(row?.patient_id);
  const id = `${patient}${row?.id}`.replaceAll('-', '');
  for (const path of [
    `/fhir/Patient/${patient}`,
    `/fhir/Condition/${id}`,
    `/fhir/Patient/${patient}/$everything`,
  ])
    expect([path, (await asked(path)).status]).toEqual([path, 404]);
  expect(ids((await asked(`/fhir/Condition?patient=${patient}`)).body)).toEqual([]);
});

test('of a person whom both know, each reads what it said itself', async () => {
  const [row] =
    await world.owner`select patient_id from patients.tumour where source_id = 'there-cancer'`;
  // The hospital comes to care for the other's patient: the page shows both, FHIR gives back its own.
  await world.owner`insert into basic.care_relationship (institution_id, patient_id) values (${hospitals.here}, ${row?.patient_id})`;
  const patient = String(row?.patient_id);
  expect(ids((await asked(`/fhir/Condition?patient=${patient}`)).body)).toEqual([]);
  expect(ids((await asked(`/fhir/Observation?patient=${patient}`)).body)).toEqual([]);
  expect((await asked(`/fhir/Patient/${patient}`)).status).toBe(404);
  expect(ids((await asked('/fhir/Patient')).body)).toEqual(['here']);
});

test.each([
  '/fhir/Condition?_count=100000000',
  '/fhir/Condition?_count=-1',
  `/fhir/Condition?_id=${Array.from({ length: 5000 }, (_, i) => `a${i}`).join(',')}`,
  `/fhir/Condition?${Array.from({ length: 200 }, () => 'code=a').join('&')}`,
  `/fhir/Condition?code=${encodeURIComponent("x' or '1'='1")}`,
  `/fhir/Condition?_page=${encodeCursor(["' or true --", 'x'])}`,
  '/fhir/Condition?onset-date=ge99999-99-99',
  '/fhir/Condition?identifier=%25',
  '/fhir/Condition?patient=../../etc/passwd',
])('%s asks for no more than a page', async (path) => {
  const { status, body } = await asked(path);
  expect([200, 400]).toContain(status);
  expect(ids(body).filter((id) => id !== 'here-cancer')).toEqual([]);
});

test('every patient that was shown stands in the audit under the client', async () => {
  await asked('/fhir/Observation');
  const [row] =
    await world.owner`select account_id, role, institution_id, action, cardinality(patient_ids) as n
    from basic.audit order by number desc limit 1`;
  expect(row).toMatchObject({
    account_id: `client:${here.id}`,
    institution_id: hospitals.here,
    action: 'search',
    n: 1,
  });
});
