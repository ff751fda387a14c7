import { randomUUID } from 'node:crypto';
import type { Principal } from '@nodp/database';
import { encodeId, nationalDay } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { followup } from '@nodp/subgraph-followup';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPlanEndpoint } from '../apps/gateway/src/plans/endpoint.ts';
import { everyone, hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { intake, type Setting, setUp } from './intake/setting.ts';

let db: Setting;
let endpoint: ReturnType<typeof createPlanEndpoint>;
const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));

/** Of each test, a patient of its own with a plan that the hospital's system sent. */
let key: string;
let patientId: string;

const sentPlan = () => ({
  resourceType: 'CarePlan',
  id: `sent${key}`,
  status: 'active',
  intent: 'plan',
  title: '系统发送的计划',
  subject: { reference: `urn:uuid:${key}` },
  period: { start: '2026-01-05' },
});

beforeAll(async () => {
  db = await setUp();
  endpoint = createPlanEndpoint({ database: db.database, intake });
});
afterAll(() => db.end());
beforeEach(async () => {
  key = `p${randomUUID().slice(0, 8)}`;
  await db.send(bundle('batch', patient(key), cancer(`c${key}`, `urn:uuid:${key}`), sentPlan()));
  const [row] =
    await db.owner`select patient_id from followup.plan where source_id = ${`sent${key}`}`;
  patientId = row?.patient_id;
});

const post = async (path: string, body: object, who: Principal | null = coordinator) => {
  const response = await endpoint(
    new Request(`http://localhost/followup-plans${path}`, {
      method: 'POST',
      headers: { 'x-nodp-csrf': '1' },
      body: JSON.stringify(body),
    }),
    { principal: who, requestId: 'test', callerRequestId: null } as never,
  );
  return {
    ...((await response.json()) as { id?: string; outcome?: string }),
    status: response.status,
  };
};
const plan = () => ({
  patient: encodeId('Patient', patientId),
  what: '结直肠癌术后随访',
  status: 'active',
  started: inDays(0),
  activities: [
    { what: 'CEA', status: 'not-started' },
    { what: '胸腹部CT', status: 'scheduled' },
  ],
});
const enter = (more: object = {}, who?: Principal | null) => post('', { ...plan(), ...more }, who);
const told = async () => {
  const { data, messages } = await askerOf(followup, db.database)(
    coordinator,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient {
      followupPlans { id own status startedOn endedOn what { label { zh } } activities { what { label { zh } } status } }
      followupContacts { status at venue what { label { zh } } } } } }`,
    { r: [{ __typename: 'Patient', id: encodeId('Patient', patientId) }] },
  );
  expect(messages).toEqual([]);
  const { followupPlans, followupContacts } = data._entities[0];
  return {
    own: followupPlans.filter(({ own }: { own: boolean }) => own),
    others: followupPlans.filter(({ own }: { own: boolean }) => !own),
    contacts: followupContacts,
  };
};

test('a plan is made with an appointment at a place, changed, and ended with what was still to come', async () => {
  const visit = { on: inDays(30), at: '09:30', venue: '门诊楼三层' };
  const made = await enter({ visit });
  expect(made).toMatchObject({ status: 200, outcome: 'taken' });
  const first = await told();
  expect(first.own).toMatchObject([
    {
      ...{ id: made.id, status: 'active', startedOn: inDays(0), endedOn: null },
      what: { label: { zh: '结直肠癌术后随访' } },
      activities: [
        { what: { label: { zh: 'CEA' } }, status: 'not-started' },
        { what: { label: { zh: '胸腹部CT' } }, status: 'scheduled' },
      ],
    },
  ]);
  expect(first.others).toHaveLength(1);
  expect(first.contacts).toMatchObject([{ status: 'booked', venue: '门诊楼三层' }]);
  expect(new Date(first.contacts[0].at).toISOString()).toBe(`${inDays(30)}T01:30:00.000Z`);

  const activities = [{ what: 'CEA', status: 'completed' }];
  expect(await enter({ plan: made.id, activities })).toMatchObject({ status: 200, id: made.id });
  expect((await told()).own).toMatchObject([{ status: 'active', activities: [{}] }]);

  const over = { plan: made.id, status: 'completed', ended: inDays(0) };
  expect(await enter({ ...over, callOff: true })).toMatchObject({ status: 200 });
  const last = await told();
  expect(last.own).toMatchObject([{ status: 'completed', endedOn: inDays(0) }]);
  expect(last.contacts).toMatchObject([{ status: 'cancelled', venue: '门诊楼三层' }]);
  const [submission] = await db.owner`
    select channel, account_id, status from basic.submission order by received_at desc limit 1`;
  expect(submission).toEqual({
    ...{ channel: 'entered', account_id: coordinator.accountId, status: 'accepted' },
  });
});

test('a plan that is over is written about no more', async () => {
  const made = await enter();
  const facts = () => db.owner`
    select followup.message_facts(${patientId}, ${hospitals.here}, 'PLAN', id::text) as facts from followup.plan
    where patient_id = ${patientId} and source_id like 'plan-%'`;
  expect((await facts())[0]?.facts).toMatchObject({ what: '结直肠癌术后随访' });
  await enter({ plan: made.id, status: 'revoked', ended: inDays(0) });
  expect((await facts())[0]?.facts).toBeNull();
});

test('a plan may list nothing to be done', async () => {
  expect(await enter({ activities: [] })).toMatchObject({ status: 200 });
  expect((await told()).own).toMatchObject([{ activities: [] }]);
});

test('made in error it is withdrawn, and kept as a former version', async () => {
  const made = await enter();
  expect(await post(`/${String(made.id)}/take-back`, {})).toMatchObject({ status: 200 });
  expect((await told()).own).toEqual([]);
  expect(await post(`/${String(made.id)}/take-back`, {})).toMatchObject({ status: 422 });
});

test('what cannot be is refused with the remedy', async () => {
  for (const wrong of [
    { what: ' ' },
    { started: 'soon' },
    { ended: inDays(-1) },
    { status: 'completed' },
    { status: 'completed', ended: inDays(1) },
    { visit: { on: inDays(-1), at: '09:30', venue: null } },
    { activities: [{ what: '', status: 'not-started' }] },
  ])
    expect(await enter(wrong)).toMatchObject({ status: 422 });
  for (const wrong of [
    { what: 'x'.repeat(201) },
    { status: 'entered-in-error' },
    { more: 1 },
    { visit: { on: inDays(1), at: '24:00', venue: null } },
    { activities: Array(31).fill({ what: 'CEA', status: 'not-started' }) },
  ])
    expect(await enter(wrong)).toMatchObject({ status: 400 });
  expect((await told()).own).toEqual([]);
});

test('a plan that a system sent, and one of the dead, are not changed here', async () => {
  const [sent] = (await told()).others;
  expect(await enter({ plan: sent.id })).toMatchObject({ status: 422 });
  expect(await post(`/${sent.id}/take-back`, {})).toMatchObject({ status: 422 });
  const made = await enter();
  await db.send(bundle('batch', patient(key, { deceasedDateTime: '2026-06-01' })));
  expect(await enter({ plan: made.id })).toMatchObject({ status: 422 });
  expect(await enter()).toMatchObject({ status: 422 });
});

test('nobody else makes one: no other role, no other institution', async () => {
  expect(await enter({}, null)).toMatchObject({ status: 401 });
  for (const role of ['CLINICIAN', 'DATA_MANAGER', 'SYSTEM', 'ADMINISTRATOR'] as const)
    expect(await enter({}, everyone[role])).toMatchObject({ status: 403 });
  const stranger = principalOf('FOLLOWUP_COORDINATOR', hospitals.there);
  expect(await enter({}, stranger)).toMatchObject({ status: 422 });
  const made = await enter();
  expect(await enter({ plan: made.id }, stranger)).toMatchObject({ status: 422 });
  expect(await post(`/${String(made.id)}/take-back`, {}, stranger)).toMatchObject({ status: 422 });
  expect(await post('/nothing/take-back', {})).toMatchObject({ status: 404 });
});
