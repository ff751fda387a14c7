import { createHmac } from 'node:crypto';

/**
 * UIDs of a copy by those of the original: the same for the same key, so that references within a release still lead somewhere, and not to be
 * undone without it. 128 bits of HMAC-SHA-256 below 2.25, as PS3.5 annex B.2 makes UIDs of numbers.
 */
export const uidMap =
  (key: Uint8Array) =>
  (uid: string): string => {
    const bytes = createHmac('sha256', key).update(uid).digest().subarray(0, 16);
    return `2.25.${BigInt(`0x${bytes.toString('hex')}`)}`;
  };

/** UIDs of classes, transfer syntaxes and coding schemes are the standard's: they name nobody. */
export const isStandardUid = (uid: string): boolean => uid.startsWith('1.2.840.10008.');
