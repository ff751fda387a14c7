import type { IdentityCipher, PersonIdentity } from '@nodp/database';
import { type Person, personKeys, readPerson } from '@nodp/linkage';
import type { Precision } from '@nodp/oncology';
import { termsOf } from './basis.ts';

/** What an institution says of who a patient is, sealed. */
export interface SealedPerson {
  readonly patientId: string;
  readonly ciphertext: Uint8Array;
  readonly sex: 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';
  readonly bornOn: string | null;
  readonly bornPrecision: Precision | null;
}

const KNOWN = { year: 4, month: 7, day: 10 } as const;

/** Opened, and made ready to be compared with many. */
export const openPerson = (cipher: IdentityCipher, sealed: SealedPerson): Person => {
  const { name, nationalId, phone, address } = JSON.parse(
    cipher.open(sealed.ciphertext).toString('utf8'),
  ) as PersonIdentity;
  const { sex, bornOn, bornPrecision } = sealed;
  const born = bornOn?.slice(0, KNOWN[bornPrecision ?? 'day']) ?? null;
  return readPerson({ name, sex, born, nationalId, phone, address });
};

/** Which keys are stored: raised whenever there are others, so that the whole pool is matched anew. */
export const MATCH_VERSION = 1;

/** What is stored of a person so that others may meet it. */
export const storedKeys = (cipher: IdentityCipher, person: Person) => ({
  keys: personKeys(person).map(cipher.matchHash),
  ...termsOf(cipher, person),
  version: MATCH_VERSION,
});
