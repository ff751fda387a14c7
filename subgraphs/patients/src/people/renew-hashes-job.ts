import type { Job } from '@nodp/database/jobs';
import { type RenewOptions, renewIdentityHashes } from './renew-hashes.ts';

/** The kind of job that makes the hashes anew by which people are found. */
export const RENEW_HASHES = 'renew-identity-hashes';

/** Renews in this process, batch by batch. Begun again after a crash, it goes on where it stopped. */
export const renewHashesJob = (
  ownerUrl: string,
  identityKey: Uint8Array,
  { batch }: Pick<RenewOptions, 'batch'> = {},
): Job => ({
  kind: RENEW_HASHES,
  run: async ({ signal, progress }) => {
    const identities = await renewIdentityHashes(ownerUrl, identityKey, {
      batch,
      onProgress: (renewed, of) => progress('RENEWING', renewed / of),
      signal,
    });
    signal.throwIfAborted();
    return { identities };
  },
});
