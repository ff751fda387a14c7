import type { Principal } from '@nodp/database';
import { encodeId, executorOf, nationalDay } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hospitals, identityKey } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';

let db: Setting;
let patientId: string;
let tests = 0;
const clinician = principalOf('CLINICIAN', hospitals.here);
const asked = principalOf('CLINICIAN', hospitals.there);
const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));

beforeAll(async () => {
  db = await setUp();
});
afterAll(() => db.end());
beforeEach(async () => {
  const key = `r${++tests}`;
  await db.send(bundle('batch', patient(key), cancer(`c${key}`, `urn:uuid:${key}`)));
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id = ${key}`;
  patientId = row?.patient_id;
});

const raise = (error: unknown) => {
  throw error;
};
const SHOWN = `id way state until department reason question words referredBy decidedBy endedBy patient { id } person { name sex }
  from { code } to { code }`;
const ask = async (by: Principal, query: string, variables: Record<string, unknown> = {}) => {
  const services = { database: db.database, identityKey, report: raise, resources: {} };
  const { data, errors = [] } = await executorOf(
    patients,
    services,
  )({ document: parse(query), variables, principal: by, requestId: 'test' });
  return {
    // biome-ignore lint/suspicious/noExplicitAny: the answer is as the test asks for it.
    data: JSON.parse(JSON.stringify(data ?? null)) as any,
    codes: errors.map((one) => one.extensions?.code),
    messages: errors.map((one) => one.message),
  };
};
const refer = (more: object = {}, by = clinician) =>
  ask(by, `mutation ($r: ReferralInput!) { referPatient(referral: $r) { ${SHOWN} } }`, {
    r: {
      ...{ patient: encodeId('Patient', patientId), to: encodeId('Institution', hospitals.there) },
      ...{ reason: 'No linear accelerator here.', question: 'Radiotherapy possible?' },
      ...{ department: 'Radiotherapy', until: inDays(14), ...more },
    },
  });
const referred = async (): Promise<string> => (await refer()).data.referPatient.id;
const decide = (id: string, accept: boolean, by = asked, reason: string | null = null) =>
  ask(
    by,
    `mutation ($id: ID!, $a: Boolean!, $r: String) { decideReferral(id: $id, accept: $a, reason: $r) { ${SHOWN} } }`,
    { id, a: accept, r: reason },
  );
const answer = (id: string, by = asked) =>
  ask(
    by,
    `mutation ($id: ID!) { answerReferral(id: $id, answer: "Possible, from Monday.") { ${SHOWN} } }`,
    { id },
  );
const withdraw = (id: string, by = clinician) =>
  ask(
    by,
    `mutation ($id: ID!) { withdrawReferral(id: $id, reason: "Treated here.") { ${SHOWN} } }`,
    { id },
  );
/** Rows of the patient's record that somebody reads. */
const reads = async (by: Principal) => {
  const { data } = await ask(
    by,
    'query ($id: ID!) { patient(id: $id) { identity { name } tumours { id } } }',
    {
      id: encodeId('Patient', patientId),
    },
  );
  return data.patient === null ? 0 : data.patient.tumours.length;
};
const waiting = async (by: Principal) =>
  (
    await ask(
      by,
      '{ worklist { edges { node { kind due referral state result patient { id } why { en zh } } } } }',
    )
  ).data.worklist.edges
    .map(({ node }: { node: { referral: string | null } }) => node)
    .filter(({ referral }: { referral: string | null }) => referral !== null);
const mine = async (by: Principal, id: string) =>
  (await waiting(by)).filter(({ referral }: { referral: string }) => referral === id);

test('an accepted referral opens the record to the clinicians who accepted it, and its answer ends that', async () => {
  const { data, messages } = await refer();
  expect(messages).toEqual([]);
  const { id } = data.referPatient;
  expect(data.referPatient).toMatchObject({
    ...{ way: 'SENT', state: 'WAITING', until: inDays(14), department: 'Radiotherapy' },
    ...{ referredBy: clinician.accountId, from: { code: 'H1' }, to: { code: 'H2' } },
  });
  expect(await reads(asked)).toBe(0);
  expect(await mine(asked, id)).toMatchObject([
    { kind: 'REFERRAL_RECEIVED', due: inDays(3), patient: null },
  ]);
  // Who the patient is is told with the referral, as in a letter; the record is not.
  const received = await ask(
    asked,
    `{ referrals(way: RECEIVED, first: 1) { edges { node { ${SHOWN} } } } }`,
  );
  expect(received.data.referrals.edges[0].node).toMatchObject({
    ...{ id, way: 'RECEIVED', patient: null },
    person: { name: expect.any(String), sex: expect.any(String) },
  });
  expect((await decide(id, true)).data.decideReferral).toMatchObject({
    ...{ state: 'ACCEPTED', decidedBy: asked.accountId },
    patient: { id: encodeId('Patient', patientId) },
  });
  expect(await reads(asked)).toBe(1);
  // Of its clinicians alone: neither its machines nor its coordinators read by a referral.
  expect(await reads(principalOf('SYSTEM', hospitals.there))).toBe(0);
  expect(await reads(principalOf('FOLLOWUP_COORDINATOR', hospitals.there))).toBe(0);
  expect(await mine(asked, id)).toMatchObject([
    {
      kind: 'REFERRAL_TO_ANSWER',
      due: inDays(14),
      patient: { id: encodeId('Patient', patientId) },
    },
  ]);
  expect((await answer(id)).data.answerReferral).toMatchObject({
    ...{
      state: 'ANSWERED',
      words: 'Possible, from Monday.',
      endedBy: asked.accountId,
      patient: null,
    },
    person: { name: expect.any(String) },
  });
  expect(await reads(asked)).toBe(0);
  expect(await mine(asked, id)).toEqual([]);
  expect(await mine(clinician, id)).toMatchObject([{ kind: 'REFERRAL_RETURNED', due: inDays(0) }]);
  const [task] = (
    await ask(clinician, '{ worklist(kind: REFERRAL_RETURNED) { edges { node { id referral } } } }')
  ).data.worklist.edges.filter(({ node }: { node: { referral: string } }) => node.referral === id);
  await ask(clinician, 'mutation ($id: ID!) { finishTask(id: $id, result: ACKNOWLEDGED) { id } }', {
    id: task.node.id,
  });
  expect(await mine(clinician, id)).toEqual([]);
});

test('what was withdrawn, declined or is over opens nothing, and who it was is told no more', async () => {
  const first = await referred();
  expect((await decide(first, false)).codes).toEqual(['BAD_USER_INPUT']);
  expect((await decide(first, false, asked, 'No bed.')).data.decideReferral).toMatchObject({
    ...{ state: 'DECLINED', words: 'No bed.', person: null, patient: null },
  });
  expect(await mine(clinician, first)).toMatchObject([{ kind: 'REFERRAL_RETURNED' }]);
  expect((await decide(first, true)).data.decideReferral).toBeNull();
  const second = await referred();
  await decide(second, true);
  expect(await reads(asked)).toBe(1);
  expect((await withdraw(second)).data.withdrawReferral).toMatchObject({ state: 'WITHDRAWN' });
  expect(await reads(asked)).toBe(0);
  expect(await mine(asked, second)).toEqual([]);
  const third = await referred();
  await decide(third, true);
  await db.owner`update basic.referral set until_day = ${inDays(-1)}, ends_at = now() where patient_id = ${patientId} and state = 'ACCEPTED'`;
  expect(await reads(asked)).toBe(0);
  expect((await answer(third)).data.answerReferral).toBeNull();
  const { data } = await ask(
    clinician,
    `query ($id: ID!) { patient(id: $id) { referrals { id state } } }`,
    {
      id: encodeId('Patient', patientId),
    },
  );
  expect(data.patient.referrals).toEqual([
    { id: third, state: 'EXPIRED' },
    { id: second, state: 'WITHDRAWN' },
    { id: first, state: 'DECLINED' },
  ]);
});

test('only who cares for a patient refers, only who is asked decides, and nobody refers further', async () => {
  expect((await refer({}, asked)).data.referPatient).toBeNull();
  expect(
    (await refer({ to: encodeId('Institution', hospitals.here) })).data.referPatient,
  ).toBeNull();
  expect((await refer({ until: inDays(-1) })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await refer({ until: inDays(400) })).codes).toEqual(['BAD_USER_INPUT']);
  const id = await referred();
  // Once at a time to the same institution.
  expect((await refer()).data.referPatient).toBeNull();
  expect((await decide(id, true, clinician)).data.decideReferral).toBeNull();
  expect((await answer(id)).data.answerReferral).toBeNull();
  expect((await withdraw(id, asked)).data.withdrawReferral).toBeNull();
  await decide(id, true);
  expect((await answer(id, clinician)).data.answerReferral).toBeNull();
  expect(
    (await refer({ to: encodeId('Institution', hospitals.here) }, asked)).data.referPatient,
  ).toBeNull();
});

test('data managers of both institutions read who referred whom, and the audit says it', async () => {
  const id = await referred();
  await decide(id, true);
  const query =
    '{ auditedReferrals(openOnly: true) { id state referredBy decidedBy reason from { code } to { code } } }';
  for (const hospital of [hospitals.here, hospitals.there]) {
    const { data } = await ask(principalOf('DATA_MANAGER', hospital), query);
    expect(data.auditedReferrals).toContainEqual({
      ...{ id, state: 'ACCEPTED', reason: 'No linear accelerator here.' },
      ...{ referredBy: clinician.accountId, decidedBy: asked.accountId },
      ...{ from: { code: 'H1' }, to: { code: 'H2' } },
    });
  }
  const rows = await db.owner`
    select account_id, detail ->> 'referral' as what from basic.audit where action = 'referral'
      and ${patientId} = any(patient_ids) order by at, id`;
  expect(rows.map(({ account_id, what }) => [account_id, what])).toEqual([
    [clinician.accountId, 'made'],
    [asked.accountId, 'ACCEPTED'],
  ]);
});

test('a referral makes no care relationship: a death ends what waits, and the sender is claimed of as before', async () => {
  const id = await referred();
  await decide(id, true);
  const care = await db.owner`
    select institution_id from basic.care_relationship where patient_id = ${patientId}`;
  expect(care.map(({ institution_id }) => institution_id)).toEqual([hospitals.here]);
  await db.send(bundle('batch', { ...patient(`r${tests}`), deceasedDateTime: inDays(0) } as never));
  expect(await mine(asked, id)).toEqual([]);
  expect((await refer()).data.referPatient).toBeNull();
});
