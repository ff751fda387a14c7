import postgres from 'postgres';
import { auditOperator } from '../operator-audit.ts';
import type { Job, JobResult } from './job.ts';
import { jobEnded, requestJobAsOwner, unfinishedJob, type Waiting } from './owner.ts';
import { startWorker } from './worker.ts';

export interface RunNowOptions extends Waiting {
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Takes up a job of the kind that waits or was interrupted, instead of requesting another. */
  readonly takeUp?: boolean;
  readonly onError: (error: Error) => void;
}

/**
 * Requests a job as the owner of the tables and waits for its end: an operator's command, or a start. A worker of this
 * process runs the job, unless another worker is faster.
 * @throws PlatformError `job-failed` or `job-cancelled`
 */
export const runNow = async (
  ownerUrl: string,
  job: Job,
  { parameters = {}, takeUp = false, signal, onProgress, onError }: RunNowOptions,
): Promise<JobResult> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const worker = await startWorker(ownerUrl, { jobs: [job], onError });
    try {
      const found = takeUp ? await unfinishedJob(sql, job.kind) : null;
      if (found === null) await auditOperator(sql, `nodp ${job.kind}`, parameters);
      const id = found ?? (await requestJobAsOwner(sql, job.kind, 'nodp', parameters));
      return await jobEnded(sql, id, { signal, onProgress });
    } finally {
      await worker.stop();
    }
  } finally {
    await sql.end();
  }
};
