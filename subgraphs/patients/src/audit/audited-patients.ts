import { type PersonIdentity, sqlStatement } from '@nodp/database';
import { badInput, type SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';

const LONGEST_NUMBER = 64;
/** People whom one number names: more are no answer to “who is it”. */
const MOST = 20;

const p = sql.placeholder;
const byNumber = sqlStatement<{ patientId: string }>(sql`
  select patient_id from patients.find_audited(${p('hash')}, ${p('most')}::int)`);
const identities = sqlStatement<{ patientId: string; ciphertext: Uint8Array }>(sql`
  select patient_id, ciphertext from patients.audited_identities(${p('ids')}::uuid[])`);

/**
 * The patients whom a number names whole; the search is recorded before it is answered.
 * @throws BAD_USER_INPUT
 */
export const findAudited = async (
  number: string,
  { session, cipher }: SubgraphContext,
): Promise<{ patientId: string }[]> => {
  const trimmed = number.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NUMBER)
    throw badInput(`A number has 1 to ${LONGEST_NUMBER} characters.`);
  const hash = cipher.numberHash(trimmed);
  const found = await session.run(byNumber, { hash, most: MOST });
  const ids = found.map(({ patientId }) => patientId);
  await session.audit('search', ids, { hashes: [hash], purpose: 'audit', shown: ids.length });
  return found;
};

/** Identities by patient, for comparison inside the process; whatever of them is shown is recorded by who shows it. */
export const openIdentities = async (
  ids: readonly string[],
  { session, cipher }: SubgraphContext,
): Promise<ReadonlyMap<string, readonly PersonIdentity[]>> => {
  const rows = await session.run(identities, { ids: [...ids] });
  const opened = rows.map(({ patientId, ciphertext }) => ({
    patientId,
    person: JSON.parse(cipher.open(ciphertext).toString('utf8')) as PersonIdentity,
  }));
  return new Map(
    [...Map.groupBy(opened, ({ patientId }) => patientId)].map(([id, of]) => [
      id,
      of.map(({ person }) => person),
    ]),
  );
};

/** Record numbers of audited patients: one statement and one row of the audit for all of a page. */
export const recordNumbers = (context: SubgraphContext): DataLoader<string, string[]> =>
  new DataLoader(async (ids) => {
    await context.audit(ids);
    const people = await openIdentities(ids, context);
    return ids.map((id) => [
      ...new Set((people.get(id) ?? []).flatMap((person) => person.medicalRecordNumbers)),
    ]);
  });
