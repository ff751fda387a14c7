import type { IdentityCipher } from '@nodp/database';
import type postgres from 'postgres';
import type { MatchOptions } from './options.ts';
import { MATCH_VERSION, openPerson, type SealedPerson, storedKeys } from './persons.ts';

const BATCH = 2000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Makes the keys of identities that have none, or those of former words, batch by batch; keys of nobody go. */
export const fillKeys = async (
  sql: postgres.Sql,
  cipher: IdentityCipher,
  { onProgress, signal }: Pick<MatchOptions, 'onProgress' | 'signal'>,
): Promise<void> => {
  const [all] = await sql<{ identities: number }[]>`
    select count(*) as identities from patients.identity`;
  let after = { patientId: NOBODY, institutionId: NOBODY };
  let done = 0;
  for (;;) {
    signal.throwIfAborted();
    const rows = await sql<
      (SealedPerson & {
        readonly institutionId: string;
        readonly identityHash: string;
        readonly current: boolean;
      })[]
    >`
      select i.patient_id, i.institution_id, i.ciphertext, i.content_hash || d.content_hash as identity_hash,
        d.sex, d.born_on, d.born_precision,
        k.version = ${MATCH_VERSION} and k.identity_hash = i.content_hash || d.content_hash as current
      from patients.identity i
      join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = i.institution_id
      left join patients.match_key k on k.patient_id = i.patient_id and k.institution_id = i.institution_id
      where (i.patient_id, i.institution_id) > (${after.patientId}::uuid, ${after.institutionId}::uuid)
      order by i.patient_id, i.institution_id limit ${BATCH}`;
    const last = rows.at(-1);
    if (last === undefined) break;
    const made = rows
      .filter(({ current }) => !current)
      .map((row) => ({
        patientId: row.patientId,
        institutionId: row.institutionId,
        identityHash: row.identityHash,
        ...storedKeys(cipher, openPerson(cipher, row)),
      }));
    if (made.length > 0)
      await sql`
        insert into patients.match_key (patient_id, institution_id, keys, written, sound, identity_hash, version)
        select r."patientId", r."institutionId", r.keys, r.written, r.sound, r."identityHash", r.version
        from jsonb_to_recordset(${JSON.stringify(made)}::text::jsonb) as r("patientId" uuid, "institutionId" uuid, keys bigint[],
          written bigint, sound bigint, "identityHash" text, version smallint)
        on conflict (patient_id, institution_id) do update set keys = excluded.keys, written = excluded.written,
          sound = excluded.sound, identity_hash = excluded.identity_hash, version = excluded.version`;
    after = { patientId: last.patientId, institutionId: last.institutionId };
    done += rows.length;
    await onProgress('KEYS', Math.min(1, done / Math.max(1, all?.identities ?? 1)));
  }
  await sql`delete from patients.match_key k where not exists (select 1 from patients.identity i
    where i.patient_id = k.patient_id and i.institution_id = k.institution_id)`;
};
