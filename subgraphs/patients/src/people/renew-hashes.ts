import {
  IDENTITY_HASHES,
  type IdentityCipher,
  identityCipher,
  type PersonIdentity,
} from '@nodp/database';
import postgres from 'postgres';

export interface RenewOptions {
  /** Identities to a transaction: few enough for the statement's triggers to take some tenths of a second while people work. */
  readonly batch?: number | undefined;
  /** How many were renewed so far, after each batch, of how many; waited for. */
  readonly onProgress: (renewed: number, of: number) => unknown;
  readonly signal: AbortSignal;
}

interface Outdated {
  readonly patient_id: string;
  readonly institution_id: string;
  readonly ciphertext: Uint8Array;
}

/** What a person is found by, from what names them; the hashes stored before stay beside these. */
const hashesOf = (cipher: IdentityCipher, sealed: Uint8Array) => {
  const person = JSON.parse(cipher.open(sealed).toString('utf8')) as PersonIdentity;
  return cipher.identityHashes(person, [person.name], person.medicalRecordNumbers);
};

/** Whether identities are stored whose hashes an older version of the platform made. */
export const identityHashesOutdated = async (ownerUrl: string): Promise<boolean> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`select exists (select 1 from patients.identity
      where hash_version < 3 and hash_version < ${IDENTITY_HASHES}) as found`;
    return row?.found === true;
  } finally {
    await sql.end();
  }
};

/** One batch of identities with older hashes, locked; how many there were. */
const renewBatch = (sql: postgres.Sql, cipher: IdentityCipher, size: number): Promise<number> =>
  sql.begin(async (transaction) => {
    const rows = await transaction<Outdated[]>`
      select patient_id, institution_id, ciphertext from patients.identity
      where hash_version < 3 and hash_version < ${IDENTITY_HASHES} order by patient_id limit ${size}
      for update skip locked`;
    if (rows.length === 0) return 0;
    const renewed = rows.map((row) => ({
      patient: row.patient_id,
      institution: row.institution_id,
      ...hashesOf(cipher, row.ciphertext),
    }));
    await transaction`
      update patients.identity i set hash_version = r."hashVersion",
        name_hashes = array(select distinct unnest(i.name_hashes || r."nameHashes")),
        number_hashes = array(select distinct unnest(i.number_hashes || r."numberHashes"))
      from jsonb_to_recordset(${JSON.stringify(renewed)}::text::jsonb) as r(patient uuid, institution uuid,
        "nameHashes" text[], "numberHashes" text[], "hashVersion" smallint)
      where i.patient_id = r.patient and i.institution_id = r.institution`;
    return rows.length;
  });

/**
 * Makes the hashes of identities that an older version of the platform stored anew, batch by batch, beside
 * other work: until then those people are found by the hashes of the older version. Several
 * processes may run it at once; stopped, it goes on at the next start.
 * @param ownerUrl of the role that owns the tables: the work is of every institution
 * @returns how many were renewed
 */
export const renewIdentityHashes = async (
  ownerUrl: string,
  identityKey: Uint8Array,
  { batch = 500, onProgress, signal }: RenewOptions,
): Promise<number> => {
  const cipher = identityCipher({ identityKey });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [outdated] = await sql`select count(*)::int as number from patients.identity
      where hash_version < 3 and hash_version < ${IDENTITY_HASHES}`;
    let renewed = 0;
    while (!signal.aborted) {
      const done = await renewBatch(sql, cipher, batch);
      if (done === 0) break;
      renewed += done;
      await onProgress(renewed, Math.max(renewed, outdated?.number));
    }
    return renewed;
  } finally {
    await sql.end();
  }
};
