import type { Job } from '@nodp/database/jobs';
import { RECURRENCE_SURVEY_VERSION, rulesInForce } from '@nodp/oncology';
import postgres from 'postgres';
import { alertsOf } from './alerts-of.ts';
import { SURVEYED_CODES } from './surveyed-codes.ts';
import type { SurveyedRow } from './surveyed-rows.ts';

export const SURVEY = 'survey';

const BATCH = 200;
const NOBODY = '00000000-0000-0000-0000-000000000000';

const open = (ownerUrl: string): postgres.Sql =>
  postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    transform: { column: { from: postgres.toCamel } },
    types: { date: { to: 1184, from: [1082, 1114, 1184], serialize: String, parse: String } },
    connection: { application_name: 'nodp survey' },
  });

/** Whether patients are stored whom these rules never surveyed: loaded by COPY, or by an older version. */
export const surveyOutdated = async (ownerUrl: string): Promise<boolean> => {
  const sql = open(ownerUrl);
  try {
    const [known] = await sql`select exists (select 1 from patients.patient) as patients,
      exists (select 1 from patients.surveillance_run
        where rule_version = ${RECURRENCE_SURVEY_VERSION} and finished_at is not null) as finished`;
    return known?.patients === true && known.finished !== true;
  } finally {
    await sql.end();
  }
};

const nextBatch = (
  sql: postgres.Sql,
  after: string,
): Promise<{ readonly last: string; readonly patients: number } | null> =>
  sql.begin(async (transaction) => {
    const ids = await transaction<{ patientId: string }[]>`
      select patient_id from patients.patient where patient_id > ${after}::uuid
      order by patient_id limit ${BATCH} for no key update`;
    const last = ids.at(-1)?.patientId;
    if (last === undefined) return null;
    const inForce = rulesInForce(
      await transaction<
        { ruleId: string; version: number; inForce: boolean; confirmed: boolean }[]
      >`
        select * from basic.rule_switch order by switched_at, id`,
    );
    const rows = await transaction<SurveyedRow[]>`
      select * from patients.surveyed(${ids.map((r) => r.patientId)}::uuid[], ${[...SURVEYED_CODES]}::text[])`;
    const now = new Date();
    const found = rows.map((row) => alertsOf(row, inForce, now));
    await transaction`select patients.store_alerts(${JSON.stringify(found)}::text::jsonb)`;
    await transaction`update patients.surveillance_run set after = ${last}
      where rule_version = ${RECURRENCE_SURVEY_VERSION}`;
    return { last, patients: rows.length };
  });

/** Surveys every patient by the rules of this version, batch by batch; broken off, it goes on where it stopped. */
export const surveyJob = (ownerUrl: string): Job => ({
  kind: SURVEY,
  run: async ({ signal, progress }) => {
    const sql = open(ownerUrl);
    try {
      await sql`insert into patients.surveillance_run (rule_version) values (${RECURRENCE_SURVEY_VERSION})
        on conflict (rule_version) do update set after = case when surveillance_run.finished_at is null then surveillance_run.after end,
          finished_at = null`;
      const [run] = await sql<{ after: string | null; of: number }[]>`
        select after, (select count(*)::int from patients.patient) as of
        from patients.surveillance_run where rule_version = ${RECURRENCE_SURVEY_VERSION}`;
      let after = run?.after ?? NOBODY;
      let patients = 0;
      for (;;) {
        signal.throwIfAborted();
        const done = await nextBatch(sql, after);
        if (done === null) break;
        after = done.last;
        patients += done.patients;
        await progress('SURVEYING', Math.min(1, patients / Math.max(1, run?.of ?? 1)));
      }
      await sql`update patients.surveillance_run set finished_at = now() where rule_version = ${RECURRENCE_SURVEY_VERSION}`;
      return { patients };
    } finally {
      await sql.end();
    }
  },
});
