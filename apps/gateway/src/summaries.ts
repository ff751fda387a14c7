import { recomputeSummaries } from '@nodp/subgraph-patients/recompute';

/** A line at most every so often: a terminal's reader wants to see that it goes on, no more. */
const EVERY = 2_000;

/**
 * Data written by a version with other clinical rules are brought to those of this one before anybody sees them; where
 * they are of this version nothing is done. Stopped on the way, the next start takes it up where it stood.
 */
export const bringSummariesUpToDate = async (
  ownerUrl: string,
  say: (line: string) => void,
): Promise<void> => {
  let told = performance.now();
  const done = await recomputeSummaries(ownerUrl, {
    onProgress: ({ patients, of }) => {
      if (performance.now() - told < EVERY) return;
      told = performance.now();
      say(`… stages at diagnosis by the rules of this version: ${patients} of ${of} patients`);
    },
  });
  if (done > 0) say(`… stages at diagnosis by the rules of this version: ${done} patients, done`);
};
