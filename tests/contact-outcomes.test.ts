import { randomUUID } from 'node:crypto';
import type { Principal } from '@nodp/database';
import { encodeId, nationalDay } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { csvPart, hl7v2, ingest } from '@nodp/intake';
import { followup } from '@nodp/subgraph-followup';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createOutcomeEndpoint } from '../apps/gateway/src/outcomes/endpoint.ts';
import { everyone, hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { intake, type Setting, setUp } from './intake/setting.ts';

let db: Setting;
let endpoint: ReturnType<typeof createOutcomeEndpoint>;
const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));

/** Of each test, a patient of its own with a contact that is due. */
let key: string;
let patientId: string;
let contactId: string;

const appointment = (id: string, status: string, day: string) => ({
  resourceType: 'Appointment',
  id,
  status,
  description: '电话随访',
  start: `${day}T09:00:00+08:00`,
  end: `${day}T09:15:00+08:00`,
  participant: [{ actor: { reference: `urn:uuid:${key}` }, status: 'accepted' }],
});

beforeAll(async () => {
  db = await setUp();
  endpoint = createOutcomeEndpoint({ database: db.database, intake });
});
afterAll(() => db.end());
beforeEach(async () => {
  key = `p${randomUUID().slice(0, 8)}`;
  await db.send(
    bundle(
      'batch',
      // By its number as well: HL7 v2 names who it is about by that.
      patient(key, { identifier: [{ value: key }] }),
      cancer(`c${key}`, `urn:uuid:${key}`),
      appointment(`a${key}`, 'booked', inDays(-2)),
    ),
  );
  const [row] =
    await db.owner`select patient_id, id from followup.contact where source_id = ${`a${key}`}`;
  patientId = row?.patient_id;
  contactId = row?.id;
});

const post = async (path: string, body: object, who: Principal | null = coordinator) => {
  const response = await endpoint(
    new Request(`http://localhost/contact-outcomes${path}`, {
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
const enter = (outcome: string, more: object = {}, who?: Principal | null) =>
  post(
    '',
    {
      patient: encodeId('Patient', patientId),
      contact: encodeId('FollowupContact', patientId, contactId),
      outcome,
      on: inDays(0),
      ...more,
    },
    who,
  );
const worklist = async (state = 'OPEN') => {
  const { data, messages } = await askerOf(patients, db.database)(
    coordinator,
    `query ($id: ID!) { patient(id: $id) { tasks { kind state contact result note history { act by { id } } } } }`,
    { id: encodeId('Patient', patientId) },
  );
  expect(messages).toEqual([]);
  return data.patient.tasks.filter((task: { state: string }) => task.state === state);
};
const due = async () => {
  const { data, messages } = await askerOf(followup, db.database)(
    coordinator,
    '{ contactsDue(first: 200) { edges { node { id } } } }',
  );
  expect(messages).toEqual([]);
  return data.contactsDue.edges
    .map(({ node }: { node: { id: string } }) => node.id)
    .filter((id: string) => id === encodeId('FollowupContact', patientId, contactId));
};
const outcomes = async () => {
  const { data, messages } = await askerOf(followup, db.database)(
    coordinator,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient {
      contactOutcomes { outcome on note nextOn enteredBy own takenBackBy } diseaseStatuses { trend date } followupContacts { status at } } } }`,
    { r: [{ __typename: 'Patient', id: encodeId('Patient', patientId) }] },
  );
  expect(messages).toEqual([]);
  return data._entities[0];
};
const vital = async () =>
  (
    await db.owner`select vital_status, died_on::text, died_precision, cause_of_death_code, last_contact_on::text
      from patients.patient where patient_id = ${patientId}`
  )[0];

test('reached without disease: a contact, a status and the next contact are written under who entered them, and the task is done', async () => {
  expect(await due()).toHaveLength(1);
  expect(await worklist()).toMatchObject([
    { kind: 'CONTACT_DUE', contact: encodeId('FollowupContact', patientId, contactId) },
  ]);
  const stored = await enter('REACHED_NO_DISEASE', { note: '感觉良好' });
  expect(stored).toMatchObject({ status: 200, outcome: 'taken' });
  expect(await due()).toEqual([]);
  expect(await worklist()).toEqual([]);
  expect(await worklist('DONE')).toMatchObject([
    {
      kind: 'CONTACT_DUE',
      result: 'REACHED_NO_DISEASE',
      note: '感觉良好',
      history: [{ act: 'DONE', by: { id: coordinator.accountId } }],
    },
  ]);
  const told = await outcomes();
  expect(told.contactOutcomes).toMatchObject([
    { outcome: 'REACHED_NO_DISEASE', on: inDays(0), enteredBy: coordinator.accountId, own: true },
  ]);
  expect(told.diseaseStatuses).toEqual([{ trend: 'REMISSION', date: inDays(0) }]);
  // No plan says since when: in six months.
  expect(told.contactOutcomes[0].nextOn > inDays(175)).toBe(true);
  expect(told.followupContacts.map((c: { status: string }) => c.status).sort()).toEqual([
    'booked',
    'fulfilled',
    'proposed',
  ]);
  expect(await vital()).toMatchObject({ vital_status: 'ALIVE', last_contact_on: inDays(0) });
  const [submission] = await db.owner`
    select channel, account_id, status from basic.submission order by received_at desc limit 1`;
  expect(submission).toEqual({
    channel: 'entered',
    account_id: coordinator.accountId,
    status: 'accepted',
  });
  // Twice is once, and nothing waits for an answer.
  expect(await enter('NOT_REACHED')).toMatchObject({ status: 422, outcome: 'refused' });
  expect(await db.count('basic.submission', `status = 'received'`)).toBe(0);
});

test('with disease it says how the disease stands; what is missing or of another day is refused with the remedy', async () => {
  for (const wrong of [
    { outcome: 'REACHED_WITH_DISEASE' },
    { outcome: 'DIED' },
    { outcome: 'DIED', died: '2999' },
    { outcome: 'NOT_REACHED', on: inDays(1) },
    { outcome: 'NOT_REACHED', next: inDays(-3) },
  ])
    expect(await enter(wrong.outcome, wrong)).toMatchObject({ status: 422 });
  for (const wrong of [{ note: 'x'.repeat(501) }, { outcome: 'LOST' }, { more: 1 }])
    expect(await enter('NOT_REACHED', wrong)).toMatchObject({ status: 400 });
  expect(await db.count('followup.contact_outcome', `patient_id = '${patientId}'`)).toBe(0);
  expect(
    await enter('REACHED_WITH_DISEASE', { status: 'PROGRESSED', next: inDays(14) }),
  ).toMatchObject({ status: 200, nextOn: inDays(14) });
  expect((await outcomes()).diseaseStatuses).toMatchObject([{ trend: 'PROGRESSED' }]);
});

test('three attempts that fail over three months are a loss; a failed attempt never counts as a contact', async () => {
  const seen = (await vital())?.last_contact_on;
  await db.send(
    bundle(
      'batch',
      patient(key),
      appointment(`b${key}`, 'noshow', inDays(-120)),
      appointment(`d${key}`, 'noshow', inDays(-60)),
    ),
  );
  expect(await enter('WRONG_NUMBER')).toMatchObject({ status: 200, nextOn: inDays(46) });
  expect(await worklist()).toMatchObject([{ kind: 'LOST_TO_FOLLOW_UP' }]);
  expect((await vital())?.last_contact_on).toBe(seen);
  // Found after all: a contact that nobody planned ends it.
  expect(await enter('REACHED_NO_DISEASE', { contact: null })).toMatchObject({ status: 200 });
  expect(await worklist()).toEqual([]);
});

test('a refusal plans nothing more', async () => {
  expect(await enter('REFUSED')).toMatchObject({ status: 200, nextOn: null });
  expect(await worklist()).toEqual([]);
});

test('taken back, the records are withdrawn and the contact waits again', async () => {
  const stored = await enter('DIED', { died: '2026-05', cause: 'C34.1' });
  expect(stored).toMatchObject({ status: 200, nextOn: null });
  expect(await vital()).toMatchObject({
    vital_status: 'DEAD',
    died_on: '2026-05-01',
    died_precision: 'month',
    cause_of_death_code: 'C34.1',
  });
  expect(await worklist()).toEqual([]);
  const back = await post(`/${String(stored.id)}/take-back`, {});
  expect(back).toMatchObject({ status: 200 });
  expect((await vital())?.vital_status).not.toBe('DEAD');
  expect(await worklist()).toMatchObject([{ kind: 'CONTACT_DUE' }]);
  expect(await due()).toHaveLength(1);
  expect((await outcomes()).contactOutcomes[0].takenBackBy).toBe(coordinator.accountId);
  expect(await post(`/${String(stored.id)}/take-back`, {})).toMatchObject({ status: 422 });
});

test('nobody else enters: no other role, no other institution, no form of another site', async () => {
  expect(await enter('NOT_REACHED', {}, null)).toMatchObject({ status: 401 });
  for (const role of ['CLINICIAN', 'DATA_MANAGER', 'SYSTEM', 'ADMINISTRATOR'] as const)
    expect(await enter('NOT_REACHED', {}, everyone[role])).toMatchObject({ status: 403 });
  const stranger = principalOf('FOLLOWUP_COORDINATOR', hospitals.there);
  expect(await enter('NOT_REACHED', {}, stranger)).toMatchObject({ status: 422 });
  const stored = await enter('NOT_REACHED');
  expect(await post(`/${String(stored.id)}/take-back`, {}, stranger)).toMatchObject({
    status: 422,
  });
  expect(await post('/nothing/take-back', {})).toMatchObject({ status: 404 });
  const response = await endpoint(
    new Request('http://localhost/contact-outcomes', { method: 'POST', body: '{}' }),
    { principal: coordinator, requestId: 'test', callerRequestId: null } as never,
  );
  expect(response.status).toBe(400);
});

const waiting = () => db.owner`
  select (select count(*)::int from patients.task where patient_id = ${patientId} and state = 'OPEN') as tasks,
    (select count(*)::int from followup.questionnaire where patient_id = ${patientId} and state = 'OPEN') as links,
    (select count(*)::int from followup.symptom_alert where patient_id = ${patientId} and state = 'OPEN') as symptoms`;

const deaths: Record<string, () => Promise<unknown>> = {
  FHIR: () => db.send(bundle('batch', patient(key, { deceasedDateTime: '2026-06-01' }))),
  'HL7 v2': () =>
    db.database.session(everyone.SYSTEM, (session) =>
      ingest(session, intake, {
        channel: 'hl7v2',
        format: hl7v2(intake),
        content: Buffer.from(
          [
            'MSH|^~\\&|HIS|H1|NODP|N|20260601||ADT^A08|1|P|2.5.1||||||UNICODE UTF-8',
            'EVN|A08|20260601',
            // PID-29 and PID-30: when, and that, the patient died.
            [
              'PID',
              '1',
              '',
              `${key}^^^^MR`,
              '',
              '王^小明',
              '',
              '19500203',
              'M',
              ...Array(20).fill(''),
              '20260601',
              'Y',
            ].join('|'),
          ].join('\r'),
        ),
      }),
    ),
  CSV: () =>
    db.database.session(everyone.SYSTEM, (session) =>
      ingest(session, intake, {
        channel: 'csv',
        format: csvPart(intake.fhir, intake.csv, { kind: 'patient', line: 2, encoding: 'utf-8' }),
        content: Buffer.from(
          `patient_id,name,sex,birth_date,vital_status,death_date\n${key},王小明,male,1950-02-03,dead,2026-06-01\n`,
        ),
      }),
    ),
  'the call list': () => enter('DIED', { died: '2026-06-01' }),
};

test.each(Object.keys(deaths))(
  'a death by %s closes contacts, tasks, links and alerts',
  async (form) => {
    const [questionnaire, alert] = [randomUUID(), randomUUID()];
    await db.owner`insert into followup.questionnaire (patient_id, id, institution_id, token_hash, terms, made_by, expires_at)
    values (${patientId}, ${questionnaire}, ${hospitals.here}, ${Buffer.from(questionnaire)}, '{48}', 'x', now() + interval '1 day')`;
    await db.owner`insert into followup.symptom_alert (patient_id, id, questionnaire_id, term, because, grade, rule_version)
    values (${patientId}, ${alert}, ${questionnaire}, 48, 'COMPOSITE_3', 3, 1)`;
    expect((await waiting())[0]).toEqual({ tasks: 1, links: 1, symptoms: 1 });
    const told = (await deaths[form]?.()) as { issues?: unknown };
    expect(told.issues ?? []).toEqual([]);
    expect((await vital())?.vital_status).toBe('DEAD');
    expect((await waiting())[0]).toEqual({ tasks: 0, links: 0, symptoms: 0 });
    expect(await due()).toEqual([]);
  },
);

test('patients who are joined keep what was entered and answered of either', async () => {
  await enter('NOT_REACHED');
  const [questionnaire, alert] = [randomUUID(), randomUUID()];
  await db.owner`insert into followup.questionnaire (patient_id, id, institution_id, token_hash, terms, made_by, expires_at)
    values (${patientId}, ${questionnaire}, ${hospitals.here}, ${Buffer.from(questionnaire)}, '{48}', 'x', now() + interval '1 day')`;
  await db.owner`insert into followup.symptom_answer (patient_id, questionnaire_id, term, answers, grade, rule_version)
    values (${patientId}, ${questionnaire}, 48, '{3}', 3, 1)`;
  await db.owner`insert into followup.symptom_alert (patient_id, id, questionnaire_id, term, because, grade, rule_version)
    values (${patientId}, ${alert}, ${questionnaire}, 48, 'COMPOSITE_3', 3, 1)`;
  const replaced = { link: [{ type: 'replaced-by', other: { reference: `Patient/n${key}` } }] };
  await db.send(patient(`n${key}`));
  await db.send(patient(key, replaced));
  const [stored] =
    await db.owner`select patient_id from patients.patient_source where source_id = ${`n${key}`}`;
  patientId = stored?.patient_id;
  expect((await outcomes()).contactOutcomes).toMatchObject([{ outcome: 'NOT_REACHED' }]);
  expect((await waiting())[0]).toMatchObject({ links: 1, symptoms: 1 });
  expect(await db.count('followup.symptom_answer', `patient_id = '${patientId}'`)).toBe(1);
});

test('who is joined to another while an outcome is entered keeps none that stands with nobody', async () => {
  const entering = await db.owner.begin(async (transaction) => {
    // As a submission holds a patient that it joins to another.
    await transaction`select 1 from patients.patient where patient_id = ${patientId} for no key update`;
    const begun = enter('NOT_REACHED');
    await expect
      .poll(
        async () =>
          (
            await db.owner`select count(*)::int as n from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'`
          )[0]?.n,
      )
      .toBe(1);
    await transaction`delete from basic.care_relationship where patient_id = ${patientId}`;
    return { begun };
  });
  expect(await entering.begun).toMatchObject({ status: 422, outcome: 'refused' });
  expect(await db.count('followup.contact_outcome', `patient_id = '${patientId}'`)).toBe(0);
  expect(await db.count('followup.contact', `patient_id = '${patientId}'`)).toBe(1);
});
