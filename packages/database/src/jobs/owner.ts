import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { PlatformError } from '../problems.ts';
import type { JobResult } from './job.ts';

/** Interval at which a job that is waited for is polled (ms). */
const interval = 300;

/** Requests a job as the owner of the tables: an operator's command. @returns its id */
export const requestJobAsOwner = async (
  sql: postgres.Sql,
  kind: string,
  requestedBy: string,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<string> => {
  const id = uuidv7();
  await sql`insert into basic.job (id, kind, parameters, requested_by)
    values (${id}, ${kind}, ${JSON.stringify(parameters)}::text::jsonb, ${requestedBy})`;
  return id;
};

/** The oldest job of a kind that waits or runs and was not cancelled; null where there is none. */
export const unfinishedJob = async (sql: postgres.Sql, kind: string): Promise<string | null> => {
  const [job] = await sql<{ id: string }[]>`select id from basic.job
    where kind = ${kind} and state in ('REQUESTED', 'RUNNING') and cancel_requested_at is null
    order by requested_at limit 1`;
  return job?.id ?? null;
};

/** Requests a job as the owner, for whichever worker there is, where none of its kind waits or runs already. */
export const ensureJobAsOwner = async (ownerUrl: string, kind: string): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if ((await unfinishedJob(sql, kind)) === null) await requestJobAsOwner(sql, kind, 'nodp');
  } finally {
    await sql.end();
  }
};

/** Requests a job for what has just come, where none of its kind waits: one that runs may have looked for the last time. */
export const ensureAnotherJob = async (ownerUrl: string, kind: string): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`insert into basic.job (id, kind, parameters, requested_by)
      select ${uuidv7()}::uuid, ${kind}::text, '{}'::jsonb, 'nodp' where not exists (select 1 from basic.job
        where kind = ${kind} and state = 'REQUESTED' and cancel_requested_at is null)`;
  } finally {
    await sql.end();
  }
};

export interface Waiting {
  /** Cancels the job. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly step: string; readonly share: number }) => void;
}

/**
 * Waits for a job to end, in whichever process it runs.
 * @throws PlatformError `job-failed` or `job-cancelled`
 */
export const jobEnded = async (
  sql: postgres.Sql,
  id: string,
  { signal, onProgress }: Waiting,
): Promise<JobResult> => {
  let cancelled = false;
  for (;;) {
    if (signal.aborted && !cancelled) {
      cancelled = true;
      await sql`update basic.job set cancel_requested_at = now() where id = ${id}`;
    }
    const [job] =
      await sql`select state, step, share, problem, result from basic.job where id = ${id}`;
    if (job === undefined) throw new PlatformError('job-failed', 'The job is not there any more.');
    onProgress({ step: job.step ?? '', share: job.share });
    if (job.state === 'DONE') return job.result as JobResult;
    if (job.state === 'FAILED') throw new PlatformError('job-failed', job.problem);
    if (job.state === 'CANCELLED') throw new PlatformError('job-cancelled', 'Stopped on request.');
    await pause(interval);
  }
};
