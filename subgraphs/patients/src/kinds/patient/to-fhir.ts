import {
  type IdentityCipher,
  type PersonIdentity,
  type Session,
  type Statement,
  sqlStatement,
} from '@nodp/database';
import { dateIn, said, type WrittenResource } from '@nodp/record/fhir';
import { type SQL, sql } from 'drizzle-orm';
import { demographics } from '../../people/demographics-table.ts';

const ID_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0203';
const RESIDENT_IDENTITY = 'urn:oid:2.16.156.10011.1.3';
const GENDERS = { FEMALE: 'female', MALE: 'male', OTHER: 'other', UNKNOWN: 'unknown' } as const;

interface PersonRow {
  readonly patientId: string;
  readonly ciphertext: Uint8Array;
  readonly recordedAt: string;
  readonly sex: keyof typeof GENDERS;
  readonly bornOn: string | null;
  readonly bornPrecision: string | null;
  readonly inUse: boolean;
  readonly vitalStatus: 'ALIVE' | 'DEAD' | null;
  readonly diedOn: string | null;
  readonly diedPrecision: string | null;
}

/** What the session's institution said itself of who its patients are; another's word is not given to it. */
const people = sqlStatement<PersonRow>(sql`
  select i.patient_id, i.ciphertext, greatest(i.recorded_at, d.recorded_at) as recorded_at, d.sex, d.born_on, d.born_precision,
    d.in_use, v.vital_status, v.died_on, v.died_precision
  from patients.identity i
  join patients.demographics d on d.patient_id = i.patient_id and d.institution_id = i.institution_id
  left join lateral (
    select r.vital_status, r.died_on, r.died_precision from patients.vital_status_report r
    where r.patient_id = i.patient_id and r.institution_id = i.institution_id and r.source_type = 'Patient'
    order by r.recorded_at desc limit 1) v on true
  where i.patient_id = any(${sql.placeholder('ids')}::uuid[]) and i.institution_id = ${sql.placeholder('institution')}::uuid
  order by i.patient_id`);

const ownKeys: Statement<{ patientId: string; sourceId: string }> = {
  text: 'select patient_id, source_id from patients.own_keys($1::uuid[])',
  bind: ({ ids }) => [ids],
};

const ownPatients: Statement<{ patientId: string }> = {
  text: 'select patient_id from patients.own_patients($1::text[], $2::text[])',
  bind: ({ keys, aliases }) => [keys, aliases],
};

/** The session's institution's patients by the keys of its own and by `system|value` of identifiers. */
export const patientsOfKeys = async (
  session: Session,
  cipher: IdentityCipher,
  keys: readonly string[],
  identifiers: readonly string[] = [],
): Promise<string[]> => {
  const aliases = identifiers.map((identifier) => `#${cipher.aliasHash(identifier)}`);
  const rows = await session.run(ownPatients, { keys, aliases });
  return rows.map(({ patientId }) => patientId);
};

/**
 * The id under which each patient is given back: the institution's own id of the patient, the first of several, where it
 * gave one; else the platform's.
 */
export const idsOfPatients = async (
  session: Session,
  patientIds: readonly string[],
  isId: (text: string) => boolean,
): Promise<ReadonlyMap<string, string>> => {
  if (patientIds.length === 0) return new Map();
  const rows = await session.run(ownKeys, { ids: [...new Set(patientIds)] });
  const own = new Map<string, string>();
  for (const { patientId, sourceId } of rows)
    if (!own.has(patientId) && isId(sourceId)) own.set(patientId, sourceId);
  return new Map(patientIds.map((id) => [id, own.get(id) ?? id]));
};

const identifiersOf = (who: PersonIdentity): object[] => [
  ...who.medicalRecordNumbers.map((value) => ({
    type: { coding: [{ system: ID_TYPE, code: 'MR' }] },
    value,
  })),
  ...(who.nationalId === null
    ? []
    : [
        {
          type: { coding: [{ system: ID_TYPE, code: 'NI' }] },
          ...(/^\d{17}[\dX]$/i.test(who.nationalId) ? { system: RESIDENT_IDENTITY } : {}),
          value: who.nationalId,
        },
      ]),
];

const lifeOf = (row: PersonRow) =>
  row.vitalStatus === null
    ? {}
    : row.vitalStatus === 'ALIVE'
      ? { deceasedBoolean: false }
      : row.diedOn === null
        ? { deceasedBoolean: true }
        : { deceasedDateTime: dateIn({ ...row }, 'died') };

const resourceOf = (row: PersonRow, who: PersonIdentity, id: string): WrittenResource =>
  said({
    resourceType: 'Patient',
    id,
    meta: { lastUpdated: new Date(row.recordedAt).toISOString() },
    identifier: identifiersOf(who),
    active: row.inUse,
    name: who.name === '' ? [] : [{ text: who.name }],
    telecom: who.phone === null ? [] : [{ system: 'phone', value: who.phone }],
    gender: GENDERS[row.sex],
    birthDate: dateIn({ ...row }, 'born'),
    ...lifeOf(row),
    address: who.address === null ? [] : [{ text: who.address }],
  });

/** Patients as their own institution knows them, by the platform's ids; in the order of those. */
export const patientsToFhir = async (
  session: Session,
  cipher: IdentityCipher,
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, WrittenResource>> => {
  const { institutionId } = session.principal;
  if (ids.size === 0 || institutionId === null) return new Map();
  const rows = await session.run(people, { ids: [...ids.keys()], institution: institutionId });
  return new Map(
    rows.map((row) => {
      const who = JSON.parse(cipher.open(row.ciphertext).toString()) as PersonIdentity;
      return [row.patientId, resourceOf(row, who, ids.get(row.patientId) ?? row.patientId)];
    }),
  );
};

/** A person of the session's institution's, by what it said itself. */
export interface PersonSearch {
  /** Null for all. */
  readonly ids: readonly string[] | null;
  /** Keyed hashes of whole numbers. */
  readonly numbers: readonly string[] | null;
  readonly genders: readonly string[] | null;
  readonly born: (columns: typeof demographics) => readonly SQL[];
  readonly updated: (recordedAt: SQL) => readonly SQL[];
  readonly after: string | null;
  readonly most: number;
}

/** The platform's ids of the patients that fit, in their order. */
export const findPeople = (
  session: Session,
  search: PersonSearch,
): Promise<{ patientId: string }[]> => {
  const { institutionId } = session.principal;
  if (institutionId === null) return Promise.resolve([]);
  const mine = sql`${institutionId}::uuid`;
  const array = (all: readonly string[]) => sql`${sql.param([...all])}`;
  const sexes = Object.entries(GENDERS).flatMap(([sex, gender]) =>
    search.genders?.includes(gender) ? [sex] : [],
  );
  const where = [
    sql`c.institution_id = ${mine}`,
    ...(search.ids === null ? [] : [sql`c.patient_id = any(${array(search.ids)}::uuid[])`]),
    ...(search.after === null ? [] : [sql`c.patient_id > ${search.after}::uuid`]),
    ...(search.numbers === null ? [] : [sql`i.number_hashes && ${array(search.numbers)}::text[]`]),
    ...(search.genders === null ? [] : [sql`${demographics.sex} = any(${array(sexes)}::text[])`]),
    ...search.born(demographics),
    ...search.updated(sql`greatest(i.recorded_at, ${demographics.recordedAt})`),
  ];
  return session.run(
    sqlStatement<{ patientId: string }>(sql`select c.patient_id from basic.care_relationship c
      join patients.identity i on i.patient_id = c.patient_id and i.institution_id = c.institution_id
      join ${demographics} on ${demographics.patientId} = c.patient_id and ${demographics.institutionId} = c.institution_id
      where ${sql.join(where, sql` and `)} order by c.patient_id limit ${sql.raw(String(search.most))}`),
  );
};
