import { LOCKS } from '@nodp/database';
import { PATIENT_SUMMARY_VERSION } from '@nodp/oncology';
import postgres from 'postgres';
import { type ReportsRow, summaryOf } from './summary-of.ts';

export interface RecomputeProgress {
  /** Patients done, those of a run that was broken off among them. */
  readonly patients: number;
  readonly of: number;
}

export interface RecomputeOptions {
  /** Does it although the stored summaries are of this version of the rules. */
  readonly again?: boolean;
  /** Patients to a transaction; after each the run can be broken off and taken up. */
  readonly batch?: number | undefined;
  /** Waited for. */
  readonly onProgress?: (progress: RecomputeProgress) => unknown;
  readonly signal?: AbortSignal;
}

interface State {
  readonly after: string | null;
  readonly patients: number;
  readonly finished: boolean;
}

const begin = async (sql: postgres.Sql, again: boolean): Promise<State> => {
  if (again) {
    // What was broken off is taken up; what was finished begins anew.
    await sql`delete from patients.recomputation
      where rule_version = ${PATIENT_SUMMARY_VERSION} and finished_at is not null`;
  }
  await sql`insert into patients.recomputation (rule_version) values (${PATIENT_SUMMARY_VERSION})
    on conflict do nothing`;
  const [state] = await sql<State[]>`select after, patients, finished_at is not null as finished
    from patients.recomputation where rule_version = ${PATIENT_SUMMARY_VERSION}`;
  if (state === undefined) throw new Error('The recomputation was not written down.');
  return state;
};

/** The next patients by key, summed up and stored. @returns the last one's id, null when there are none */
const nextBatch = (
  sql: postgres.Sql,
  after: string | null,
  size: number,
): Promise<{ readonly last: string; readonly patients: number } | null> =>
  sql.begin(async (transaction) => {
    // Held as intake holds them: what is summed up is not changed meanwhile.
    const ids = await transaction<{ patientId: string }[]>`
      select patient_id as "patientId" from patients.patient
      where patient_id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
      order by patient_id limit ${size} for no key update`;
    const last = ids.at(-1)?.patientId;
    if (last === undefined) return null;
    const rows = await transaction<ReportsRow[]>`
      select patient_id as "patientId", born_on::text as "bornOn", born_precision as "bornPrecision", tumours, stages
      from patients.to_be_summarised where patient_id = any(${ids.map((r) => r.patientId)}::uuid[])`;
    const seen = rows.map((row) => ({
      patientId: row.patientId,
      lastContactOn: null,
      summary: summaryOf(row),
    }));
    await transaction`select patients.store_summaries(${JSON.stringify(seen)}::text::jsonb)`;
    await transaction`update patients.recomputation set after = ${last}, patients = patients + ${rows.length}
      where rule_version = ${PATIENT_SUMMARY_VERSION}`;
    return { last, patients: rows.length };
  });

/**
 * Whether patients are stored whose summaries an older version of the rules may have written. Where no patient is
 * stored yet, it is written down that nothing has to be recomputed.
 */
export const summariesOutdated = async (ownerUrl: string): Promise<boolean> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`select
      exists (select 1 from patients.patient) as patients,
      exists (select 1 from patients.recomputation
        where rule_version = ${PATIENT_SUMMARY_VERSION} and finished_at is not null) as finished`;
    if (known?.finished === true) return false;
    if (known?.patients === true) return true;
    await sql`insert into patients.recomputation (rule_version, finished_at)
      values (${PATIENT_SUMMARY_VERSION}, now())
      on conflict (rule_version) do update set finished_at = excluded.finished_at`;
    return false;
  } finally {
    await sql.end();
  }
};

/**
 * Brings the stored summary of every patient to the rules of this version. Batch by batch in the order of patients'
 * keys, each whole or not at all; broken off, it is taken up where it stopped. Where the summaries are of this version
 * nothing is read.
 *
 * @param ownerUrl of the role that owns the tables: every institution's patients are read
 * @returns how many patients were summed up by this call
 */
export const recomputeSummaries = async (
  ownerUrl: string,
  { again = false, batch = 500, onProgress, signal }: RecomputeOptions = {},
): Promise<number> => {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'nodp recompute' },
  });
  try {
    await sql`select pg_advisory_lock(${LOCKS.recomputation})`;
    const state = await begin(sql, again);
    if (state.finished) return 0;
    const [left] = await sql<{ n: number }[]>`select count(*)::int as n from patients.patient
      where patient_id > coalesce(${state.after}::uuid, '00000000-0000-0000-0000-000000000000')`;
    const of = state.patients + (left?.n ?? 0);
    let { after } = state;
    let done = 0;
    for (;;) {
      signal?.throwIfAborted();
      const stored = await nextBatch(sql, after, batch);
      if (stored === null) break;
      after = stored.last;
      done += stored.patients;
      await onProgress?.({
        patients: state.patients + done,
        of: Math.max(of, state.patients + done),
      });
    }
    await sql`update patients.recomputation set finished_at = now() where rule_version = ${PATIENT_SUMMARY_VERSION}`;
    return done;
  } finally {
    await sql.end();
  }
};
