import type { Database, Principal } from '@nodp/database';
import type { Job } from '@nodp/database/jobs';
import { examineHeld, type Faulty, faultyOf, holdStored, type Intake } from '@nodp/intake';
import postgres from 'postgres';
import { formatOf } from '../fhir/format-of.ts';
import { beginRun, type EditsRun, finishRun, storeRun } from './edits-run.ts';

export interface ApplyEditsOptions {
  readonly ownerUrl: string;
  readonly database: Database;
  readonly intake: Intake;
  /** Hears of a record that could not be examined; the others are. */
  readonly onError: (error: Error) => void;
  /** Patients to a batch. */
  readonly batch?: number;
}

interface Sent {
  readonly id: string;
  readonly account: string;
  readonly channel: string;
  readonly request: object | null;
  readonly content: Uint8Array;
}

/** For the system of an institution, under the name of who sent, which may be an account of the operator's provider. */
const systemOf = (institutionId: string, account = 'nodp'): Principal => ({
  accountId: account,
  name: { en: account, zh: account },
  role: 'SYSTEM',
  institutionId,
});

const nextPatients = async (sql: postgres.Sql, after: string, batch: number): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    select patient_id as id from patients.patient where patient_id > ${after}::uuid
    order by patient_id limit ${batch}`;
  return rows.map(({ id }) => id);
};

/** Who sent something of these patients. */
const sendersOf = (sql: postgres.Sql, patients: readonly string[]) =>
  sql<{ institution: string; patients: string[] }[]>`
    select institution_id as institution, array_agg(distinct patient_id) as patients
    from patients.patient_source where patient_id = any(${[...patients]}::uuid[])
    group by institution_id order by 1`;

/** A submission with its content, of which one alone is in memory: it may be as large as a file that is uploaded. */
const sentAs = async (sql: postgres.Sql, id: string): Promise<Sent | undefined> => {
  const [sent] = await sql<Sent[]>`
    select s.id, s.account_id as account, s.channel, s.request, p.content
    from basic.submission s join basic.payload p on p.sha256 = s.sha256 where s.id = ${id}::uuid`;
  return sent;
};

/**
 * Applies the edits of this version to what is stored: records that they find now are held, and held ones that they find no more are
 * taken. Each record is held or freed in a transaction of its own submission, so that a run that is broken off goes on after its last
 * batch of patients and holds nothing twice.
 */
export const applyEditsJob = ({
  ownerUrl,
  database,
  intake,
  onError,
  batch = 300,
}: ApplyEditsOptions): Job => ({
  kind: 'apply-edits',
  run: async ({ id: job, signal, progress }) => {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    const origin = { requestId: job, operation: 'job apply-edits' };

    const free = async (): Promise<number> => {
      const held = await sql<{ id: string; institution: string; account: string | null }[]>`
        select h.id, h.institution_id as institution, s.account_id as account
        from basic.held_record h left join basic.submission s on s.id = h.submission_id
        where h.state = 'HELD' order by h.id`;
      let freed = 0;
      for (const [done, { id, institution, account }] of held.entries()) {
        signal.throwIfAborted();
        if (done % 20 === 0) await progress('EXAMINING_HELD', done / held.length);
        try {
          const who = systemOf(institution, account ?? undefined);
          const taken = await database.session(
            who,
            (session) => examineHeld(session, intake, id),
            origin,
          );
          if (taken) freed++;
        } catch (error) {
          onError(error as Error);
        }
      }
      return freed;
    };

    /** Holds what is faulty of one institution's patients. */
    const hold = async (institution: string, faulty: readonly Faulty[]) => {
      let held = 0;
      let left = faulty.length;
      for (const [id, records] of Map.groupBy(faulty, ({ submissionId }) => submissionId)) {
        signal.throwIfAborted();
        const sent = await sentAs(sql, id);
        if (sent === undefined) continue;
        const { account, channel, request, content } = sent;
        const stored = { id, sealed: content, format: formatOf(intake, channel, request ?? {}) };
        try {
          const of = await database.session(
            systemOf(institution, account),
            (session) =>
              holdStored(session, intake, stored, new Set(records.map(({ record }) => record))),
            origin,
          );
          held += of;
          left -= of;
        } catch (error) {
          onError(error as Error);
        }
      }
      return { held, left };
    };

    const next = async (run: EditsRun): Promise<EditsRun | null> => {
      const examined = await nextPatients(sql, run.after, batch);
      const after = examined.at(-1);
      if (after === undefined) return null;
      let { held, left } = run;
      for (const { institution, patients } of await sendersOf(sql, examined)) {
        signal.throwIfAborted();
        const faulty = await database.session(
          systemOf(institution),
          (session) => faultyOf(session, intake, patients),
          origin,
        );
        if (faulty.length === 0) continue;
        const became = await hold(institution, faulty);
        held += became.held;
        left += became.left;
      }
      return { ...run, after, held, left };
    };

    try {
      let run = await beginRun(sql);
      run = { ...run, freed: run.freed + (await free()) };
      await storeRun(sql, run);
      const [all] = await sql<{ n: number; done: number }[]>`
        select count(*)::int as n, count(*) filter (where patient_id <= ${run.after}::uuid)::int as done
        from patients.patient`;
      let done = all?.done ?? 0;
      for (;;) {
        signal.throwIfAborted();
        await progress('EXAMINING', Math.min(1, done / Math.max(1, all?.n ?? 1)));
        const after = await next(run);
        if (after === null) break;
        run = after;
        done += batch;
        await storeRun(sql, run);
      }
      await finishRun(sql);
      return { held: run.held, freed: run.freed, left: run.left };
    } finally {
      await sql.end();
    }
  },
});
