import type { RecordKey, Session } from '@nodp/database';
import { latestDay, nationalDay } from '@nodp/oncology';
import type { Issue, Kind, KindModule, KindModules, Resolved } from '@nodp/record';
import { remembered } from '@nodp/terminology/remembered';
import type { ReadUnit } from '../units.ts';
import type { Claim, Claimed, PatientRegistry, Seen } from './pool.ts';

/** The patients of a submission: one claim for each key, with the demographics where they came with it. */
export const claimsOf = (entries: readonly ReadUnit[]): Claim[] => {
  const claims = new Map<string, Claim>();
  for (const { patient: about, reading, careOf } of entries) {
    const patient = about ?? (typeof careOf === 'object' ? careOf.patient : null);
    if (patient === null || reading.outcome === 'refused') continue;
    const record =
      reading.outcome === 'read' ? reading.records.find((r) => r.kind === 'patient') : undefined;
    if (record !== undefined || !claims.has(patient))
      claims.set(patient, { key: patient, record: record ?? null });
  }
  return [...claims.values()];
};

/** Outcomes are stored: an identifier or address, which may name a person, is not repeated in them. */
const named = (key: string | null): string =>
  key === null || /[|:]/.test(key) ? 'Patient of that identifier or address' : `Patient ${key}`;

const unknownPatient = (entry: ReadUnit, claimed: Claimed | undefined): Issue => {
  const ambiguous = claimed?.state === 'ambiguous';
  const [reason, remedy] = ambiguous
    ? [
        { en: 'The identifier came with several patients.', zh: '该标识符对应多名患者。' },
        { en: 'Refer to the Patient by its id.', zh: '请以患者的唯一编号引用。' },
      ]
    : [
        {
          en: `The platform knows no ${named(entry.patient)} of this institution.`,
          zh: '平台中没有本机构的该患者。',
        },
        {
          en: 'Send the Patient first, or together with it.',
          zh: '请先上报患者基本信息，或与之一同上报。',
        },
      ];
  return {
    severity: 'error',
    code: ambiguous ? 'multiple-matches' : 'not-found',
    where: entry.subject,
    message: `${reason.en} ${remedy.en}`,
    words: { reason, remedy },
  };
};

/** Refuses what is about a patient nobody knows. */
export const resolvePatients = (
  entries: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
): ReadUnit[] =>
  entries.map((entry) => {
    if (entry.patient === null || entry.reading.outcome === 'refused') return entry;
    const claim = claimed.get(entry.patient);
    if (claim !== undefined && claim.patientId !== null) return entry;
    return { ...entry, reading: { outcome: 'refused', issues: [unknownPatient(entry, claim)] } };
  });

/** A conditional update has to mean one patient: where its criteria find several, none of them is changed. */
export const refuseSeveral = async (
  session: Session,
  registry: PatientRegistry,
  units: readonly ReadUnit[],
): Promise<readonly ReadUnit[]> => {
  const keys = new Set(
    units.flatMap((u) => (u.mustBeOne && u.patient !== null ? [u.patient] : [])),
  );
  if (keys.size === 0) return units;
  const found = await registry.claim(
    session,
    [...keys].map((key) => ({ key, record: null })),
  );
  return units.map((unit) => {
    if (!unit.mustBeOne || found.get(unit.patient ?? '')?.state !== 'ambiguous') return unit;
    const issue: Issue = {
      severity: 'error',
      code: 'conflict',
      where: unit.where,
      message:
        'Several patients came with the identifier of the criteria. Update the Patient by its id.',
    };
    return { ...unit, reading: { outcome: 'refused', issues: [issue] } };
  });
};

/** Parts that are written one after the other tell of one person under two keys: at once, the last would stand for both. */
class TwoKeys extends Error {
  constructor() {
    super('Two parts tell of one person under two keys: they are written one after the other.');
  }
}

/** @throws TwoKeys where what is sent tells who one patient is under several of its sender's keys */
export const refuseTwoKeys = (
  units: readonly ReadUnit[],
  claimed: ReadonlyMap<string, Claimed>,
): void => {
  const keys = new Map<string, string>();
  for (const { patient, reading } of units) {
    const patientId = patient === null ? null : (claimed.get(patient)?.patientId ?? null);
    if (patient === null || patientId === null || reading.outcome !== 'read') continue;
    if (!reading.records.some(({ kind }) => kind === 'patient')) continue;
    if ((keys.get(patientId) ?? patient) !== patient) throw new TwoKeys();
    keys.set(patientId, patient);
  }
};

const dayOf = remembered((instant: string) => nationalDay(new Date(instant)));

/** When each patient was last known alive or seen, those included who lost a record; what is dated after today was not yet. */
export const seenOf = (
  kinds: KindModules,
  records: readonly Resolved[],
  claimed: ReadonlyMap<string, Claimed>,
  today: string,
  gone: readonly RecordKey[],
): Seen[] => {
  const last = new Map<string, string | null>();
  for (const { patientId } of gone) last.set(patientId, null);
  for (const { patientId } of claimed.values()) if (patientId !== null) last.set(patientId, null);
  for (const { record, patientId } of records) {
    const date = (kinds[record.kind] as KindModule<Kind>).contact(record);
    const day = date === null ? null : typeof date === 'string' ? dayOf(date) : latestDay(date);
    const known = last.get(patientId) ?? null;
    const counts = day !== null && day <= today && (known === null || day > known);
    last.set(patientId, counts ? day : known);
  }
  return [...last].map(([patientId, lastContactOn]) => ({ patientId, lastContactOn }));
};
