import { randomBytes, randomUUID } from 'node:crypto';
import { sqlStatement } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { askerOf, principalOf } from '@nodp/graph/testing';
import { PRO_CTCAE_COMPOSITE } from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { followup } from '../index.ts';
import { patientLinks } from './link.ts';

const here = '01900000-0000-7000-8000-000000000001';
const there = '01900000-0000-7000-8000-000000000002';
const clinician = principalOf('CLINICIAN', here);
const origin = { requestId: 'test' };

let db: TestDatabase;
let owner: postgres.Sql;
let links: ReturnType<typeof patientLinks>;
/** Of each test, a patient of its own. */
let patient: string;

beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1 });
  links = patientLinks(db.database);
  await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code) values
    (${here}, 'H1', 'First Cancer Hospital', '第一肿瘤医院', 'NATIONAL', '110000')`;
  await owner`insert into basic.rule_switch (id, rule_id, version, in_force, confirmed, reason, switched_by) values
    (${randomUUID()}, ${PRO_CTCAE_COMPOSITE.id}, ${PRO_CTCAE_COMPOSITE.version}, true, false, 'tried', 'board')`;
});
afterAll(async () => {
  await owner.end();
  await db.end();
});
beforeEach(async () => {
  patient = randomUUID();
  await owner`insert into basic.care_relationship (institution_id, patient_id) values (${here}, ${patient})`;
});

const ask = (query: string, variables: Record<string, unknown> = {}, who = clinician) =>
  askerOf(followup, db.database)(who, query, variables);

const make = (terms: number[], more: Record<string, unknown> = {}, who = clinician) =>
  ask(
    `mutation ($patient: ID!, $terms: [Int!]!, $days: Int!) { makeSymptomQuestionnaire(patient: $patient, terms: $terms, days: $days) {
      token questionnaire { id state terms { number name { zh } } } } }`,
    { patient: encodeId('Patient', patient), terms, days: 7, ...more },
    who,
  );
const made = async (terms: number[] = [48, 9]): Promise<{ token: string; id: string }> => {
  const { data, messages } = await make(terms);
  expect(messages).toEqual([]);
  const { token, questionnaire } = data.makeSymptomQuestionnaire;
  return { token, id: questionnaire.id };
};
const seen = async (who = clinician) => {
  const { data, messages } = await ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Patient {
      symptomQuestionnaires { id state answers { term { number } grade said { answer { en } } } }
      symptomAlerts { id term { name { en } } because grade fromGrade state reason } } } }`,
    { r: [{ __typename: 'Patient', id: encodeId('Patient', patient) }] },
    who,
  );
  expect(messages).toEqual([]);
  return data._entities[0];
};

describe('a link', () => {
  test('opens the one questionnaire, without a name, and is kept by its hash alone', async () => {
    const { token } = await made();
    const opened = await links.open(token, origin);
    expect(opened).toMatchObject({
      state: 'OPEN',
      institution: { zh: '第一肿瘤医院' },
      answers: {},
    });
    if (opened.state !== 'OPEN') throw new Error('not open');
    expect(opened.terms.map(({ number, items }) => [number, items.length])).toEqual([
      [48, 3],
      [9, 2],
    ]);
    expect(JSON.stringify(opened)).not.toContain(patient);
    const [{ retained }] = (await owner`
      select to_jsonb(q)::text as retained from followup.questionnaire q where q.patient_id = ${patient}`) as [
      { retained: string },
    ];
    expect(retained).not.toContain(token);
    const rechecks =
      await owner`select account_id, institution_id, action, operation, detail from basic.audit
      where patient_ids @> array[${patient}::uuid] order by number`;
    expect(rechecks.map(({ account_id, action }) => [account_id, action])).toContainEqual([
      'patient-link',
      'read',
    ]);
    expect(rechecks.every(({ institution_id }) => institution_id === here)).toBe(true);
  });

  test('keeps answers as they come, and shows them when it is opened again', async () => {
    const { token } = await made();
    expect(await links.answer(token, 48, [2], origin)).toEqual({ state: 'SAVED' });
    expect(await links.answer(token, 48, [2, 1, 3], origin)).toEqual({ state: 'SAVED' });
    expect(await links.open(token, origin)).toMatchObject({ answers: { 48: [2, 1, 3] } });
    const { symptomQuestionnaires } = await seen();
    expect(symptomQuestionnaires[0]).toMatchObject({
      state: 'OPEN',
      answers: [
        {
          term: { number: 48 },
          grade: 2,
          said: [
            { answer: { en: 'Occasionally' } },
            { answer: { en: 'Mild' } },
            { answer: { en: 'Quite a bit' } },
          ],
        },
      ],
    });
  });

  test.each([
    ['of a term that is not asked', 16, [1]],
    ['that no choice has', 48, [7]],
    ['to a question that is not asked', 48, [0, 2]],
    ['more than the term has', 9, [1, 1, 1]],
    ['none', 48, []],
  ])('takes no answers %s', async (_, term, answers) => {
    const { token } = await made();
    await expect(links.answer(token, term, answers, origin)).rejects.toThrow(/no answers|not ask/);
    expect(await links.open(token, origin)).toMatchObject({ answers: {} });
  });

  test('that was never made opens nothing', async () => {
    await made();
    const token = randomBytes(32).toString('base64url');
    expect(await links.open(token, origin)).toEqual({ state: null });
    expect(await links.answer(token, 48, [1], origin)).toEqual({ state: null });
    expect(await links.complete(token, origin)).toEqual({ state: null });
  });

  test('sees and writes no questionnaire but its own, by any statement of its session', async () => {
    const own = await made([48]);
    const other = await made([9]);
    await links.answer(other.token, 9, [3, 3], origin);
    await db.database.session(
      {
        ...{ accountId: 'patient-link', name: { en: '', zh: '' }, role: 'SYSTEM' as const },
        ...{ institutionId: null, grant: { reads: [], writes: false } },
        link: (await import('node:crypto')).createHash('sha256').update(own.token).digest('hex'),
      },
      async (session) => {
        const all = (text: ReturnType<typeof sql>) =>
          session.run(sqlStatement<{ n: number }>(text));
        expect(await all(sql`select count(*)::int as n from followup.questionnaire`)).toEqual([
          { n: 1 },
        ]);
        expect(await all(sql`select count(*)::int as n from followup.symptom_answer`)).toEqual([
          { n: 0 },
        ]);
        expect(await all(sql`select count(*)::int as n from followup.symptom_alert`)).toEqual([
          { n: 0 },
        ]);
        expect(await all(sql`select count(*)::int as n from followup.contact`)).toEqual([{ n: 0 }]);
        expect(await all(sql`select count(*)::int as n from basic.care_relationship`)).toEqual([
          { n: 0 },
        ]);
        expect(
          await all(sql`with u as (update followup.questionnaire set expires_at = now() + interval '9 years' returning 1)
            select count(*)::int as n from u`),
        ).toEqual([{ n: 0 }]);
        await expect(
          all(sql`insert into followup.symptom_answer (patient_id, questionnaire_id, term, answers, rule_version)
            select q.patient_id, q.id, 9, array[4]::smallint[], 1 from followup.questionnaire q returning 1 as n`),
        ).rejects.toThrow('row-level security');
        await expect(
          all(
            sql`select followup.make_questionnaire(${patient}::uuid, ${randomUUID()}::uuid, 'aa', array[1]::smallint[], 5)`,
          ),
        ).rejects.toThrow('may not ask');
      },
    );
    expect(
      await links.answer(own.token, 9, [1, 1], origin).catch((e: Error) => e.message),
    ).toContain('does not ask');
  });

  test('ends with completion, with revocation, with its day, with care, and with death', async () => {
    const completed = await made();
    expect(await links.complete(completed.token, origin)).toEqual({ state: 'COMPLETED' });
    expect(await links.open(completed.token, origin)).toEqual({ state: 'COMPLETED' });
    expect(await links.answer(completed.token, 48, [4, 4, 4], origin)).toEqual({
      state: 'COMPLETED',
    });

    const revoked = await made();
    await ask('mutation ($id: ID!) { revokeSymptomQuestionnaire(id: $id) { state } }', {
      id: revoked.id,
    });
    expect(await links.open(revoked.token, origin)).toEqual({ state: 'CLOSED' });

    const old = await made();
    await owner`update followup.questionnaire set expires_at = now() - interval '1 second'
      where patient_id = ${patient} and state = 'OPEN'`;
    expect(await links.open(old.token, origin)).toEqual({ state: 'EXPIRED' });
    expect(await links.answer(old.token, 48, [4, 4, 4], origin)).toEqual({ state: 'EXPIRED' });
    expect(await links.complete(old.token, origin)).toEqual({ state: 'EXPIRED' });
    expect((await seen()).symptomAlerts).toEqual([]);

    const last = await made();
    await links.answer(last.token, 48, [4, 4, 4], origin);
    expect((await seen()).symptomAlerts).toMatchObject([{ state: 'OPEN' }]);
    await owner`insert into basic.death (patient_id) values (${patient})`;
    expect(await links.open(last.token, origin)).toEqual({ state: 'CLOSED' });
    expect(await links.answer(last.token, 48, [1, 1, 1], origin)).toEqual({ state: 'CLOSED' });
    expect((await seen()).symptomAlerts).toMatchObject([{ state: 'WITHDRAWN', reason: 'death' }]);
    expect((await make([48])).messages[0]).toContain('has died');
  });

  test('closes when the institution cares no more', async () => {
    const { token } = await made();
    await owner`delete from basic.care_relationship where patient_id = ${patient}`;
    expect(await links.open(token, origin)).toEqual({ state: 'CLOSED' });
  });

  test('a death that is rolled back closed nothing', async () => {
    const { token } = await made();
    await owner
      .begin(async (transaction) => {
        await transaction`insert into basic.death (patient_id) values (${patient})`;
        throw new Error('stop');
      })
      .catch(() => undefined);
    expect(await links.open(token, origin)).toMatchObject({ state: 'OPEN' });
  });

  test('is changed so often and no more', async () => {
    const { token } = await made();
    await owner`update followup.questionnaire set saves = 2000 where patient_id = ${patient}`;
    await expect(links.answer(token, 48, [1], origin)).rejects.toThrow('too often');
  });
});

describe('an alert', () => {
  test('of grade 3 is raised at once, stays the same one, and is closed by who acts', async () => {
    const { token } = await made();
    await links.answer(token, 48, [4, 3], origin);
    expect((await seen()).symptomAlerts).toEqual([]);
    await links.answer(token, 48, [4, 3, 4], origin);
    const [alert, ...more] = (await seen()).symptomAlerts;
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      because: 'COMPOSITE_3',
      grade: 3,
      fromGrade: null,
      state: 'OPEN',
    });
    const again = await made();
    await links.answer(again.token, 48, [4, 4, 4], origin);
    expect((await seen()).symptomAlerts.map(({ id }: { id: string }) => id)).toEqual([alert.id]);
    const act = `mutation ($id: ID!, $reason: String!) { actOnSymptomAlert(id: $id, verdict: ACTED, reason: $reason) { state reason } }`;
    const short = await ask(act, { id: alert.id, reason: ' x ' });
    expect(short.codes).toEqual(['BAD_USER_INPUT']);
    const other = await ask(
      act,
      { id: alert.id, reason: 'Not mine.' },
      principalOf('CLINICIAN', there),
    );
    expect(other.data.actOnSymptomAlert).toBeNull();
    const done = await ask(act, { id: alert.id, reason: 'Morphine raised.' });
    expect(done.data.actOnSymptomAlert).toEqual({ state: 'ACTED', reason: 'Morphine raised.' });
    expect(
      (await ask(act, { id: alert.id, reason: 'Once more.' })).data.actOnSymptomAlert,
    ).toBeNull();
  });

  test('of two grades more within a week compares with the questionnaire before, not with an older one', async () => {
    const first = await made([9]);
    await links.answer(first.token, 9, [0], origin);
    await links.complete(first.token, origin);
    const second = await made([9]);
    await links.answer(second.token, 9, [2, 2], origin);
    expect((await seen()).symptomAlerts).toMatchObject([
      { because: 'RISE', grade: 2, fromGrade: 0 },
    ]);
    // The patient pressed the wrong answer.
    await links.answer(second.token, 9, [1, 1], origin);
    expect((await seen()).symptomAlerts).toMatchObject([
      { state: 'WITHDRAWN', reason: 'corrected' },
    ]);
    await owner`update followup.symptom_answer set answered_at = now() - interval '8 days' where patient_id = ${patient}`;
    const third = await made([9]);
    await links.answer(third.token, 9, [2, 2], origin);
    expect(
      (await seen()).symptomAlerts.filter(({ state }: { state: string }) => state === 'OPEN'),
    ).toEqual([]);
  });
});

describe('who asks', () => {
  test.each([
    [{ terms: [] }, '1 to 40'],
    [{ terms: Array.from({ length: 41 }, (_, i) => i + 1) }, '1 to 40'],
    [{ terms: [48, 48] }, 'twice'],
    [{ terms: [81] }, 'no term 81'],
    [{ terms: [48], days: 0 }, '1 to 30'],
    [{ terms: [48], days: 31 }, '1 to 30'],
    [{ terms: [48], patient: 'pat_x' }, 'not the id'],
  ])('%j is refused with the remedy', async (variables, message) => {
    const { codes, messages } = await make([48], variables);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(messages[0]).toContain(message);
  });

  test('asks patients in care alone, and ten at a time', async () => {
    const stranger = await make([48], {}, principalOf('CLINICIAN', there));
    expect(stranger.messages[0]).toContain('No patient');
    for (let i = 0; i < 10; i++) await made();
    expect((await make([48])).messages[0]).toContain('Ten links');
  });

  test('another institution sees and ends nothing', async () => {
    const { token, id } = await made();
    await links.answer(token, 48, [4, 4, 4], origin);
    const elsewhere = principalOf('CLINICIAN', there);
    expect(await seen(elsewhere)).toEqual({ symptomQuestionnaires: [], symptomAlerts: [] });
    const revoked = await ask(
      'mutation ($id: ID!) { revokeSymptomQuestionnaire(id: $id) { state } }',
      { id },
      elsewhere,
    );
    expect(revoked.data.revokeSymptomQuestionnaire).toBeNull();
    expect(await links.open(token, origin)).toMatchObject({ state: 'OPEN' });
  });
});
