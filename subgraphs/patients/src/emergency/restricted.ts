import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, rowByPatient, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type {
  AccessVerdict,
  MutationRestrictPatientArgs,
  MutationReviewRestrictedPatientAccessArgs,
  QueryRestrictedPatientAccessesArgs,
  RestrictionKind,
} from '../generated/resolvers.ts';
import { readDays } from '../network/days.ts';
import { readWords } from './break-glass.ts';

const MOST = 500;
const MOST_DAYS = 31;
const LONGEST_ACCOUNT = 200;

/** An account's looks at a restricted patient on a day. */
export interface RestrictedPatientAccessRow {
  readonly patientId: string;
  readonly kind: RestrictionKind;
  readonly accountId: string;
  readonly role: string;
  readonly institutionId: string | null;
  readonly day: string;
  readonly requests: number;
  readonly opened: number;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly verdict: AccessVerdict | null;
  readonly remark: string | null;
}

export interface RestrictedRow {
  readonly patientId: string;
  readonly kind: RestrictionKind;
  readonly markedBy: string;
  readonly markedAt: string;
}

const p = sql.placeholder;
const accesses = sqlStatement<RestrictedPatientAccessRow>(sql`
  select * from basic.restricted_patient_accesses(${p('from')}::date, ${p('to')}::date, ${p('openOnly')}::boolean, ${p('most')}::int)`);
const reviewed = sqlStatement<{ done: boolean }>(sql`
  select basic.review_restricted_patient_access(${p('patient')}::uuid, ${p('account')}, ${p('day')}, ${p('verdict')}, ${p('remark')}) as done`);
const restrict = sqlStatement<{ done: boolean }>(sql`
  select basic.restrict_patient(${p('patient')}::uuid, ${p('kind')}) as done`);
const everyRestricted = sqlStatement<RestrictedRow>(sql`
  select patient_id, kind, marked_by, marked_at from basic.restricted_patient
  order by marked_at desc limit ${p('most')}::int`);

/** @throws BAD_USER_INPUT */
export const restrictedPatientAccesses = async (
  args: QueryRestrictedPatientAccessesArgs,
  { session }: SubgraphContext,
): Promise<RestrictedPatientAccessRow[]> => {
  const { fromDay, toDay } = readDays(args.fromDay, args.toDay);
  if (fromDay === null || toDay === null) throw badInput('Give the first and the last day.');
  if (Date.parse(toDay) - Date.parse(fromDay) >= MOST_DAYS * 86_400_000)
    throw badInput(`At most ${MOST_DAYS} days can be asked for at once.`);
  await session.audit('audit-read', [], { restricted: { fromDay, toDay } });
  const asked = { from: fromDay, to: toDay, openOnly: args.openOnly ?? false, most: MOST };
  return session.run(accesses, asked);
};

/** Row-level security shows an institution its own. */
export const listRestricted = ({ session }: SubgraphContext): Promise<RestrictedRow[]> =>
  session.run(everyRestricted, { most: MOST });

/** @throws BAD_USER_INPUT */
export const reviewRestrictedPatientAccess = async (
  { patient, account, day, verdict, remark }: MutationReviewRestrictedPatientAccessArgs,
  { session }: SubgraphContext,
): Promise<boolean> => {
  if (account.length > LONGEST_ACCOUNT) throw badInput('`account` is too long.');
  const values = {
    patient: decodeOne('Patient', patient),
    account,
    day: readDays(day, day).fromDay,
    verdict,
    remark: readWords('remark', remark, 0),
  };
  if (values.day === null) throw badInput('`day` is a day of the calendar, YYYY-MM-DD.');
  return (await session.run(reviewed, values))[0]?.done === true;
};

export const restrictPatient = async (
  { patient, kind }: MutationRestrictPatientArgs,
  { session }: SubgraphContext,
): Promise<boolean> => {
  const patientId = decodeOne('Patient', patient);
  await session.audit('change', [patientId], { restricted: kind ?? null });
  const [answer] = await session.run(restrict, { patient: patientId, kind: kind ?? null });
  return answer?.done === true;
};

/** Whether a patient is restricted at the reader's institution. */
export const restrictedRow = rowByPatient(
  sqlStatement<{ patientId: string }>(sql`
    select patient_id from basic.restricted_patient where patient_id = any(${p('ids')})`),
);
