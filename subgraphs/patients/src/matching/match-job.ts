import type { Job } from '@nodp/database/jobs';
import { matchPool } from './run.ts';

/** The kind of job that finds who in the pool may be one person. */
export const MATCH = 'match-persons';

/** Matches in this process, batch by batch. Begun again after a crash, it goes on where it stopped. */
export const matchJob = (ownerUrl: string, identityKey: Uint8Array): Job => ({
  kind: MATCH,
  run: async ({ signal, progress }) => ({
    ...(await matchPool(ownerUrl, identityKey, { signal, onProgress: progress })),
  }),
});
