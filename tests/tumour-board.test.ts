import { encodeId } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { expect, test } from 'vitest';
import { hospitals } from './fixtures.ts';
import { bundle, patient } from './intake/examples.ts';
import {
  add,
  added,
  ask,
  clinician,
  coordinator,
  DECISION,
  db,
  decide,
  inDays,
  keep,
  key,
  manager,
  meetingOf,
  patientId,
  read,
  SHOWN,
  say,
  stranger,
  tasks,
  withTumourBoard,
} from './tumour-board-fixture.ts';

withTumourBoard();

test('a patient is put before the board, waits in the worklist until it decides, and the decision waits to be done', async () => {
  const id = await added();
  expect(await read(id)).toMatchObject({
    state: 'WAITING',
    presenter: 'Dr Li',
    meeting: { on: inDays(3) },
    tumour: null,
    decisions: [],
  });
  expect(await tasks()).toMatchObject([
    { kind: 'TUMOUR_BOARD', due: inDays(3), boardCase: id, state: 'OPEN' },
  ]);
  expect((await tasks())[0].why.en).toContain('Operate first');
  // What the board asks is not the coordinator's, who reads the patient and works at other tasks.
  expect(await tasks('OPEN', coordinator)).toEqual([]);
  const { data, messages } = await decide(id, 0);
  expect(messages).toEqual([]);
  expect(data.recordBoardDecision).toMatchObject({
    state: 'DECIDED',
    decisions: [
      { ...DECISION, version: 1, correction: null, enteredBy: clinician.accountId, outcomes: [] },
    ],
  });
  expect(await tasks()).toMatchObject([
    { kind: 'BOARD_DECISION', due: inDays(14), boardCase: id, state: 'OPEN' },
  ]);
  expect((await say(id, 1, 'NOT_CARRIED_OUT')).codes).toEqual(['BAD_USER_INPUT']);
  expect(
    (await say(id, 1, 'NOT_CARRIED_OUT', 'patient refused')).data.recordBoardOutcome.decisions[0]
      .outcomes,
  ).toEqual([
    { outcome: 'NOT_CARRIED_OUT', note: 'patient refused', enteredBy: clinician.accountId },
  ]);
  expect(await tasks()).toEqual([]);
  expect(await tasks('DONE')).toMatchObject([
    {
      kind: 'BOARD_DECISION',
      result: 'NOT_CARRIED_OUT',
      note: 'patient refused',
      history: [{ act: 'DONE', by: { id: clinician.accountId } }],
    },
  ]);
  // The latest holds, and the one before stays.
  const { data: again } = await say(
    id,
    1,
    'CARRIED_OUT_DIFFERENTLY',
    'agreed after all, elsewhere',
  );
  expect(
    again.recordBoardOutcome.decisions[0].outcomes.map(
      ({ outcome }: { outcome: string }) => outcome,
    ),
  ).toEqual(['CARRIED_OUT_DIFFERENTLY', 'NOT_CARRIED_OUT']);
});

test('said in the worklist, what became of a decision is the same record', async () => {
  const id = await added();
  await decide(id, 0);
  const [task] = await tasks();
  const { data, messages } = await ask(
    clinician,
    'mutation ($id: ID!) { finishTask(id: $id, result: CARRIED_OUT) { state } }',
    { id: task.id },
  );
  expect(messages).toEqual([]);
  expect(data.finishTask).toEqual({ state: 'DONE' });
  expect((await read(id)).decisions[0].outcomes).toMatchObject([{ outcome: 'CARRIED_OUT' }]);
  // It is corrected with the decision, not in the worklist.
  const undone = await ask(clinician, 'mutation ($id: ID!) { undoTask(id: $id) { state } }', {
    id: task.id,
  });
  expect(undone.data.undoTask).toBeNull();
});

test('a correction is a version with a reason; the one before stays as it was and its task ends', async () => {
  const id = await added();
  await decide(id, 0);
  const [before] = await tasks();
  expect((await decide(id, 1, { decision: 'Operation.' })).codes).toEqual(['BAD_USER_INPUT']);
  const corrected = {
    decision: 'Operation.',
    correction: 'The lobe was mistaken.',
    dueOn: inDays(7),
  };
  const { data } = await decide(id, 1, corrected);
  expect(data.recordBoardDecision.decisions).toMatchObject([
    { version: 2, decision: 'Operation.', correction: 'The lobe was mistaken.' },
    { version: 1, decision: DECISION.decision, correction: null },
  ]);
  expect(await tasks()).toMatchObject([{ kind: 'BOARD_DECISION', due: inDays(7) }]);
  expect((await tasks('ENDED')).map((one: { id: string }) => one.id)).toContain(before.id);
  // What became of a former version is not asked any more, and who has not read the latest is told.
  expect((await say(id, 1, 'CARRIED_OUT')).data.recordBoardOutcome).toBeNull();
  expect((await decide(id, 1, corrected)).data.recordBoardDecision).toBeNull();
  // Nobody of the application changes or removes one.
  await db.database.session(clinician, async (session) => {
    for (const text of [
      "update patients.board_decision set decision = 'x'",
      'delete from patients.board_decision',
      'delete from patients.board_outcome',
    ])
      await session.run({ text, bind: () => [] });
  });
  expect(
    await db.count('patients.board_decision', `decision <> 'x' and patient_id = '${patientId}'`),
  ).toBe(2);
});

test('a decision without a day makes no task', async () => {
  const id = await added();
  await decide(id, 0, { dueOn: null });
  expect(await tasks()).toEqual([]);
});

test('neither another institution nor another role reads the board or writes to it', async () => {
  const meeting = await meetingOf();
  const { id } = (await add(meeting)).data.addBoardCase;
  await decide(id, 0);
  for (const by of [stranger, coordinator, manager, principalOf('CLINICIAN', null)]) {
    expect(await read(id, by)).toBeFalsy();
    const { data } = await ask(
      by,
      `{ boardMeetings(fromDay: "${inDays(0)}", toDay: "${inDays(9)}") { name } }`,
    );
    expect(data?.boardMeetings ?? []).toEqual([]);
    expect((await add(meeting, by)).data?.addBoardCase ?? null).toBeNull();
    const decided = await decide(id, 1, { correction: 'not mine' }, by);
    expect(decided.data?.recordBoardDecision ?? null).toBeNull();
    const changed = await keep('X', inDays(4), { id: meeting }, by);
    expect(changed.data?.saveBoardMeeting ?? null).toBeNull();
  }
  expect(await read(id)).toMatchObject({ meeting: { on: inDays(3) }, decisions: [{ version: 1 }] });
  // Row-level security by itself: sessions that ask no resolver find nothing.
  for (const by of [stranger, coordinator, manager])
    for (const table of ['board_meeting', 'board_case', 'board_decision'])
      expect(
        await db.database.session(by, (session) =>
          session.run({ text: `select 1 from patients.${table}`, bind: () => [] }),
        ),
      ).toEqual([]);
});

test('a patient of nobody’s care is not put before the board, nor one twice, nor a tumour of another', async () => {
  const meeting = await meetingOf();
  const nobody = { patient: encodeId('Patient', hospitals.here) };
  expect((await add(meeting, clinician, nobody)).data.addBoardCase).toBeNull();
  const [other] =
    await db.owner`select patient_id, id from patients.tumour where patient_id <> ${patientId} limit 1`;
  const tumour = encodeId('Tumour', other?.patient_id, other?.id);
  expect((await add(meeting, clinician, { tumour })).data.addBoardCase).toBeNull();
  const [own] = await db.owner`select id from patients.tumour where patient_id = ${patientId}`;
  const mine = encodeId('Tumour', patientId, own?.id);
  expect((await add(meeting, clinician, { tumour: mine })).data.addBoardCase.tumour.id).toBe(mine);
  expect((await add(meeting)).data.addBoardCase).toBeNull();
});

test('the order of a meeting is kept; a case withdrawn waits no more and comes last', async () => {
  const meeting = await meetingOf();
  const ids: string[] = [];
  const whose: string[] = [];
  for (const name of ['x', 'y', 'z']) {
    await db.send(bundle('batch', patient(`${key}${name}`)));
    const [row] =
      await db.owner`select patient_id from patients.patient_source where source_id = ${`${key}${name}`}`;
    whose.push(encodeId('Patient', row?.patient_id));
    const { data } = await add(meeting, clinician, { patient: whose.at(-1) });
    ids.push(data.addBoardCase.id);
  }
  const order = async () => {
    const { data } = await ask(
      clinician,
      `{ boardMeetings(fromDay: "${inDays(3)}", toDay: "${inDays(3)}") { id cases { id patient { id } } } }`,
    );
    const found = data.boardMeetings.find((one: { id: string }) => one.id === meeting);
    return found.cases.map((one: { id: string }) => one.id);
  };
  expect(await order()).toEqual(ids);
  const [x, y, z] = ids as [string, string, string];
  await ask(
    clinician,
    'mutation ($m: ID!, $c: [ID!]!) { orderBoardCases(meeting: $m, cases: $c) { id } }',
    { m: meeting, c: [z, x] },
  );
  expect(await order()).toEqual([z, x, y]);
  const { data } = await ask(
    clinician,
    `mutation ($id: ID!) { withdrawBoardCase(id: $id, reason: "moved away") { ${SHOWN} } }`,
    { id: z },
  );
  expect(data.withdrawBoardCase).toMatchObject({
    state: 'WITHDRAWN',
    withdrawnReason: 'moved away',
  });
  expect(await order()).toEqual([x, y, z]);
  expect(
    await db.count('patients.task', `kind = 'TUMOUR_BOARD' and state = 'ENDED'`),
  ).toBeGreaterThan(0);
  expect((await decide(z, 0)).data.recordBoardDecision).toBeNull();
});

test('a meeting put off takes its tasks along, and a cancelled one says so', async () => {
  const meeting = await meetingOf();
  await add(meeting);
  const name = `Lung board ${key}`;
  expect((await keep(name, inDays(3))).data.saveBoardMeeting).toBeNull();
  expect((await keep(name, inDays(6), { id: meeting })).data.saveBoardMeeting.on).toBe(inDays(6));
  expect(await tasks()).toMatchObject([{ due: inDays(6) }]);
  const { data } = await keep(name, inDays(6), { id: meeting, cancelled: true });
  expect(data.saveBoardMeeting.cancelled).toBe(true);
  expect((await tasks())[0].why.en).toContain('cancelled');
  expect((await add(meeting)).data.addBoardCase).toBeNull();
});

test('a death ends what waits for the board and what it decided, in the transaction that tells of it', async () => {
  const id = await added();
  expect(await tasks()).toHaveLength(1);
  await db.send(bundle('batch', patient(key, { deceasedDateTime: inDays(-1) })));
  expect(await tasks()).toEqual([]);
  expect(await tasks('ENDED')).toMatchObject([{ kind: 'TUMOUR_BOARD' }]);
  await decide(id, 0);
  expect(await tasks()).toEqual([]);
});

test('each look at a case and each act on it is audited with the patient', async () => {
  const id = await added();
  await decide(id, 0);
  const of = `patient_ids @> array['${patientId}']::uuid[] and account_id = '${clinician.accountId}'`;
  const before = await db.count('basic.audit', `action = 'read' and ${of}`);
  await read(id);
  expect(await db.count('basic.audit', `action = 'read' and ${of}`)).toBe(before + 1);
  await ask(
    clinician,
    `{ boardMeetings(fromDay: "${inDays(3)}", toDay: "${inDays(3)}") { cases { id } } }`,
  );
  expect(await db.count('basic.audit', `action = 'read' and ${of}`)).toBe(before + 2);
  expect(
    await db.count(
      'basic.audit',
      `action = 'change' and detail ->> 'board' = 'decision' and ${of}`,
    ),
  ).toBe(1);
});

test('what is asked wrongly is told: days, lengths, numbers', async () => {
  const id = await added();
  for (const wrong of [
    { decidedOn: inDays(1) },
    { dueOn: inDays(-1) },
    { dueOn: '2026-02-30' },
    { attended: [] },
    { decision: ' x ' },
    { options: Array.from({ length: 21 }, () => 'x') },
    { reason: 'x'.repeat(2001) },
  ])
    expect([wrong, (await decide(id, 0, wrong)).codes]).toEqual([wrong, ['BAD_USER_INPUT']]);
  const long = await ask(
    clinician,
    '{ boardMeetings(fromDay: "2026-01-01", toDay: "2026-12-31") { id } }',
  );
  expect(long.codes).toEqual(['BAD_USER_INPUT']);
  expect((await read(id)).state).toBe('WAITING');
});
