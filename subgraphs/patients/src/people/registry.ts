import type { IdentityCipher, Statement } from '@nodp/database';
import type { Claimed, Linked, PatientRegistry } from '@nodp/intake';
import { v7 as uuidv7 } from 'uuid';
import type { PatientRecord } from '../kinds/patient/record.ts';
import { renewSummaries } from '../summary/renew.ts';

interface ClaimRow {
  readonly key: string;
  readonly patient: string | null;
  readonly state: Claimed['state'];
}

const claim: Statement<ClaimRow> = {
  text: 'select key, patient, state from patients.claim_patients($1::text::jsonb)',
  bind: ({ json }) => [json],
};

/**
 * One person's national identifier with another date of birth is not taken for the same person; without
 * the day of birth nothing is linked.
 */
const nationalHash = (cipher: IdentityCipher, r: PatientRecord): string | null =>
  r.nationalId === null || r.born?.precision !== 'day'
    ? null
    : cipher.nationalHash(r.nationalId, r.born.date);

/** An identifier or address may name a person, so only its hash is stored; a sender's id does not. */
const storedKey = (cipher: IdentityCipher, key: string): string =>
  /[|:]/.test(key) ? `#${cipher.aliasHash(key)}` : key;

const link: Statement<Linked> = {
  text: 'select kept, "left" from patients.link_sources($1, $2)',
  bind: ({ replaced, by }) => [replaced, by],
};
const join: Statement<never> = {
  text: 'select patients.join_patients($1::uuid, $2::uuid)',
  bind: ({ left, kept }) => [left, kept],
};

const settle: Statement<Linked> = {
  text: 'select kept, "left" from patients.settle_claims($1::uuid[], $2::uuid[])',
  bind: ({ claimed, treated }) => [claimed, treated],
};

const claimedOf = ({ patient, state }: ClaimRow): Claimed =>
  patient !== null && (state === 'known' || state === 'new')
    ? { state, patientId: patient }
    : { state: state === 'ambiguous' ? 'ambiguous' : 'unknown', patientId: null };

/** The registry of patients in PostgreSQL. */
export const patientRegistry = (cipher: IdentityCipher): PatientRegistry => ({
  claim: async (session, claims) => {
    if (claims.length === 0) return new Map();
    const json = JSON.stringify(
      claims.map(({ key, record }) => ({
        key: storedKey(cipher, key),
        aliases: (record?.aliases ?? []).map((alias) => storedKey(cipher, alias)),
        national: record === null ? null : nationalHash(cipher, record),
        candidate: record === null ? null : uuidv7(),
      })),
    );
    const rows = await session.run(claim, { json });
    const found = new Map(rows.map((row) => [row.key, claimedOf(row)]));
    const unknown: Claimed = { state: 'unknown', patientId: null };
    return new Map(
      claims.map(({ key }) => [key, found.get(storedKey(cipher, key)) ?? unknown] as const),
    );
  },
  link: async (session, replaced, by) => {
    const keys = { replaced: storedKey(cipher, replaced), by: storedKey(cipher, by) };
    return (await session.run(link, keys))[0] ?? null;
  },
  join: async (session, linked) => {
    await session.run(join, { ...linked });
  },
  settle: (session, claimed, treated) =>
    session.run(settle, { claimed: [...claimed], treated: [...treated] }),
  renew: renewSummaries,
});
