import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everyone, hospitals, identityKey, principal } from './fixtures.ts';
import { bundle, cancer, patient } from './intake/examples.ts';
import { type Setting, setUp } from './intake/setting.ts';
import { course, sent, study } from './lesion-examples.ts';
import { type AskWhole, wholeGraph } from './whole-graph.ts';

/** What a clinician types of a lesion reaches RECIST at once, is retained with who and when, and is undone. */

interface Change {
  readonly stored: boolean;
  readonly field: string | null;
  readonly problem: { readonly en: string } | null;
  readonly lesion: string | null;
  readonly remarks: readonly { readonly en: string }[];
}
type Input = Readonly<Record<string, unknown>>;

let db: Setting;
let ask: AskWhole;
let patientId: string;

beforeAll(async () => {
  db = await setUp();
  ask = await wholeGraph({ database: db.database, identityKey });
  await db.send(bundle('transaction', patient('lung'), cancer('lung-c', 'urn:uuid:lung'), study));
  await switchRulesOfDemonstration(db.owner);
  const { data } = await ask(everyone.CLINICIAN, '{ patients { edges { node { id } } } }');
  patientId = (data as { patients: { edges: { node: { id: string } }[] } }).patients.edges[0]?.node
    .id as string;
});
afterAll(() => db.end());
beforeEach(() => db.owner`truncate imaging.lesion_entry, imaging.lesion`);

const CHANGE = '{ stored field problem { en zh } lesion remarks { en zh } }';
const T1: Input = {
  ...{ lesion: 'T1', role: 'TARGET', state: 'MEASURED', organ: '10200004' },
  ...{ date: '2026-01-05', millimetres: '30', modality: 'CT', measuredBy: 'Dr Li' },
};

const enter = async (input: Input, who = everyone.CLINICIAN): Promise<Change> => {
  const { data, codes } = await ask(
    who,
    `mutation ($patient: ID!, $input: LesionInput!) { enterLesion(patient: $patient, input: $input) ${CHANGE} }`,
    { patient: patientId, input },
  );
  expect(codes).toEqual([]);
  return data?.enterLesion as Change;
};
const order = async (
  field: 'changeLesion' | 'withdrawLesion' | 'undoLesion',
  lesion: string | null,
  input?: Input,
  who = everyone.CLINICIAN,
): Promise<Change> => {
  const given = input === undefined ? '' : ', $input: LesionInput!';
  const { data, codes } = await ask(
    who,
    `mutation ($lesion: ID!${given}) { ${field}(lesion: $lesion${input === undefined ? '' : ', input: $input'}) ${CHANGE} }`,
    { lesion, input },
  );
  expect(codes).toEqual([]);
  return data?.[field] as Change;
};
const storedId = async (input: Input): Promise<string> => {
  const { stored, lesion, problem } = await enter(input);
  expect({ stored, problem }).toEqual({ stored: true, problem: null });
  return lesion as string;
};

const shown = async (who = everyone.CLINICIAN) => {
  const { data, codes } = await ask(
    who,
    `query ($id: ID!) { patient(id: $id) {
      lesions { id lesion role state millimetres site organ { code } measuredBy enteredBy studyUid seriesUid own tumour }
      lesionEntries { name change millimetres by undoable }
      response { assessments { baselineSum remarks { en } timepoints { date overall sum changeFromBaseline } } } } }`,
    { id: patientId },
  );
  expect(codes).toEqual([]);
  return data?.patient as {
    lesions: Record<string, unknown>[];
    lesionEntries: { name: string; change: string; millimetres: number; undoable: boolean }[];
    response: {
      assessments: {
        baselineSum: number;
        remarks: { en: string }[];
        timepoints: { date: string; overall: string; sum: number; changeFromBaseline: number }[];
      }[];
    };
  } | null;
};
const milestones = async () =>
  (await shown())?.response.assessments.flatMap(({ timepoints }) =>
    timepoints.map(({ overall, sum }) => `${overall} ${sum}`),
  );

test('two targets typed at two examinations: 50 mm to 35.0 mm are −30 %, a partial response', async () => {
  await storedId({ ...T1, millimetres: '30' });
  await storedId({ ...T1, lesion: 'T2', millimetres: '20.0' });
  await storedId({ ...T1, date: '2026-03-02', millimetres: '21', seriesUid: '2.25.9.1' });
  const last = await storedId({ ...T1, lesion: 't2', date: '2026-03-02', millimetres: '14' });
  const { lesions, lesionEntries, response } = (await shown()) ?? {};
  expect(response?.assessments).toMatchObject([
    { baselineSum: 50, timepoints: [{ overall: 'PR', sum: 35, changeFromBaseline: -30 }] },
  ]);
  // t2 is T2, and the series brings its study.
  expect(lesions?.map(({ lesion }) => lesion)).toEqual(['T1', 'T2', 'T1', 'T2']);
  expect(lesions?.[2]).toMatchObject({
    ...{ enteredBy: everyone.CLINICIAN.accountId, measuredBy: 'Dr Li', own: true },
    ...{ seriesUid: '2.25.9.1', studyUid: '2.25.9', organ: { code: '10200004' } },
  });
  expect(lesionEntries).toHaveLength(4);
  // 14.1 mm more than −30 %: stable; undone, the former version stands again.
  await order('changeLesion', last, {
    ...T1,
    lesion: 'T2',
    date: '2026-03-02',
    millimetres: '14.1',
  });
  expect(await milestones()).toEqual(['SD 35.1']);
  await order('undoLesion', last);
  expect(await milestones()).toEqual(['PR 35']);
  expect((await shown())?.lesionEntries.slice(0, 3)).toMatchObject([
    { name: 'T2', change: 'CHANGED', millimetres: 14, undoable: true },
    { name: 'T2', change: 'CHANGED', millimetres: 14.1, undoable: false },
    { name: 'T2', change: 'ENTERED', millimetres: 14, undoable: false },
  ]);
});

test('what is entered is withdrawn by undo, and comes back by undo; every version is kept', async () => {
  const lesion = await storedId(T1);
  await order('undoLesion', lesion);
  expect((await shown())?.lesions).toEqual([]);
  await order('undoLesion', lesion);
  expect((await shown())?.lesions).toHaveLength(1);
  expect(await order('withdrawLesion', lesion)).toMatchObject({ stored: true });
  expect(await order('withdrawLesion', lesion)).toMatchObject({ stored: false });
  expect(await order('changeLesion', lesion, T1)).toMatchObject({ stored: false });
  expect(await db.count('imaging.lesion_entry')).toBe(4);
});

test('a lesion entered with its tumour counts with what the hospital’s system sent of it', async () => {
  await db.send(bundle('transaction', patient('lung'), cancer('lung-c', 'urn:uuid:lung'), sent));
  const { data } = await ask(
    everyone.CLINICIAN,
    'query ($id: ID!) { patient(id: $id) { tumours { id } } }',
    { id: patientId },
  );
  const { tumours } = (data as { patient: { tumours: { id: string }[] } }).patient;
  const tumour = tumours[0]?.id;
  await storedId({ ...T1, date: '2026-03-02', millimetres: '15', tumour });
  expect(await milestones()).toEqual(['PR 15']);
  const { lesions = [] } = (await shown()) ?? {};
  expect(lesions[0]).toMatchObject({ own: false, enteredBy: null, site: '肝右叶' });
  expect(lesions[1]).toMatchObject({ tumour });
  // What a system sent is corrected there.
  expect(await order('withdrawLesion', lesions[0]?.id as string)).toMatchObject({
    stored: false,
    problem: { en: expect.stringContaining('hospital’s system') },
  });
  expect(await enter({ ...T1, tumour })).toMatchObject({ stored: false, field: 'lesion' });
});

test('a lesion that a volume names answers radiotherapy; a new one that was compared with the plan fails at its margin', async () => {
  expect(await db.send(bundle('transaction', patient('lung'), course))).toMatchObject({
    status: 'accepted',
  });
  await storedId({ ...T1, millimetres: '30' });
  await storedId({ ...T1, date: '2026-03-20', millimetres: '40' });
  await storedId({ ...T1, date: '2026-05-20', millimetres: '20' });
  const radiotherapy = async () => {
    const { data, codes } = await ask(
      everyone.CLINICIAN,
      `query ($id: ID!) { patient(id: $id) { response { radiotherapy { startedOn endedOn rules { id }
        lesions { lesion by { en } best failedOn controlledUntil visits { response early weeksAfter change } }
        firstFailure { on positions explanation { en } } } } } }`,
      { id: patientId },
    );
    expect(codes).toEqual([]);
    return (data as { patient: { response: { radiotherapy: object[] } } }).patient.response
      .radiotherapy;
  };
  // Four weeks after the last fraction growth may be a reaction.
  expect(await radiotherapy()).toMatchObject([
    {
      ...{ startedOn: '2026-01-12', endedOn: '2026-02-20' },
      rules: [{ id: 'irradiated-lesion' }, { id: 'first-failure' }],
      lesions: [
        {
          ...{ lesion: 'T1', best: 'PR', failedOn: null, controlledUntil: '2026-05-20' },
          by: { en: 'a volume of the plan names it' },
          visits: [
            { response: 'PD', early: true, weeksAfter: 4 },
            { response: 'PR', early: false, change: -33.3 },
          ],
        },
      ],
      firstFailure: { on: null, positions: [] },
    },
  ]);
  const fresh = { lesion: 'NEW1', role: 'NEW', state: 'PRESENT', millimetres: '' };
  await storedId({ ...T1, ...fresh, date: '2026-08-03', fieldPosition: 'MARGINAL' });
  expect(await radiotherapy()).toMatchObject([
    { firstFailure: { on: '2026-08-03', positions: ['MARGINAL'] } },
  ]);
});

test('the choice of targets is explained and not refused', async () => {
  expect((await enter({ ...T1, millimetres: '9.9' })).remarks).toMatchObject([
    { en: 'T1 measures 9.9 mm at baseline: a target lesion has 10 mm at least.' },
  ]);
  await storedId({ ...T1, lesion: 'T2' });
  expect((await enter({ ...T1, lesion: 'T3' })).remarks).toMatchObject([
    { en: 'More than two target lesions of Liver.' },
  ]);
  const node = { organ: '62683002', millimetres: '12' };
  expect((await enter({ ...T1, lesion: 'T4', ...node })).remarks).toMatchObject([
    { en: expect.stringContaining('15 mm of short axis') },
  ]);
});

describe('nothing is kept', () => {
  test.each([
    ['of a length finer than a tenth', { millimetres: '14.55' }, 'millimetres'],
    ['of a day to come', { date: '2999-01-01' }, 'date'],
    ['of a series that no study of the patient has', { seriesUid: '1.2.3' }, 'seriesUid'],
    [
      'of another patient’s tumour',
      { tumour: `tum_${Buffer.alloc(32, 1).toString('base64url')}` },
      'tumour',
    ],
    ['of a very long note', { note: 'x'.repeat(501) }, 'note'],
  ])('%s', async (_, more, field) => {
    expect(await enter({ ...T1, ...more })).toMatchObject({ stored: false, field });
    expect(await db.count('imaging.lesion_entry')).toBe(0);
  });

  test('of a lesion that is recorded on that day', async () => {
    await storedId(T1);
    expect(await enter({ ...T1, lesion: 't1' })).toMatchObject({ stored: false, field: 'lesion' });
  });

  test('by a clinician of a hospital that does not care for the patient, not even in an emergency', async () => {
    const stranger = principal('CLINICIAN', hospitals.there);
    expect(await enter(T1, stranger)).toMatchObject({ stored: false });
    await db.owner`insert into basic.break_glass (id, patient_id, account_id, institution_id, reason, expires_at)
      select gen_random_uuid(), c.patient_id, ${stranger.accountId}, ${hospitals.there}, 'Bleeding.', now() + interval '1 hour'
      from basic.care_relationship c`;
    expect(await enter(T1, stranger)).toMatchObject({
      stored: false,
      problem: { en: 'Lesions are entered by those whose institution cares for the patient.' },
    });
    const lesion = await storedId(T1);
    expect((await shown(stranger))?.lesions).toMatchObject([{ own: false }]);
    expect(await order('undoLesion', lesion, undefined, stranger)).toMatchObject({ stored: false });
    await db.owner`delete from basic.break_glass`;
    expect(await db.count('imaging.lesion_entry')).toBe(1);
  });

  test('by who may read and not enter', async () => {
    const { codes } = await ask(
      everyone.FOLLOWUP_COORDINATOR,
      `mutation ($patient: ID!, $input: LesionInput!) { enterLesion(patient: $patient, input: $input) { stored } }`,
      { patient: patientId, input: T1 },
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(await db.count('imaging.lesion_entry')).toBe(0);
  });

  test('by going round the graph: row-level security refuses another account, and any change of what is kept', async () => {
    await storedId(T1);
    const run = (text: string) =>
      db.database.session(everyone.CLINICIAN, (session) =>
        session.run<{ n: number }>({ text, bind: () => [] }),
      );
    await expect(
      run(`insert into imaging.lesion_entry (patient_id, id, lesion_id, institution_id, change, lesion, role, state, node, entered_by)
        select patient_id, gen_random_uuid(), lesion_id, institution_id, 'WITHDRAWN', lesion, role, state, node, 'somebody'
        from imaging.lesion_entry`),
    ).rejects.toThrow(/row-level security/);
    await run(`update imaging.lesion_entry set tenths = 1`);
    await run('delete from imaging.lesion_entry');
    expect(await db.count('imaging.lesion_entry', 'tenths = 300')).toBe(1);
  });
});

test('an entry is audited under the account, with the patient', async () => {
  const before = await db.count('basic.audit', `detail @> '{"change": "ENTERED"}'`);
  await storedId(T1);
  expect(await db.count('basic.audit', `detail @> '{"change": "ENTERED"}'`)).toBe(before + 1);
});
