import type { Job } from '@nodp/database/jobs';
import { type RecomputeOptions, recomputeSummaries } from './recompute.ts';

const isAgain = (parameters: unknown): boolean =>
  typeof parameters === 'object' &&
  parameters !== null &&
  'again' in parameters &&
  parameters.again === true;

/**
 * Brings stored summaries to the clinical rules of this version, in this process, 20 ms of processor a batch. Begun again
 * after a crash, it goes on where it stopped.
 */
export const recomputeJob = (
  ownerUrl: string,
  { batch }: Pick<RecomputeOptions, 'batch'> = {},
): Job => ({
  kind: 'recompute',
  run: async ({ parameters, attempt, signal, progress }) => ({
    patients: await recomputeSummaries(ownerUrl, {
      // An attempt before this one began anew already.
      again: isAgain(parameters) && attempt === 1,
      batch,
      signal,
      onProgress: ({ patients, of }) => progress('RECOMPUTING', patients / of),
    }),
  }),
});
