import { startWorker } from '@nodp/database/jobs/worker';
import { recomputeJob, renewHashesJob } from '@nodp/subgraph-patients/jobs';
import { identityKey } from './fixtures.ts';

const url = process.env.OWNER_URL as string;

/** A worker for a test to kill or to cancel: each job tells of its first batch, one patient, and goes no further. */
await startWorker(url, {
  jobs: [recomputeJob(url, { batch: 1 }), renewHashesJob(url, identityKey, { batch: 1 })].map(
    (job) => ({
      kind: job.kind,
      run: (work) =>
        job.run({
          ...work,
          progress: async (step, share) => {
            await work.progress(step, share);
            process.send?.(job.kind);
            await new Promise((done) => work.signal.addEventListener('abort', done));
          },
        }),
    }),
  ),
  onError: (error) => console.error(error),
});
