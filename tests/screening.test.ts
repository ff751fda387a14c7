import { randomUUID } from 'node:crypto';
import type { Principal } from '@nodp/database';
import { encodeId, nationalDay } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { csvPart, ingest } from '@nodp/intake';
import { followup } from '@nodp/subgraph-followup';
import { patients } from '@nodp/subgraph-patients';
import { renewTasksJob } from '@nodp/subgraph-patients/jobs';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRoundEndpoint } from '../apps/gateway/src/screening/endpoint.ts';
import { everyone, hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { intake, type Setting, setUp } from './intake/setting.ts';

let db: Setting;
let endpoint: ReturnType<typeof createRoundEndpoint>;
const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));

/** Of each test, a person of its own. */
let key: string;
let patientId: string;

beforeAll(async () => {
  db = await setUp();
  await switchRulesOfDemonstration(db.owner);
  endpoint = createRoundEndpoint({ database: db.database, intake });
});
afterAll(() => db.end());
beforeEach(async () => {
  key = `p${randomUUID().slice(0, 8)}`;
  await db.send(bundle('batch', patient(key)));
  const [row] =
    await db.owner`select patient_id from patients.patient_source where source_id = ${key}`;
  patientId = row?.patient_id;
});

const post = async (path: string, body: object, who: Principal | null = coordinator) => {
  const response = await endpoint(
    new Request(`http://localhost/screening-rounds${path}`, {
      method: 'POST',
      headers: { 'x-nodp-csrf': '1' },
      body: JSON.stringify(body),
    }),
    { principal: who, requestId: 'test', callerRequestId: null } as never,
  );
  return {
    ...((await response.json()) as { outcome?: string; problems?: { en: string }[] }),
    status: response.status,
  };
};
const enter = (said: object, who?: Principal | null) =>
  post('', { patient: encodeId('Patient', patientId), programme: 'lung', ...said }, who);

const ask = async (query: string, variables: object = {}, who = coordinator) => {
  const { data, messages } = await askerOf(followup, db.database)(who, query, variables as never);
  expect(messages).toEqual([]);
  return data;
};
const stands = async (who?: Principal) =>
  (
    await ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient {
        screening { programme { id } step invited tested result due overdue cannot { en } diagnosed broadStage intervalCancer
          intervalCannot { en } }
        screeningRounds { id programme { en } invited declined tested result meaning { en } } } } }`,
      { r: [{ __typename: 'Patient', id: encodeId('Patient', patientId) }] },
      who,
    )
  )._entities[0];
const listed = async (view: string, programme = 'lung', who?: Principal) =>
  (
    await ask(
      `query ($p: String!, $v: ScreeningView) { screeningPersons(programme: $p, view: $v, first: 200) { edges { node { patient { id } } } } }`,
      { p: programme, v: view },
      who,
    )
  ).screeningPersons.edges.filter(
    ({ node }: { node: { patient: { id: string } } }) =>
      node.patient.id === encodeId('Patient', patientId),
  ).length;
const worklist = async (state = 'OPEN') => {
  const { data, messages } = await askerOf(patients, db.database)(
    coordinator,
    'query ($id: ID!) { patient(id: $id) { tasks { kind state due why { en zh } rule } } }',
    { id: encodeId('Patient', patientId) },
  );
  expect(messages).toEqual([]);
  return data.patient.tasks.filter((task: { state: string }) => task.state === state);
};

test('invited, attended, recalled, overdue, a task; the next test ends it', async () => {
  expect(await enter({ invited: inDays(-260) })).toMatchObject({ status: 200, outcome: 'taken' });
  expect((await stands()).screening).toMatchObject([
    { step: 'INVITED', due: null, overdue: false },
  ]);
  expect(await listed('INVITED')).toBe(1);
  await enter({ invited: inDays(-250), tested: inDays(-240), result: '4A' });
  expect((await stands()).screening).toMatchObject([
    { programme: { id: 'lung' }, step: 'RECALLED', result: '4A', overdue: true, cannot: null },
  ]);
  expect([await listed('OVERDUE'), await listed('INVITED'), await listed('ALL')]).toEqual([
    1, 0, 1,
  ]);
  expect(await worklist()).toMatchObject([{ kind: 'SCREENING_RECALL', rule: 'screening-course' }]);
  await enter({ tested: inDays(-1), result: '2' });
  expect((await stands()).screening).toMatchObject([{ step: 'NEGATIVE', overdue: false }]);
  expect([await listed('OVERDUE'), await listed('DUE')]).toEqual([0, 1]);
  expect(await worklist()).toEqual([]);
  expect(await worklist('ENDED')).toMatchObject([{ kind: 'SCREENING_RECALL' }]);
});

test('sent twice it is once; taken back it is withdrawn, and what a system sent is the system’s to correct', async () => {
  await enter({ tested: inDays(-5), result: '4B' });
  const [round] = (await stands()).screeningRounds;
  expect(round).toMatchObject({ result: '4B', meaning: { en: 'very suspicious' } });
  expect(await worklist()).toMatchObject([{ kind: 'SCREENING_RECALL', due: inDays(-5) }]);
  const stranger = principalOf('FOLLOWUP_COORDINATOR', hospitals.there);
  expect(await post(`/${round.id}/take-back`, {}, stranger)).toMatchObject({ status: 422 });
  expect(await post(`/${round.id}/take-back`, {})).toMatchObject({ status: 200 });
  expect(await stands()).toEqual({ screening: [], screeningRounds: [] });
  expect(await worklist()).toEqual([]);
  expect(await post('/nothing/take-back', {})).toMatchObject({ status: 404 });
  const file = () =>
    db.database.session(everyone.SYSTEM, (session) =>
      ingest(session, intake, {
        channel: 'csv',
        format: csvPart(intake.fhir, intake.csv, { kind: 'screening', line: 2, encoding: 'utf-8' }),
        content: Buffer.from(
          `patient_id,programme,invited_on,tested_on,test,result\n${key},lung,2026-01-05,2026-01-20,ldct,1\n`,
        ),
      }),
    );
  expect((await file()).issues).toEqual([]);
  await file();
  const { screening, screeningRounds } = await stands();
  expect(screeningRounds).toHaveLength(1);
  expect(screening).toMatchObject([{ step: 'NEGATIVE', due: '2027-01-20', invited: '2026-01-05' }]);
  expect(await post(`/${screeningRounds[0].id}/take-back`, {})).toMatchObject({ status: 422 });
});

test('a cancer after a negative test and before the next is an interval cancer; of an unknown day it cannot be judged', async () => {
  await enter({ tested: inDays(-200), result: '1' });
  const found = (onset?: string) =>
    db.send(
      bundle(
        'batch',
        patient(key),
        cancer(`c${key}`, `urn:uuid:${key}`, {
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C34.1' }] },
          ...(onset === undefined ? {} : { onsetDateTime: onset }),
        }),
      ),
    );
  await found(inDays(-30));
  expect((await stands()).screening).toMatchObject([
    { step: 'DIAGNOSED', intervalCancer: true, diagnosed: inDays(-30), broadStage: 'UNKNOWN' },
  ]);
  expect([await listed('INTERVAL_CANCER'), await listed('DIAGNOSED')]).toEqual([1, 1]);
  await found(inDays(-30).slice(0, 4));
  expect((await stands()).screening).toMatchObject([
    { intervalCancer: null, intervalCannot: { en: 'the day is not known' } },
  ]);
  expect(await listed('CANNOT_BE_JUDGED')).toBe(1);
});

test('a death ends the recall and its task in the same transaction', async () => {
  await enter({ tested: inDays(-240), result: '3' });
  expect(await worklist()).toHaveLength(1);
  await db.send(bundle('batch', patient(key, { deceasedDateTime: inDays(-2) })));
  expect(await worklist()).toEqual([]);
  expect((await stands()).screening).toMatchObject([
    { step: 'RECALLED', due: null, overdue: false },
  ]);
  expect(await listed('OVERDUE')).toBe(0);
  expect(await enter({ invited: inDays(-1) })).toMatchObject({ status: 422 });
});

test('what a programme has no source for is said, and no date is invented', async () => {
  await enter({ programme: 'cervix', tested: inDays(-20), test: 'cytology', result: 'NILM' });
  expect((await stands()).screening).toMatchObject([
    { step: 'NEGATIVE', due: null, cannot: { en: 'no source was found for the interval' } },
  ]);
  expect(await listed('CANNOT_BE_JUDGED', 'cervix')).toBe(1);
});

test('what is wrong is refused with how to correct it, and nothing is kept', async () => {
  for (const [said, en] of [
    [{}, 'Enter an invitation'],
    [{ tested: inDays(1), result: '1' }, 'not after today'],
    [{ tested: '2026-05', result: '1' }, 'Days are whole'],
    [{ invited: inDays(-1), tested: inDays(-2) }, 'not before its invitation'],
    [{ tested: inDays(-2), result: '9Z' }, 'none of the test’s scale'],
    [{ invited: inDays(-2), result: '1' }, 'needs the day of its test'],
    [{ programme: 'cervix', tested: inDays(-2) }, 'which test'],
    [{ programme: 'skin', tested: inDays(-2) }, 'no such programme'],
  ] as const) {
    const answer = await enter(said);
    expect(answer).toMatchObject({ status: 422, outcome: 'refused' });
    expect(answer.problems?.[0]?.en).toContain(en);
  }
  expect(await enter({ more: 1 })).toMatchObject({ status: 400 });
  expect(await db.count('followup.screening', `patient_id = '${patientId}'`)).toBe(0);
});

test('nobody else enters or reads: no other role, no other institution', async () => {
  expect(await enter({ invited: inDays(-1) }, null)).toMatchObject({ status: 401 });
  for (const role of ['DATA_MANAGER', 'SYSTEM', 'ADMINISTRATOR', 'RESEARCHER'] as const)
    expect(await enter({ invited: inDays(-1) }, everyone[role])).toMatchObject({ status: 403 });
  const stranger = principalOf('CLINICIAN', hospitals.there);
  expect(await enter({ invited: inDays(-1) }, stranger)).toMatchObject({ status: 422 });
  expect(await enter({ invited: inDays(-1) }, everyone.CLINICIAN)).toMatchObject({ status: 200 });
  expect(await listed('ALL')).toBe(1);
  expect(await listed('ALL', 'lung', stranger)).toBe(0);
  const rechecks = await db.owner`
    select 1 from basic.audit e where e.account_id = ${coordinator.accountId} and ${patientId}::uuid = any (e.patient_ids)`;
  expect(rechecks.length).toBeGreaterThan(0);
});

test('with time alone a recall becomes a task by the job of the day', async () => {
  await enter({ tested: inDays(-240), result: '3' });
  await db.owner`delete from patients.task where patient_id = ${patientId}`;
  await db.owner`update patients.task_recheck set recheck_on = current_date where patient_id = ${patientId}`;
  await db.owner`insert into patients.task_recheck (patient_id, recheck_on) values (${patientId}, current_date) on conflict do nothing`;
  await renewTasksJob(db.ownerUrl).run({
    ...{ parameters: {}, attempt: 1, signal: new AbortController().signal },
    progress: async () => {},
  } as never);
  expect(await worklist()).toMatchObject([{ kind: 'SCREENING_RECALL' }]);
});
