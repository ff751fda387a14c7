import type { IdentityCipher, PersonIdentity, Session, Statement } from '@nodp/database';
import type { Resolved } from '@nodp/record';
import type { PatientRecord } from './record.ts';

type IdentityHashes = ReturnType<IdentityCipher['identityHashes']>;

interface KnownRow {
  readonly patientId: string;
  readonly ciphertext: Uint8Array;
  readonly nameHashes: readonly string[];
  readonly hashVersion: number;
}

const select: Statement<KnownRow> = {
  text: `select patient_id as "patientId", ciphertext, name_hashes as "nameHashes", hash_version as "hashVersion"
    from patients.identity where patient_id = any($1::uuid[])
      and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`,
  bind: ({ patients }) => [patients],
};

/** What the sender said before of who a patient is. */
export interface Known {
  readonly person: PersonIdentity;
  /** The hashes by which the name is found. */
  readonly nameHashes: (hashes: IdentityHashes) => readonly string[];
}

/** What the sender said before of the patients of whom something is left as it was, in one statement. */
export const knownOf = async (
  session: Session,
  cipher: IdentityCipher,
  people: readonly Resolved<PatientRecord>[],
): Promise<ReadonlyMap<string, Known>> => {
  const some = people.filter(({ record }) => (record.leaves?.length ?? 0) > 0);
  if (some.length === 0) return new Map();
  const rows = await session.run(select, { patients: some.map(({ patientId }) => patientId) });
  return new Map(
    rows.map(({ patientId, ciphertext, nameHashes, hashVersion }) => [
      patientId,
      {
        person: JSON.parse(cipher.open(ciphertext).toString('utf8')) as PersonIdentity,
        // Hashes of another version would find nobody: then those of the name as it is written have to do.
        nameHashes: (hashes) =>
          hashVersion === hashes.hashVersion ? nameHashes : hashes.nameHashes,
      },
    ]),
  );
};

/** A record with what it left as it was filled in from what its sender said before. */
export const filledIn = (record: PatientRecord, known: Known | undefined): PatientRecord => {
  const { leaves = [] } = record;
  if (known === undefined || leaves.length === 0) return record;
  const { person } = known;
  return {
    ...record,
    ...(leaves.includes('name') ? { name: person.name, names: [person.name] } : {}),
    ...(leaves.includes('nationalId') ? { nationalId: person.nationalId } : {}),
    ...(leaves.includes('phone') ? { phone: person.phone ?? record.phone } : {}),
    ...(leaves.includes('address') ? { address: person.address } : {}),
  };
};
