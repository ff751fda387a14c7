import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { nationalDay } from '@nodp/graph';
import { copyNation, deliveriesOf, nation } from '@nodp/nation';
import { QUALITY_INDICATORS, SCREENING_PROGRAMMES } from '@nodp/oncology';
import { messagesOfDemonstration } from '@nodp/subgraph-followup/messages';
import { symptomsOfDemonstration } from '@nodp/subgraph-followup/symptoms';
import { boardsOfDemonstration } from '@nodp/subgraph-patients/boards';
import {
  checkStagesJob,
  judgeIndicatorsJob,
  renewTasksJob,
  surveyJob,
} from '@nodp/subgraph-patients/jobs';
import { prognosisOfDemonstration } from '@nodp/subgraph-patients/prognosis';
import { referralsOfDemonstration } from '@nodp/subgraph-patients/referrals';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendDeliveries } from '../apps/gateway/src/demonstration-deliveries.ts';
import { storage } from '../apps/gateway/src/nation-storage.ts';
import { everyone, identityKey } from './fixtures.ts';
import { type AskWhole, wholeGraph } from './whole-graph.ts';

/**
 * The demonstration has of every indicator, worklist, programme and score a case where it says yes, one where it says nothing and one
 * where it cannot be judged: a page that nobody ever saw filled is no page.
 */
const PATIENTS = 3000;

let db: TestDatabase;
let sql: postgres.Sql;
let ask: AskWhole;
beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  await copyNation(db.ownerUrl, nation({ patients: PATIENTS }), { identityKey, storage });
  await switchRulesOfDemonstration(sql);
  // What hospitals sent since: critical values, and records that are held.
  const sent = deliveriesOf(nation({ patients: PATIENTS }), nationalDay(new Date()));
  await sendDeliveries(sql, db.applicationUrl, identityKey, sent);
  await boardsOfDemonstration(sql);
  await referralsOfDemonstration(sql);
  await prognosisOfDemonstration(sql);
  await symptomsOfDemonstration(sql);
  await messagesOfDemonstration(sql);
  for (const job of [
    checkStagesJob(db.ownerUrl),
    surveyJob(db.ownerUrl),
    judgeIndicatorsJob(db.ownerUrl),
    renewTasksJob(db.ownerUrl),
  ])
    await job.run({
      parameters: {},
      attempt: 1,
      signal: new AbortController().signal,
      progress: async () => {},
    } as never);
  ask = await wholeGraph({ database: db.database, identityKey });
}, 300_000);
afterAll(async () => {
  await sql.end();
  await db.end();
});

const judged = QUALITY_INDICATORS.filter(({ judge }) => judge !== null);
test.each(judged.map(({ code }) => code))(
  'the indicator %s is met, not met, and cannot be judged',
  async (code) => {
    const rows = await sql<{ result: string }[]>`
    select distinct result from patients.indicator_result where code = ${code}`;
    expect(rows.map(({ result }) => result).sort()).toEqual(['CANNOT_BE_JUDGED', 'MET', 'NOT_MET']);
  },
);

/** Nobody is treated late on the day as of which the nation is told: in the tests of its own alone. */
const NOT_IN_THE_NATION = new Set(['TREATMENT_LATE']);
const KINDS = [
  ...['RECURRENCE_ALERT', 'CRITICAL_VALUE', 'TREATMENT_LATE', 'STAGE_CONTRADICTION', 'HELD_RECORD'],
  ...['SURVEILLANCE_OVERDUE', 'SYMPTOM_ALERT', 'REFERRAL_RECEIVED', 'REFERRAL_TO_ANSWER'],
  ...['REFERRAL_RETURNED', 'TUMOUR_BOARD', 'BOARD_DECISION', 'CONTACT_DUE', 'SCREENING_RECALL'],
  'LOST_TO_FOLLOW_UP',
];
test('every worklist has somebody in it, and most patients are in none of its tasks', async () => {
  const rows = await sql<{ kind: string; patients: number }[]>`
    select kind, count(distinct patient_id)::int as patients from patients.task where state = 'OPEN' group by 1`;
  const found = new Map(rows.map(({ kind, patients }) => [kind, patients]));
  expect(KINDS.filter((kind) => !found.has(kind) && !NOT_IN_THE_NATION.has(kind))).toEqual([]);
  for (const patients of found.values()) expect(patients).toBeLessThan(PATIENTS);
});

describe.each(Object.keys(SCREENING_PROGRAMMES))('screening of the %s', (programme) => {
  test('some are diagnosed, some are not, and of some it cannot be judged', async () => {
    const [row] = await sql<{ found: number; interval: number; cannot: number }[]>`
      select count(*) filter (where diagnosed_on is not null)::int as found,
        count(*) filter (where is_interval_cancer = false)::int as interval,
        count(*) filter (where cannot is not null or interval_cannot is not null)::int as cannot
      from followup.screening_standing where programme = ${programme}`;
    for (const count of Object.values(row ?? {})) expect(count).toBeGreaterThan(0);
  });
});

test('interval cancers are found where a programme has a sourced interval', async () => {
  const rows = await sql<{ programme: string }[]>`
    select distinct programme from followup.screening_standing where is_interval_cancer order by 1`;
  expect(rows.map(({ programme }) => programme)).toEqual(['liver', 'lung']);
});

interface Score {
  readonly rule: { readonly id: string };
  readonly answer: string | null;
  readonly notApplicable: object | null;
  readonly inputs: readonly { readonly missing: boolean }[];
}

const QUESTION = `query ($id: ID!, $tumour: ID!) { patient(id: $id) { prognosis(tumour: $tumour) { scores {
  rule { id } answer notApplicable { en } inputs { missing } } } } }`;

const verdictOf = ({ answer, notApplicable, inputs }: Score): string => {
  if (answer !== null) return 'answered';
  if (notApplicable !== null) return 'not of it';
  return inputs.some(({ missing }) => missing) ? 'missing' : 'other';
};

test('every score of the prognosis is answered of somebody, and of somebody it is not', async () => {
  const institutions = await sql<{ id: string }[]>`
    select institution_id as id from patients.prognosis_entry
    union (select institution_id from basic.care_relationship group by 1 order by count(*) desc limit 8)`;
  const said = new Map<string, Set<string>>();
  for (const { id: institutionId } of institutions) {
    const principal = { ...everyone.CLINICIAN, institutionId };
    const listed = await ask(
      principal,
      '{ patients(first: 100) { edges { node { id tumours { id kind } } } } }',
    );
    expect(listed.codes).toEqual([]);
    for (const { node } of listed.data.patients.edges) {
      const tumour = node.tumours.find(({ kind }: { kind: string }) => kind === 'PRIMARY')?.id;
      if (tumour === undefined) continue;
      const { data, codes } = await ask(principal, QUESTION, { id: node.id, tumour });
      expect(codes).toEqual([]);
      for (const score of (data.patient.prognosis?.scores ?? []) as Score[]) {
        const own = said.get(score.rule.id) ?? new Set();
        said.set(score.rule.id, own);
        own.add(verdictOf(score));
      }
    }
  }
  const lacking = [...said].flatMap(([id, own]) => [
    ...(own.has('answered') ? [] : [`${id}: answered of nobody`]),
    ...(own.has('missing') || own.has('not of it') ? [] : [`${id}: answered of everybody`]),
  ]);
  expect(said.size).toBeGreaterThan(12);
  expect(lacking).toEqual([]);
});
