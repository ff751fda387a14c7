import { runNow } from '@nodp/database/jobs/run-now';
import { recomputeJob, summariesOutdated } from '@nodp/subgraph-patients/jobs';

/** A line at most every so often: a terminal's reader wants to see that it goes on, no more. */
const EVERY = 2_000;

/**
 * Brings data that a version with other clinical rules wrote to the rules of this version, before anybody sees the
 * data. The work is a job, so that the list of jobs says when it was done, and a crash loses nothing of it. Where the
 * data are of this version nothing is done.
 */
export const bringSummariesUpToDate = async (
  ownerUrl: string,
  say: (line: string) => void,
): Promise<void> => {
  if (!(await summariesOutdated(ownerUrl))) return;
  let told = performance.now();
  const { patients } = await runNow(ownerUrl, recomputeJob(ownerUrl), {
    takeUp: true,
    signal: new AbortController().signal,
    onProgress: ({ share }) => {
      if (performance.now() - told < EVERY) return;
      told = performance.now();
      say(`… stages at diagnosis by the rules of this version: ${Math.floor(100 * share)} %`);
    },
    onError: (error) => say(error.stack ?? error.message),
  });
  say(`… stages at diagnosis by the rules of this version: ${patients} patients, done`);
};
