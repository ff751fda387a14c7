import type { Principal } from '@nodp/database';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hospitals } from './fixtures.ts';
import { bundle, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';

let db: Setting;
let patientId: string;
const clinician = principalOf('CLINICIAN', hospitals.here);
const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
const stranger = principalOf('CLINICIAN', hospitals.there);

beforeAll(async () => {
  db = await setUp();
  await db.send(bundle('batch', patient('n1')));
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id = 'n1'`;
  patientId = row?.patient_id;
});
afterAll(() => db.end());

const SHOWN = 'id text writtenBy own versions { version text }';
const ask = (by: Principal, query: string, variables: Record<string, unknown> = {}) =>
  askerOf(patients, db.database)(by, query, variables);
const write = (text: string, by = clinician, whose = patientId) =>
  ask(
    by,
    `mutation ($p: ID!, $text: String!) { writeNote(patient: $p, text: $text) { ${SHOWN} } }`,
    { p: encodeId('Patient', whose), text },
  );
const change = (id: string, after: number, text: string | null, by = clinician) =>
  ask(
    by,
    `mutation ($id: ID!, $after: Int!, $text: String) { changeNote(id: $id, after: $after, text: $text) { ${SHOWN} } }`,
    { id, after, text },
  );
const notes = async (by = clinician) =>
  (
    await ask(by, `query ($id: ID!) { patient(id: $id) { notes { ${SHOWN} } } }`, {
      id: encodeId('Patient', patientId),
    })
  ).data?.patient?.notes;

test('a note is read by the institution’s clinicians and coordinators, and changed by who wrote it', async () => {
  const { data } = await write('  Daughter is to be called, 下午. ');
  const { id } = data.writeNote;
  expect(data.writeNote).toMatchObject({ text: 'Daughter is to be called, 下午.', own: true });
  expect(await notes(coordinator)).toMatchObject([{ id, own: false }]);
  expect((await change(id, 1, 'not mine', coordinator)).data.changeNote).toBeNull();
  const changed = (await change(id, 1, 'Son is to be called.')).data.changeNote;
  expect(changed).toMatchObject({
    text: 'Son is to be called.',
    versions: [
      { version: 2, text: 'Son is to be called.' },
      { version: 1, text: 'Daughter is to be called, 下午.' },
    ],
  });
  // Who has not read the latest is told, and nothing of the versions is lost when a note is taken back.
  expect((await change(id, 1, 'twice')).data.changeNote).toBeNull();
  expect((await change(id, 2, null)).data.changeNote).toMatchObject({ text: null });
  expect((await notes())[0].versions).toHaveLength(3);
  await db.database.session(clinician, async (session) => {
    await session.run({ text: "update patients.patient_note set words = 'x'", bind: () => [] });
    await session.run({ text: 'delete from patients.patient_note', bind: () => [] });
  });
  expect(await db.count('patients.patient_note', "words is distinct from 'x'")).toBe(3);
});

test('neither another institution nor who reads no patient sees a note or writes one', async () => {
  expect((await write('not mine', stranger)).data.writeNote).toBeNull();
  expect(await notes(stranger)).toBeUndefined();
  for (const by of [principalOf('DATA_MANAGER', hospitals.here), principalOf('CLINICIAN', null)]) {
    expect((await write('not mine', by)).data?.writeNote ?? null).toBeNull();
    expect(
      await db.database.session(by, (session) =>
        session.run({ text: 'select 1 from patients.patient_note', bind: () => [] }),
      ),
    ).toEqual([]);
  }
  expect(
    await db.database.session(stranger, (session) =>
      session.run({ text: 'select 1 from patients.patient_note', bind: () => [] }),
    ),
  ).toEqual([]);
});

test('a note has words, and not a book of them; each is audited', async () => {
  expect((await write('   ')).codes).toEqual(['BAD_USER_INPUT']);
  expect((await write('x'.repeat(4001))).codes).toEqual(['BAD_USER_INPUT']);
  await write('one more');
  expect(
    await db.count('basic.audit', `action = 'change' and detail ->> 'note' = 'written'`),
  ).toBeGreaterThan(0);
});
