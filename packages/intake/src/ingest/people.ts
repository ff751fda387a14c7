import {
  type Issue,
  type Kind,
  type KindModule,
  type KindModules,
  latestDay,
  type Resolved,
} from '@nodp/record';
import type { ReadEntry } from '../fhir/read.ts';
import type { Claim, Claimed, Seen } from './pool.ts';

/** The patients of a submission: one claim for each key, with the demographics where they came with it. */
export const claimsOf = (entries: readonly ReadEntry[]): Claim[] => {
  const claims = new Map<string, Claim>();
  for (const { patient, reading } of entries) {
    if (patient === null || reading.outcome === 'refused') continue;
    const record =
      reading.outcome === 'read' ? reading.records.find((r) => r.kind === 'patient') : undefined;
    if (record !== undefined || !claims.has(patient))
      claims.set(patient, { key: patient, record: record ?? null });
  }
  return [...claims.values()];
};

/** Outcomes are stored: an identifier, which may name a person, is not repeated in them. */
const named = (key: string | null): string =>
  key === null || key.includes('|') ? 'Patient with that identifier' : `Patient ${key}`;

const unknownPatient = (entry: ReadEntry, claimed: Claimed | undefined): Issue => ({
  severity: 'error',
  code: claimed?.state === 'ambiguous' ? 'multiple-matches' : 'not-found',
  expression: entry.subject,
  diagnostics:
    claimed?.state === 'ambiguous'
      ? `The identifier came with several patients. Refer to the Patient by its id.`
      : `The platform knows no ${named(entry.patient)} of this institution. Send the Patient first, or in the same Bundle.`,
});

/** Refuses what is about a patient nobody knows. */
export const resolvePatients = (
  entries: readonly ReadEntry[],
  claimed: ReadonlyMap<string, Claimed>,
): ReadEntry[] =>
  entries.map((entry) => {
    if (entry.patient === null || entry.reading.outcome === 'refused') return entry;
    const claim = claimed.get(entry.patient);
    if (claim !== undefined && claim.patientId !== null) return entry;
    return { ...entry, reading: { outcome: 'refused', issues: [unknownPatient(entry, claim)] } };
  });

/** When each patient was last known alive or seen; what is dated after today was not yet. */
export const seenOf = (
  kinds: KindModules,
  records: readonly Resolved[],
  claimed: ReadonlyMap<string, Claimed>,
  today: string,
): Seen[] => {
  const last = new Map<string, string | null>();
  for (const { patientId } of claimed.values()) if (patientId !== null) last.set(patientId, null);
  for (const { record, patientId } of records) {
    const date = (kinds[record.kind] as KindModule<Kind>).contact(record);
    const day =
      date === null ? null : typeof date === 'string' ? date.slice(0, 10) : latestDay(date);
    const known = last.get(patientId) ?? null;
    const counts = day !== null && day <= today && (known === null || day > known);
    last.set(patientId, counts ? day : known);
  }
  return [...last].map(([patientId, lastContactOn]) => ({ patientId, lastContactOn }));
};
