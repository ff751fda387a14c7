import { identityCipher } from '@nodp/database';
import postgres from 'postgres';

/** Looked at of a restored database: a key opens all of its names, or none. */
const NEWEST = 200;

/** How many of the newest sealed names a key does not open. @param ownerUrl as the owner */
export const unreadableIdentities = async (
  ownerUrl: string,
  identityKey: Uint8Array,
): Promise<number> => {
  const cipher = identityCipher({ identityKey });
  const opens = (sealed: Uint8Array): boolean => {
    try {
      cipher.open(sealed);
      return true;
    } catch {
      return false;
    }
  };
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql<{ ciphertext: Uint8Array }[]>`
      select ciphertext from patients.identity order by patient_id desc limit ${NEWEST}`;
    return rows.filter(({ ciphertext }) => !opens(ciphertext)).length;
  } finally {
    await sql.end();
  }
};
