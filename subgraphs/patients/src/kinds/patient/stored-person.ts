import { contentHash, type IdentityCipher, type PersonIdentity } from '@nodp/database';
import { dateColumns } from '@nodp/record';
import type { PatientRecord } from './record.ts';

/** The columns of `patient` that demographics fill in. */
export const demographicsOf = (r: PatientRecord) => ({
  sex: r.sex,
  ...dateColumns('born', r.born),
  residenceCode: r.residence,
  vitalStatus: r.vitalStatus,
  ...dateColumns('died', r.died),
  // Left out where it is: what was stored before has the hash it had.
  ...(r.inUse === false ? { inUse: false } : {}),
});

const identityOf = (r: PatientRecord): PersonIdentity => ({
  name: r.name,
  medicalRecordNumbers: r.medicalRecordNumbers,
  nationalId: r.nationalId,
  phone: r.phone,
  address: r.address,
});

/**
 * The columns of `identity` that say who the person is: sealed, and hashed to be found by.
 * @param numbers every number by which the person is found whole
 */
export const sealedIdentity = (
  cipher: IdentityCipher,
  r: PatientRecord,
  numbers: readonly string[],
) => {
  const identity = identityOf(r);
  return {
    ciphertext: cipher.seal(JSON.stringify(identity)),
    // Keyed, since a bare hash of a name and number could be guessed at.
    contentHash: cipher.numberHash(contentHash([identity, r.names, numbers])),
    ...cipher.identityHashes(identity, r.names, numbers),
  };
};

/**
 * One person's national identifier with another date of birth is not taken for the same person; without the day of birth
 * nothing is linked. The code system is part of it: one number means two persons in two countries.
 */
export const nationalHashOf = (cipher: IdentityCipher, r: PatientRecord): string | null =>
  r.nationalId === null || r.born?.precision !== 'day'
    ? null
    : cipher.nationalHash(r.nationalId, r.born.date, r.nationalSystem);

/** As `nationalHashOf`, without the code system. */
export const plainNationalHashOf = (cipher: IdentityCipher, r: PatientRecord): string | null =>
  nationalHashOf(cipher, { ...r, nationalSystem: null });

/** An identifier names a person, so only its keyed hash is stored; a sender's id does not. */
const storedKey = (cipher: IdentityCipher, key: string): string =>
  key.includes('|') ? `hash:${cipher.aliasHash(key)}` : key;

/** The columns of what demographics say of life or death; null where they do not speak of it. */
export const saidOfLife = (r: PatientRecord) =>
  r.vitalStatus === 'UNKNOWN'
    ? null
    : {
        vitalStatus: r.vitalStatus,
        ...dateColumns('died', r.died),
        causeSystem: null,
        causeCode: null,
        causeDisplay: null,
      };

/** The row's key of what a sender's demographics say of life or death. */
export const lifeKey = (cipher: IdentityCipher, r: PatientRecord) => ({
  sourceType: r.source.type,
  sourceId: storedKey(cipher, r.source.id),
});
