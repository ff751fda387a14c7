import { type PersonIdentity, query, statement } from '@nodp/database';
import { rowsByPatient, type SubgraphContext } from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import { identity } from '../tables.ts';

const rows = rowsByPatient(
  statement(
    query
      .select({ patientId: identity.patientId, ciphertext: identity.ciphertext })
      .from(identity)
      .where(sql`${identity.patientId} = any(${sql.placeholder('ids')})`)
      // The reader's own institution's words first: what another sends changes nobody else's name.
      .orderBy(
        sql`(${identity.institutionId} = nullif(current_setting('nodp.institution', true), '')::uuid) desc, ${identity.recordedAt} desc`,
      ),
  ),
);

const open = ({ cipher }: SubgraphContext, sealed: Uint8Array): PersonIdentity =>
  JSON.parse(cipher.open(sealed).toString('utf8')) as PersonIdentity;

/** What names a patient: the reader's institution's words, else the latest, and every institution's record numbers. */
export const identityOf = (context: SubgraphContext): DataLoader<string, PersonIdentity> =>
  new DataLoader(async (ids) => {
    const loaded = await context.once(rows).loadMany(ids);
    return loaded.map((found, i) => {
      if (found instanceof Error) return found;
      const [latest, ...earlier] = found.map((row) => open(context, row.ciphertext));
      if (latest === undefined) return new Error(`Patient ${ids[i]} has no identity on record.`);
      const numbers = [latest, ...earlier].flatMap((person) => person.medicalRecordNumbers);
      return { ...latest, medicalRecordNumbers: [...new Set(numbers)] };
    });
  });

/** All but the last four characters hidden. */
export const masked = (identifier: string): string =>
  identifier.length <= 4 ? '****' : '*'.repeat(identifier.length - 4) + identifier.slice(-4);
