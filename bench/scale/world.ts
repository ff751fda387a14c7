import { identityCipher, type PersonIdentity, type Principal } from '@nodp/database';
import type postgres from 'postgres';

/** The nation the questions are put to, and who puts them. */
export interface World {
  /** Of the hospital with the most patients: its lists are the longest. */
  readonly clinician: Principal;
  /** Patients of that hospital, by chance. */
  readonly ids: readonly string[];
  /** Full names of some of them. */
  readonly names: readonly string[];
  readonly patients: number;
  readonly ofHospital: number;
}

/** As many patients as are asked for: a page is rarely asked for twice. */
const SOME = 4000;
const NAMES = 400;

export const surveyDatabase = async (
  sql: postgres.Sql,
  identityKey: Uint8Array,
): Promise<World> => {
  const [all] = await sql`select count(*)::int as n from patients.patient`;
  const [largest] = await sql`
    select institution_id, count(*)::int as n from basic.care_relationship group by 1 order by 2 desc, 1 limit 1`;
  if (largest === undefined) throw new Error('No patient is stored in this home.');
  const ids = await sql`
    select patient_id from basic.care_relationship where institution_id = ${largest.institution_id}
    order by md5(patient_id::text) limit ${SOME}`;
  const cipher = identityCipher({ identityKey });
  const sealed = await sql`
    select ciphertext from patients.identity where institution_id = ${largest.institution_id}
      and patient_id = any (${ids.slice(0, NAMES).map((row) => row.patient_id)}::uuid[])`;
  return {
    clinician: {
      accountId: 'bench',
      name: { en: 'Bench', zh: '基准' },
      role: 'CLINICIAN',
      institutionId: largest.institution_id,
    },
    ids: ids.map((row) => row.patient_id as string),
    names: sealed.map(
      (row) => (JSON.parse(cipher.open(row.ciphertext).toString()) as PersonIdentity).name,
    ),
    patients: all?.n,
    ofHospital: largest.n,
  };
};
