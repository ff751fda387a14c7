import type { Job } from '@nodp/database/jobs';
import postgres from 'postgres';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What a version of rules finds in every patient, stored beside the records: once over all of them, then at intake. */
export interface Sweep {
  /** The job's kind. */
  readonly kind: string;
  /** What the job's progress says it is doing. */
  readonly step: string;
  /** The table of `patients` that keeps how far each version came: `rule_version`, `after`, `finished_at`. */
  readonly runs: string;
  readonly version: number;
  /** Patients to a transaction. */
  readonly batch: number;
  /** Stores what follows for these patients, whose rows are held. */
  readonly store: (
    transaction: postgres.TransactionSql,
    patientIds: readonly string[],
  ) => Promise<unknown>;
}

/** The owner's connection, with dates and instants as text. */
export const openForSweep = (ownerUrl: string, kind: string): postgres.Sql =>
  postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    transform: { column: { from: postgres.toCamel } },
    types: { date: { to: 1184, from: [1082, 1114, 1184], serialize: String, parse: String } },
    connection: { application_name: `nodp ${kind}` },
  });

/** Whether patients are stored whom this version never looked at: loaded by COPY, or by an older version. */
export const sweepOutdated = async (
  ownerUrl: string,
  { kind, runs, version }: Sweep,
): Promise<boolean> => {
  const sql = openForSweep(ownerUrl, kind);
  try {
    const [known] = await sql`select exists (select 1 from patients.patient) as patients,
      exists (select 1 from patients.${sql(runs)}
        where rule_version = ${version} and finished_at is not null) as finished`;
    return known?.patients === true && known.finished !== true;
  } finally {
    await sql.end();
  }
};

const nextBatch = (
  sql: postgres.Sql,
  { runs, version, batch, store }: Sweep,
  after: string,
): Promise<{ readonly last: string; readonly patients: number } | null> =>
  sql.begin(async (transaction) => {
    // Held as intake holds them: what is examined is not changed meanwhile.
    const ids = await transaction<{ patientId: string }[]>`
      select patient_id from patients.patient where patient_id > ${after}::uuid
      order by patient_id limit ${batch} for no key update`;
    const last = ids.at(-1)?.patientId;
    if (last === undefined) return null;
    await store(
      transaction,
      ids.map(({ patientId }) => patientId),
    );
    await transaction`update patients.${sql(runs)} set after = ${last} where rule_version = ${version}`;
    return { last, patients: ids.length };
  });

/** Looks at every patient, batch by batch in the order of their keys; broken off, it goes on where it stopped. */
export const sweepJob = (ownerUrl: string, sweep: Sweep): Job => ({
  kind: sweep.kind,
  run: async ({ signal, progress }) => {
    const { runs, version } = sweep;
    const sql = openForSweep(ownerUrl, sweep.kind);
    try {
      await sql`insert into patients.${sql(runs)} as r (rule_version) values (${version})
        on conflict (rule_version) do update
        set after = case when r.finished_at is null then r.after end, finished_at = null`;
      const [run] = await sql<{ after: string | null; of: number }[]>`
        select after, (select count(*)::int from patients.patient) as of
        from patients.${sql(runs)} where rule_version = ${version}`;
      let after = run?.after ?? NOBODY;
      let patients = 0;
      for (;;) {
        signal.throwIfAborted();
        const done = await nextBatch(sql, sweep, after);
        if (done === null) break;
        after = done.last;
        patients += done.patients;
        await progress(sweep.step, Math.min(1, patients / Math.max(1, run?.of ?? 1)));
      }
      await sql`update patients.${sql(runs)} set finished_at = now() where rule_version = ${version}`;
      return { patients };
    } finally {
      await sql.end();
    }
  },
});
