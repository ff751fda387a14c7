import { type PersonIdentity, sqlStatement } from '@nodp/database';
import { decodeOne, type SubgraphContext } from '@nodp/graph';
import { residentIdentity } from '@nodp/linkage';
import { type Precision, storedDate } from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import type { ClaimedRow } from '../emergency/claims.ts';
import type {
  PersonFact,
  QueryPersonStatementsArgs,
  Sex,
  VitalStatus,
} from '../generated/resolvers.ts';

interface StatementRow {
  readonly patientId: string;
  readonly institutionId: string;
  readonly ciphertext: Uint8Array | null;
  readonly sex: Sex;
  readonly bornOn: string | null;
  readonly bornPrecision: Precision | null;
  readonly recordedAt: string;
  readonly since: string;
  readonly life: {
    readonly vitalStatus: VitalStatus;
    readonly diedOn: string | null;
    readonly diedPrecision: Precision | null;
  } | null;
  readonly claim: ClaimedRow | null;
}

/** What an institution says of a person, opened for a data manager. */
export interface PersonStatementRow extends StatementRow {
  readonly joined: boolean;
  readonly person: PersonIdentity;
}

const p = sql.placeholder;
const statements = sqlStatement<StatementRow>(sql`
  select * from patients.read_statements(${p('patient')}::uuid)`);
const doubtful = sqlStatement<DoubtfulRow>(sql`
  select * from patients.doubtful_joins(${p('most')}::int)`);

const NOBODY: PersonIdentity = {
  name: '',
  medicalRecordNumbers: [],
  nationalId: null,
  phone: null,
  address: null,
};

/** The statements about a person side by side; the access is recorded before it is answered, with every patient shown. */
export const personStatements = async (
  { patient }: QueryPersonStatementsArgs,
  { session, cipher }: SubgraphContext,
): Promise<PersonStatementRow[]> => {
  const patientId = decodeOne('Patient', patient);
  const rows = await session.run(statements, { patient: patientId });
  const shown = [...new Set([patientId, ...rows.map((row) => row.patientId)])];
  await session.audit('audit-read', shown, { statements: rows.length });
  return rows.map((row) => ({
    ...row,
    joined: row.patientId === patientId,
    person:
      row.ciphertext === null
        ? NOBODY
        : (JSON.parse(cipher.open(row.ciphertext).toString('utf8')) as PersonIdentity),
  }));
};

/**
 * What the resident identity number says itself that the rest of a statement contradicts.
 * @param bornOn as far as it is known, YYYY-MM-DD
 */
export const contradictedByNumber = (
  nationalId: string | null,
  sex: Sex,
  bornOn: string | null,
  bornPrecision: Precision | null,
): PersonFact[] => {
  const number = nationalId === null ? null : residentIdentity(nationalId);
  if (number === null) return [];
  const born = storedDate(bornOn, bornPrecision);
  const known = { year: 4, month: 7, day: 10 };
  const differs =
    born !== null &&
    born.date.slice(0, known[born.precision]) !== number.born.slice(0, known[born.precision]);
  const otherSex = (sex === 'FEMALE' || sex === 'MALE') && sex.toLowerCase() !== number.sex;
  return [...(otherSex ? ['SEX' as const] : []), ...(differs ? ['BIRTH' as const] : [])];
};

/** A row of `patients.doubtful_joins`. */
export interface DoubtfulRow {
  readonly patientId: string;
  readonly since: string;
  readonly sex: boolean;
  readonly born: boolean;
  readonly names: boolean;
}

const MOST = 200;

/** The question is recorded before it is answered. */
export const doubtfulJoins = async ({ session }: SubgraphContext): Promise<DoubtfulRow[]> => {
  await session.audit('audit-read', [], { doubtful: true });
  return session.run(doubtful, { most: MOST });
};
