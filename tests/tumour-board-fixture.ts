/** A hospital with a tumour board, its patients and its people. */
import type { Principal } from '@nodp/database';
import { encodeId, nationalDay } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { hospitals } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';

export let db: Setting;
export const clinician = principalOf('CLINICIAN', hospitals.here);
export const stranger = principalOf('CLINICIAN', hospitals.there);
export const coordinator = principalOf('FOLLOWUP_COORDINATOR', hospitals.here);
export const manager = principalOf('DATA_MANAGER', hospitals.here);
export const inDays = (days: number) => nationalDay(new Date(Date.now() + days * 86_400_000));

/** Of each test, a patient of its own in the care of the institution. */
export let key: string;
export let patientId: string;
let tests = 0;

export const ask = (by: Principal, query: string, variables: Record<string, unknown> = {}) =>
  askerOf(patients, db.database)(by, query, variables);

export const SHOWN = `id state question presenter withdrawnReason meeting { on name } tumour { id } decisions { version options decision
  reason attended decidedOn dueOn correction enteredBy outcomes { outcome note enteredBy } }`;

export const keep = async (
  name: string,
  on = inDays(3),
  { id = null, ...more }: { id?: string | null; cancelled?: boolean } = {},
  by = clinician,
) =>
  ask(
    by,
    'mutation ($id: ID, $m: BoardMeetingInput!) { saveBoardMeeting(id: $id, meeting: $m) { id on name place cancelled } }',
    { id, m: { name, on, place: 'Room 3', ...more } },
  );
export const meetingOf = async (name = `Lung board ${key}`, on = inDays(3)): Promise<string> =>
  (await keep(name, on)).data.saveBoardMeeting.id;
export const add = (meeting: string, by = clinician, more: object = {}) =>
  ask(
    by,
    `mutation ($meeting: ID!, $patient: ID!, $tumour: ID, $question: String!) { addBoardCase(meeting: $meeting, patient: $patient,
      tumour: $tumour, question: $question, presenter: "Dr Li") { ${SHOWN} } }`,
    {
      meeting,
      patient: encodeId('Patient', patientId),
      question: 'Operate first, or systemic treatment?',
      ...more,
    },
  );
export const added = async (): Promise<string> =>
  (await add(await meetingOf())).data.addBoardCase.id;

export const DECISION = {
  options: ['Operation', 'Chemotherapy first'],
  decision: 'Chemotherapy first, then operation.',
  reason: 'Large nodes.',
  attended: ['Dr Li', 'Dr Wang'],
  decidedOn: inDays(0),
  dueOn: inDays(14),
};
export const decide = (id: string, after: number, more: object = {}, by = clinician) =>
  ask(
    by,
    `mutation ($id: ID!, $after: Int!, $d: BoardDecisionInput!) { recordBoardDecision(id: $id, after: $after, decision: $d) { ${SHOWN} } }`,
    { id, after, d: { ...DECISION, ...more } },
  );
export const say = (id: string, version: number, outcome: string, note: string | null = null) =>
  ask(
    clinician,
    `mutation ($id: ID!, $v: Int!, $o: BoardOutcomeKind!, $note: String) { recordBoardOutcome(id: $id, version: $v, outcome: $o,
      note: $note) { ${SHOWN} } }`,
    { id, v: version, o: outcome, note },
  );
export const read = async (id: string, by = clinician) =>
  (await ask(by, `query ($id: ID!) { boardCase(id: $id) { ${SHOWN} } }`, { id })).data?.boardCase;
export const tasks = async (state = 'OPEN', by: Principal = clinician) => {
  const { data, messages } = await ask(
    by,
    `query ($id: ID!) { patient(id: $id) { tasks { id kind state due result note boardCase why { en } history { act by { id } } } } }`,
    { id: encodeId('Patient', patientId) },
  );
  expect(messages).toEqual([]);
  return data.patient.tasks.filter((one: { state: string }) => one.state === state);
};

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withTumourBoard = (): void => {
  beforeAll(async () => {
    db = await setUp();
  });
  afterAll(() => db.end());
  beforeEach(async () => {
    key = `b${++tests}`;
    await db.send(bundle('batch', patient(key), cancer(`c${key}`, `urn:uuid:${key}`)));
    const [row] =
      await db.owner`select patient_id from patients.patient_source where source_id = ${key}`;
    patientId = row?.patient_id;
  });
};
