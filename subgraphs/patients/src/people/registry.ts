import type { IdentityCipher, Statement } from '@nodp/database';
import type { Claimed, Linked, PatientRegistry } from '@nodp/intake';
import { v7 as uuidv7 } from 'uuid';
import { renewIndicators } from '../indicators/renew-indicators.ts';
import { nationalHashOf, plainNationalHashOf } from '../kinds/patient/stored-person.ts';
import { matchAtIntake } from '../matching/at-intake.ts';
import { renewFindings } from '../stage-findings/renew-findings.ts';
import { renewSummaries } from '../summary/renew.ts';
import { renewAlerts } from '../surveillance/renew-alerts.ts';
import { renewTasks } from '../tasks/renew-tasks.ts';
import { knownPeople } from './known-people.ts';
import { storedRecords } from './stored-records.ts';

interface ClaimRow {
  readonly key: string;
  readonly patient: string | null;
  readonly state: Claimed['state'];
  readonly parted: string | null;
}

const claim: Statement<ClaimRow> = {
  text: 'select key, patient, state, parted from patients.claim_patients($1::text::jsonb)',
  bind: ({ json }) => [json],
};

/** An identifier or address may name a person, so only its hash is stored; a sender's id does not. */
const storedKey = (cipher: IdentityCipher, key: string): string =>
  /[|:]/.test(key) ? `#${cipher.aliasHash(key)}` : key;

const link: Statement<Linked> = {
  text: 'select kept as surviving, "left" as merged from patients.link_sources($1, $2)',
  bind: ({ replaced, by }) => [replaced, by],
};
const join: Statement<never> = {
  text: 'select patients.join_patients($1::uuid, $2::uuid)',
  bind: ({ merged, surviving }) => [merged, surviving],
};

const hold: Statement<{ readonly held: boolean }> = {
  text: 'select patients.hold_patient($1::uuid) as held',
  bind: ({ patient }) => [patient],
};

const settle: Statement<Linked> = {
  text: 'select kept as surviving, "left" as merged from patients.settle_claims($1::uuid[], $2::uuid[])',
  bind: ({ claimed, treated }) => [claimed, treated],
};

const claimedOf = ({ patient, state, parted }: ClaimRow): Claimed =>
  patient !== null && (state === 'known' || state === 'new')
    ? { state, patientId: patient, ...(parted === null ? {} : { partedFrom: parted }) }
    : { state: state === 'ambiguous' ? 'ambiguous' : 'unknown', patientId: null };

/** The registry of patients in PostgreSQL. */
export const patientRegistry = (cipher: IdentityCipher): PatientRegistry => ({
  claim: async (session, claims) => {
    if (claims.length === 0) return new Map();
    const json = JSON.stringify(
      claims.map(({ key, record }) => ({
        key: storedKey(cipher, key),
        aliases: (record?.aliases ?? []).map((alias) => storedKey(cipher, alias)),
        national: record === null ? null : nationalHashOf(cipher, record),
        // As it was before the code system belonged to it: no correction of the number.
        plain: record === null ? null : plainNationalHashOf(cipher, record),
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
  hold: async (session, patientId) =>
    (await session.run(hold, { patient: patientId }))[0]?.held === true,
  known: knownPeople,
  stored: storedRecords,
  link: async (session, replaced, by) => {
    const keys = { replaced: storedKey(cipher, replaced), by: storedKey(cipher, by) };
    return (await session.run(link, keys))[0] ?? null;
  },
  join: async (session, linked) => {
    await session.run(join, { ...linked });
  },
  settle: (session, claimed, treated) =>
    session.run(settle, { claimed: [...claimed], treated: [...treated] }),
  match: (session, patients) => matchAtIntake(session, cipher, patients),
  renew: async (session, seen, { summary, surveillance, stageCheck, rules }) => {
    await renewSummaries(session, seen, summary);
    await renewAlerts(session, surveillance, rules);
    await renewFindings(session, stageCheck);
    await renewIndicators(session, [...seen.map(({ patientId }) => patientId), ...summary]);
    await renewTasks(
      session,
      [...seen.map(({ patientId }) => patientId), ...summary, ...surveillance, ...stageCheck],
      rules,
    );
  },
});
