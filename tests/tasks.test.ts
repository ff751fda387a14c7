import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { followup } from '@nodp/subgraph-followup';
import { patientLinks } from '@nodp/subgraph-followup/questionnaire';
import { renewTasksJob, tasksOutdated } from '@nodp/subgraph-patients/jobs';
import { expect, test } from 'vitest';
import { hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import {
  appointment,
  ask,
  cea,
  clinician,
  coordinator,
  db,
  finish,
  inDays,
  listed,
  manager,
  stage,
  undo,
  withTasks,
} from './tasks-fixture.ts';

withTasks();

test('a result that raises an alert puts a task into the clinicians’ worklist, in the same transaction', async () => {
  expect(await listed(clinician, 'kind: RECURRENCE_ALERT')).toEqual([]);
  await db.send(bundle('batch', patient('p1'), cea('m3', 3.4, '2024-09-10T08:00:00+08:00')));
  const [task, ...more] = await listed(clinician, 'kind: RECURRENCE_ALERT', 'patient { id }');
  expect(more).toEqual([]);
  expect(task).toMatchObject({
    rule: 'cea-ceawatch',
    due: inDays(14),
    state: 'OPEN',
    mine: true,
    assignee: null,
    history: [],
  });
  expect(task.why.en).toContain('two rises of 20 % or more');
  await db.send(bundle('batch', patient('p1'), cea('m4', 5, '2024-10-10T08:00:00+08:00')));
  expect(
    (await listed(clinician, 'kind: RECURRENCE_ALERT')).map((t: { id: string }) => t.id),
  ).toEqual([task.id]);
});

test('neither another institution nor another role finds it or acts on it', async () => {
  const [{ id }] = await listed(clinician, 'kind: RECURRENCE_ALERT');
  const stranger = principalOf('CLINICIAN', hospitals.there);
  expect(await listed(stranger)).toEqual([]);
  expect(await listed(coordinator, 'kind: RECURRENCE_ALERT')).toEqual([]);
  expect(await listed(principalOf('DATA_MANAGER', null))).toEqual([]);
  for (const by of [stranger, coordinator, manager]) {
    expect((await finish(by, id, 'DISMISSED', 'not mine')).data.finishTask).toBeNull();
    expect(
      (await ask(by, 'mutation ($ids: [ID!]!) { assignTasks(ids: $ids) { id } }', { ids: [id] }))
        .data.assignTasks,
    ).toEqual([]);
  }
  expect((await listed(clinician, 'kind: RECURRENCE_ALERT'))[0].history).toEqual([]);
});

test('assigned to a colleague, put off and taken back: each is an act, and the state before comes back', async () => {
  const [{ id }] = await listed(clinician, 'kind: RECURRENCE_ALERT');
  const assign =
    'mutation ($ids: [ID!]!, $to: String) { assignTasks(ids: $ids, assignee: $to) { assignee { id name { zh } } } }';
  const snooze =
    'mutation ($ids: [ID!]!, $until: PartialDate!) { snoozeTasks(ids: $ids, until: $until) { state } }';
  expect((await ask(clinician, assign, { ids: [id], to: 'far' })).codes).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect((await ask(clinician, assign, { ids: [id], to: 'li' })).data.assignTasks).toEqual([
    { assignee: { id: 'li', name: { zh: '李医生' } } },
  ]);
  expect(await listed(clinician, 'kind: RECURRENCE_ALERT, assignee: NOBODY')).toEqual([]);
  expect(await listed(clinician, 'kind: RECURRENCE_ALERT, assignee: ME')).toEqual([]);
  for (const until of [inDays(0), inDays(400), '2026-02-30'])
    expect((await ask(clinician, snooze, { ids: [id], until })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await ask(clinician, snooze, { ids: [id], until: inDays(3) })).data.snoozeTasks).toEqual([
    { state: 'SNOOZED' },
  ]);
  expect(await listed(clinician, 'kind: RECURRENCE_ALERT')).toEqual([]);
  expect(await listed(clinician, 'kind: RECURRENCE_ALERT, state: SNOOZED')).toHaveLength(1);
  expect((await undo(clinician, id)).data.undoTask.state).toBe('OPEN');
  expect((await undo(clinician, id)).data.undoTask).toBeNull();
  const [task] = await listed(clinician, 'kind: RECURRENCE_ALERT');
  expect(task.assignee).toEqual({ id: 'li' });
  expect(task.history.map(({ act }: { act: string }) => act)).toEqual([
    'UNDONE',
    'SNOOZED',
    'ASSIGNED',
  ]);
  const many = Array.from({ length: 101 }, () => id);
  expect((await ask(clinician, assign, { ids: many })).codes).toEqual(['BAD_USER_INPUT']);
});

test('done with a verdict it closes the alert, with who and why; the verdict stands', async () => {
  const [{ id }] = await listed(clinician, 'kind: RECURRENCE_ALERT');
  expect((await finish(clinician, id, 'ARRANGED')).codes).toEqual(['BAD_USER_INPUT']);
  expect((await finish(clinician, id, 'EXPLAINED')).codes).toEqual(['BAD_USER_INPUT']);
  expect((await finish(clinician, id, 'EXPLAINED', 'hepatitis')).data.finishTask).toEqual({
    state: 'DONE',
    result: 'EXPLAINED',
    note: 'hepatitis',
  });
  const [alert] = await db.owner`select state, reason, acted_by from patients.recurrence_alert`;
  expect(alert).toEqual({ state: 'EXPLAINED', reason: 'hepatitis', acted_by: clinician.accountId });
  expect((await finish(clinician, id, 'EXPLAINED', 'twice')).data.finishTask).toBeNull();
  expect((await undo(clinician, id)).data.undoTask).toBeNull();
  const [task] = await listed(clinician, 'kind: RECURRENCE_ALERT, state: DONE');
  expect(task.history[0]).toEqual({
    act: 'DONE',
    by: { id: clinician.accountId },
    result: 'EXPLAINED',
    note: 'hepatitis',
  });
  const [audit] =
    await db.owner`select detail from basic.audit where action = 'change' and detail ->> 'result' is not null
    order by at desc limit 1`;
  expect(audit?.detail).toMatchObject({ task: 'RECURRENCE_ALERT', result: 'EXPLAINED' });
});

test('an alert that somebody acted on elsewhere, or whose values are taken back, ends its task', async () => {
  await db.send(bundle('batch', patient('p1'), cea('m5', 5.1, '2024-11-10T08:00:00+08:00')));
  const later = [
    cea('m6', 7, '2025-01-10T08:00:00+08:00'),
    cea('m7', 9, '2025-03-10T08:00:00+08:00'),
  ];
  await db.send(bundle('batch', patient('p1'), ...later));
  const open = await listed(clinician, 'kind: RECURRENCE_ALERT');
  expect(open).toHaveLength(1);
  await db.send(
    bundle('batch', patient('p1'), { ...later[1], status: 'entered-in-error' } as never),
  );
  expect(await listed(clinician, 'kind: RECURRENCE_ALERT')).toEqual([]);
  const [ended] = await listed(clinician, 'kind: RECURRENCE_ALERT, state: ENDED');
  expect(ended.history[0]).toMatchObject({ act: 'ENDED', by: null });
});

test('what the schedule misses is overdue, by name and day; done elsewhere it stays done as records come', async () => {
  const [task] = await listed(clinician, 'kind: SURVEILLANCE_OVERDUE');
  expect(task.rule).toBe('surveillance-due');
  expect(task.why.en).toContain('CEA');
  expect(task.why.zh).toContain('逾期');
  expect((await finish(clinician, task.id, 'DONE_ELSEWHERE')).data.finishTask.state).toBe('DONE');
  await db.send(bundle('batch', patient('p1'), cea('m0', 30, '2024-01-02T08:00:00+08:00')));
  expect(await listed(clinician, 'kind: SURVEILLANCE_OVERDUE')).toEqual([]);
  expect((await undo(clinician, task.id)).data.undoTask).toEqual({ state: 'OPEN', result: null });
});

test('a contact stands a week before it is due; its failure counts, and three over three months are a loss', async () => {
  await db.send(
    bundle(
      'batch',
      patient('p2'),
      cancer('c2', 'urn:uuid:p2'),
      appointment('a1', 'noshow', inDays(-200)),
      appointment('a2', 'noshow', inDays(-120)),
      appointment('a3', 'booked', inDays(-2)),
      appointment('a4', 'booked', inDays(30)),
    ),
  );
  const contacts = await listed(coordinator, '', 'patient { id }');
  expect(contacts).toMatchObject([{ kind: 'CONTACT_DUE', due: inDays(-2), state: 'OPEN' }]);
  const [rechecks] =
    await db.owner`select recheck_on::text from patients.task_recheck l where recheck_on = ${inDays(23)}`;
  expect(rechecks).toBeDefined();
  // What comes of it is a record, entered on the call list or sent.
  expect((await finish(coordinator, contacts[0].id, 'NOT_REACHED')).codes).toEqual([
    'BAD_USER_INPUT',
  ]);
  await db.send(bundle('batch', patient('p2'), appointment('a3', 'noshow', inDays(-2))));
  const lost = await listed(coordinator);
  expect(lost).toMatchObject([{ kind: 'LOST_TO_FOLLOW_UP', due: inDays(-2) }]);
  expect(lost[0].why.en).toContain('3 attempts');
  // Reached by the hospital after all.
  await db.send(bundle('batch', patient('p2'), appointment('a5', 'fulfilled', inDays(0))));
  expect(await listed(coordinator)).toEqual([]);
});

test('the job of the day looks at those alone whose tasks the day changes', async () => {
  const run = () =>
    renewTasksJob(db.ownerUrl).run({
      parameters: {},
      attempt: 1,
      signal: new AbortController().signal,
      progress: async () => {},
    } as never);
  expect(await tasksOutdated(db.ownerUrl)).toBe(true);
  expect(await run()).toEqual({ patients: 2 });
  expect(await tasksOutdated(db.ownerUrl)).toBe(false);
  await db.owner`update followup.contact set at = now() + interval '1 day' where source_id = 'a4'`;
  await db.owner`update patients.task_recheck set recheck_on = current_date - 1 where recheck_on = ${inDays(23)}`;
  expect(await run()).toEqual({ patients: 1 });
  expect(await listed(coordinator)).toMatchObject([{ kind: 'CONTACT_DUE', due: inDays(1) }]);
  expect(await run()).toEqual({ patients: 0 });
});

test('a contradicted stage waits for the data manager, who sees no name; put right it ends', async () => {
  await db.send(
    bundle(
      'batch',
      patient('p1'),
      cancer('c1', 'urn:uuid:p1', {
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.2' }] },
        onsetDateTime: '2024-01-02',
      }),
      stage('t', 'cT2'),
      stage('n', 'cN0'),
      stage('m', 'cM0'),
      stage('g', 'IIIC'),
    ),
  );
  const [finding] = await db.owner`select count(*)::int as n from patients.stage_finding`;
  const tasks = await listed(manager, '', 'audited { id }');
  expect(tasks).toHaveLength(finding?.n);
  expect(tasks.length).toBeGreaterThan(0);
  expect(tasks[0]).toMatchObject({ kind: 'STAGE_CONTRADICTION', rule: 'stage-check' });
  expect((await finish(manager, tasks[0].id, 'RIGHT_AS_SENT')).codes).toEqual(['BAD_USER_INPUT']);
  expect((await finish(manager, tasks[0].id, 'SENT_BACK')).data.finishTask.state).toBe('DONE');
  expect(await listed(manager)).toHaveLength(tasks.length - 1);
});

test('a held record waits for the data manager of who sent it, until a good one is sent', async () => {
  const grams = { unit: 'g/L', system: 'http://unitsofmeasure.org', code: 'g/L' };
  const haemoglobin = (id: string, value: number) => ({
    ...cea(id, value, '2024-02-01'),
    code: { coding: [{ system: 'http://loinc.org', code: '718-7' }] },
    valueQuantity: { ...grams, value },
  });
  const waiting = async () =>
    (await listed(manager)).filter(({ kind }: { kind: string }) => kind === 'HELD_RECORD');
  const before = (await waiting()).length;
  const answer = await db.send(
    bundle('batch', patient('p1'), haemoglobin('held-1', 1455), haemoglobin('held-2', 1455)),
  );
  expect(answer.entries.map(({ outcome }) => outcome)).toEqual(['unchanged', 'held', 'held']);
  const tasks = await waiting();
  expect(tasks).toHaveLength(before + 2);
  expect(tasks[0]).toMatchObject({ state: 'OPEN', due: inDays(7) });
  expect(
    (await listed(principalOf('DATA_MANAGER', hospitals.there))).filter(
      ({ kind }: { kind: string }) => kind === 'HELD_RECORD',
    ),
  ).toEqual([]);
  expect((await finish(manager, tasks[0].id, 'SENT_BACK')).data.finishTask.state).toBe('DONE');
  expect(await waiting()).toHaveLength(before + 1);
  const [held] = await db.owner`select source_id from basic.held_record h join patients.task t
    on t.subject = h.id::text where t.kind = 'HELD_RECORD' and t.state = 'OPEN'`;
  await db.send(bundle('batch', patient('p1'), haemoglobin(held?.source_id, 145)));
  expect(await waiting()).toHaveLength(before);
});

test('counts are by kind with what may come of it, and every patient shown is audited', async () => {
  const { data } = await ask(
    clinician,
    '{ worklistCounts { kind title { zh } open overdue results noted } }',
  );
  expect(data.worklistCounts).toMatchObject([
    { kind: 'CRITICAL_VALUE', open: 0, results: ['ACKNOWLEDGED', 'ACTED'] },
    { kind: 'RECURRENCE_ALERT', open: 0, results: ['CONFIRMED', 'EXPLAINED', 'DISMISSED'] },
    { kind: 'SURVEILLANCE_OVERDUE', open: 1, overdue: 1 },
    { kind: 'TREATMENT_LATE', open: 0, noted: ['DONE_ELSEWHERE', 'NOT_WANTED'] },
    { kind: 'SYMPTOM_ALERT', open: 0, results: ['ACTED', 'DISMISSED'] },
    { kind: 'REFERRAL_RECEIVED', open: 0, results: [] },
    { kind: 'REFERRAL_TO_ANSWER', open: 0, results: [] },
    { kind: 'REFERRAL_RETURNED', open: 0, noted: ['ACTED'] },
    { kind: 'TUMOUR_BOARD', open: 0, results: [] },
    { kind: 'BOARD_DECISION', open: 0, noted: ['NOT_CARRIED_OUT', 'CARRIED_OUT_DIFFERENTLY'] },
  ]);
  const before = await db.count(
    'basic.audit',
    `action = 'read' and account_id = '${clinician.accountId}'`,
  );
  await listed(clinician);
  expect(
    await db.count('basic.audit', `action = 'read' and account_id = '${clinician.accountId}'`),
  ).toBeGreaterThan(before);
});

test('a death ends what waits in the transaction that tells of it, and nothing of it is undone', async () => {
  const of =
    await db.owner`select distinct patient_id from patients.task where kind = 'SURVEILLANCE_OVERDUE' and state = 'OPEN'`;
  expect(of).toHaveLength(1);
  const [{ id }] = await listed(clinician, 'kind: SURVEILLANCE_OVERDUE');
  const to =
    'mutation ($ids: [ID!]!, $to: String) { assignTasks(ids: $ids, assignee: $to) { id } }';
  await ask(clinician, to, { ids: [id], to: 'li' });
  await db.send(bundle('batch', patient('p1', { deceasedDateTime: '2025-06-01' })));
  expect(await listed(clinician)).toEqual([]);
  expect(
    await db.count('patients.task', `state = 'OPEN' and patient_id = '${of[0]?.patient_id}'`),
  ).toBe(0);
  expect((await undo(clinician, id)).data.undoTask).toBeNull();
  const { data } = await ask(
    clinician,
    'query ($id: ID!) { patient(id: $id) { tasks { state } } }',
    {
      id: encodeId('Patient', of[0]?.patient_id),
    },
  );
  expect(data.patient.tasks.length).toBeGreaterThan(1);
});

test('a critical value waits at intake until a clinician has read it; a value within the limits, or of long ago, does not', async () => {
  const potassium = (id: string, value: number, on: string) => ({
    ...{
      resourceType: 'Observation',
      id,
      status: 'final',
      effectiveDateTime: `${on}T08:00:00+08:00`,
    },
    subject: { reference: 'urn:uuid:p8' },
    code: { coding: [{ system: 'http://loinc.org', code: '2823-3' }] },
    valueQuantity: { value, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
  });
  await db.send(
    bundle(
      'batch',
      patient('p8'),
      cancer('c8', 'urn:uuid:p8'),
      potassium('k1', 6.8, inDays(-1)) as never,
      potassium('k2', 4.1, inDays(-1)) as never,
      potassium('k3', 7.1, inDays(-90)) as never,
    ),
  );
  const critical = async () =>
    (await listed(clinician)).filter(({ kind }: { kind: string }) => kind === 'CRITICAL_VALUE');
  const [task, ...more] = await critical();
  expect(more).toEqual([]);
  expect(task).toMatchObject({ kind: 'CRITICAL_VALUE', rule: 'critical-value', due: inDays(-1) });
  expect((await finish(clinician, task.id, 'ACKNOWLEDGED')).data.finishTask.state).toBe('DONE');
  expect(await critical()).toEqual([]);
  // Sent again, it stays read.
  await db.send(bundle('batch', patient('p8'), potassium('k1', 6.9, inDays(-1)) as never));
  expect(await critical()).toEqual([]);
});

test('a symptom that a patient reports by a link is a task within a minute, and its result closes the alert', async () => {
  await db.send(bundle('batch', patient('p9'), cancer('c9', 'urn:uuid:p9')));
  const [who] =
    await db.owner`select patient_id from patients.patient_source where source_id = 'p9'`;
  const { data } = await askerOf(followup, db.database)(
    clinician,
    'mutation ($patient: ID!) { makeSymptomQuestionnaire(patient: $patient, terms: [48], days: 7) { token } }',
    { patient: encodeId('Patient', who?.patient_id) },
  );
  const { token } = data.makeSymptomQuestionnaire;
  const links = patientLinks(db.database);
  await links.answer(token, 48, [1, 1, 1], { requestId: 'test' });
  expect(await tasksOutdated(db.ownerUrl)).toBe(false);
  await links.answer(token, 48, [4, 4, 4], { requestId: 'test' });
  expect(await tasksOutdated(db.ownerUrl)).toBe(true);
  await renewTasksJob(db.ownerUrl).run({
    parameters: {},
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => {},
  } as never);
  const [task, ...more] = await listed(clinician, 'kind: SYMPTOM_ALERT');
  expect(more).toEqual([]);
  expect(task).toMatchObject({ due: inDays(2), state: 'OPEN', rule: 'pro-ctcae-composite' });
  expect(task.why.en).toContain('composite grade 3');
  expect((await finish(clinician, task.id, 'ACTED')).codes).toEqual(['BAD_USER_INPUT']);
  expect((await finish(clinician, task.id, 'ACTED', 'called')).data.finishTask).toMatchObject({
    state: 'DONE',
  });
  const [alert] =
    await db.owner`select state, reason from followup.symptom_alert where patient_id = ${who?.patient_id}`;
  expect(alert).toEqual({ state: 'ACTED', reason: 'called' });
  expect((await undo(clinician, task.id)).data.undoTask).toBeNull();
});
