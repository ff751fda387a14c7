import postgres from 'postgres';
import { jobLock } from '../locks.ts';
import { PlatformError } from '../problems.ts';
import type { Job, JobResult } from './job.ts';
import { openQueue } from './queue.ts';

/** The problem of a job whose workers all ended without an outcome. */
const lostProblem = 'Its worker ended before it was done, several times; the server log says why.';
const failedProblem = 'The job failed; the server log says why.';

/** How often a worker looks for jobs whose worker ended, and for notifications that were lost (ms). */
const sweepInterval = 30_000;

interface Row {
  readonly id: string;
  readonly kind: string;
}

interface Begun {
  readonly parameters: unknown;
  readonly requestedBy: string;
  readonly attempts: number;
}

export interface Worker {
  /** Aborts what runs, which the next worker begins again, and ends. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly jobs: readonly Job[];
  readonly onError: (error: Error) => void;
}

type Outcome =
  | { readonly state: 'DONE'; readonly result: JobResult }
  | { readonly state: 'FAILED'; readonly problem: string }
  | { readonly state: 'CANCELLED' };

/**
 * Runs the jobs of `basic.job`, one of each kind at a time. pg-boss queues them and gives one worker each; a worker
 * holds an advisory lock while it runs one, so that a worker that starts knows at once which jobs a crash interrupted.
 * @param ownerUrl of the role that owns the tables
 */
export const startWorker = async (
  ownerUrl: string,
  { jobs, onError }: WorkerOptions,
): Promise<Worker> => {
  const byKind = new Map(jobs.map((job) => [job.kind, job]));
  const kinds = [...byKind.keys()];
  const sql = postgres(ownerUrl, {
    max: kinds.length + 3,
    onnotice: () => {},
    transform: { column: { from: postgres.toCamel } },
  });
  const running = new Map<string, AbortController>();
  let stopping = false;

  /** Holds the lock of a job while the work runs; null where another worker holds it. */
  const holding = async <T>(id: string, work: () => Promise<T>): Promise<T | null> => {
    const connection = await sql.reserve();
    try {
      const key = jobLock(id);
      const [lock] =
        await connection`select pg_try_advisory_lock(hashtextextended(${key}, 0)) as held`;
      if (lock?.held !== true) return null;
      try {
        return await work();
      } finally {
        await connection`select pg_advisory_unlock(hashtextextended(${key}, 0))`;
      }
    } finally {
      connection.release();
    }
  };

  const begin = async (id: string): Promise<Begun | null> => {
    const [row] = await sql<Begun[]>`update basic.job
      set state = 'RUNNING', attempts = attempts + 1, started_at = coalesce(started_at, now()), step = null, share = 0
      where id = ${id} and state in ('REQUESTED', 'RUNNING') and cancel_requested_at is null
      returning parameters, requested_by, attempts`;
    return row ?? null;
  };

  const outcomeOf = async (job: Job, id: string, begun: Begun): Promise<Outcome> => {
    const control = new AbortController();
    running.set(id, control);
    try {
      const { parameters, requestedBy, attempts: attempt } = begun;
      const result = await job.run({
        id,
        parameters,
        requestedBy,
        attempt,
        signal: control.signal,
        progress: async (step, share) => {
          await sql`update basic.job set step = ${step}, share = ${share} where id = ${id}`;
        },
      });
      return { state: 'DONE', result };
    } catch (error) {
      if (control.signal.aborted && stopping) throw error;
      if (control.signal.aborted) return { state: 'CANCELLED' };
      if (error instanceof PlatformError) return { state: 'FAILED', problem: error.message };
      onError(error as Error);
      return { state: 'FAILED', problem: failedProblem };
    } finally {
      running.delete(id);
    }
  };

  const end = async (id: string, outcome: Outcome): Promise<void> => {
    const problem = outcome.state === 'FAILED' ? outcome.problem : null;
    const result = outcome.state === 'DONE' ? JSON.stringify(outcome.result) : null;
    await sql`update basic.job set state = ${outcome.state}, ended_at = now(), problem = ${problem},
      result = ${result}::text::jsonb, share = case when ${outcome.state} = 'DONE' then 1 else share end
      where id = ${id}`;
  };

  const queue = await openQueue(
    ownerUrl,
    kinds,
    async (kind, id) => {
      const held = await holding(id, async () => {
        const begun = await begin(id);
        if (begun !== null) await end(id, await outcomeOf(byKind.get(kind) as Job, id, begun));
        return true;
      });
      if (held === null) throw new Error(`Another worker runs the job ${id}.`);
    },
    onError,
  );

  /** Gives back the jobs whose worker ended: their lock is free. */
  const recover = async (): Promise<void> => {
    const rows = await sql<Row[]>`select id, kind from basic.job
      where state = 'RUNNING' and kind = any(${kinds})`;
    for (const { id, kind } of rows) {
      if (running.has(id)) continue;
      await holding(id, async () => {
        await sql`update basic.job set state = 'REQUESTED' where id = ${id} and state = 'RUNNING'`;
        await queue.giveBack(kind, id);
      });
    }
  };

  const add = async (): Promise<void> => {
    const rows = await sql<Row[]>`select id, kind from basic.job
      where state = 'REQUESTED' and cancel_requested_at is null and kind = any(${kinds})`;
    for (const { id, kind } of rows) await queue.add(kind, id);
  };

  const cancel = async (): Promise<void> => {
    const rows = await sql<Row[]>`select id, kind from basic.job
      where state in ('REQUESTED', 'RUNNING') and cancel_requested_at is not null and kind = any(${kinds})`;
    for (const { id, kind } of rows) {
      const control = running.get(id);
      if (control !== undefined) control.abort();
      // Where another worker runs it, that worker hears of the request too.
      else
        await holding(id, async () => {
          await queue.drop(kind, id);
          await end(id, { state: 'CANCELLED' });
        });
    }
  };

  /** The queue has given up on these. */
  const failLost = () => sql`update basic.job j
    set state = 'FAILED', ended_at = now(), problem = ${lostProblem}
    from pgboss.job q
    where q.id = j.id and q.name = j.kind and q.state in ('failed', 'cancelled')
      and j.state = 'REQUESTED' and j.kind = any(${kinds})`;

  let sweeping: Promise<void> = Promise.resolve();
  const sweep = (withRecovery: boolean): Promise<void> => {
    sweeping = sweeping
      .then(async () => {
        if (stopping) return;
        if (withRecovery) await recover();
        await cancel();
        await add();
        await failLost();
        queue.wake();
      })
      .catch(onError);
    return sweeping;
  };

  const listening = await sql.listen(
    'nodp_job',
    () => void sweep(false),
    () => void sweep(true),
  );
  const timer = setInterval(() => void sweep(true), sweepInterval);

  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await listening.unlisten();
      await sweeping;
      for (const control of running.values()) control.abort();
      await queue.stop();
      await sql.end({ timeout: 5 });
    },
  };
};
