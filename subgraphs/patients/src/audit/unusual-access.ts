import { sqlStatement } from '@nodp/database';
import { badInput, decodeOne, nationalDay, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QueryUnusualAccessArgs } from '../generated/resolvers.ts';
import { readDays } from '../network/days.ts';
import { openIdentities } from './audited-patients.ts';
import {
  type AccountDay,
  type Finding,
  type Holder,
  type RestrictedPatientAccess,
  unusualDays,
  unusualNames,
  unusualRestricted,
} from './unusual.ts';

const MOST_DAYS = 31;
/** Earlier days that tell what is usual. */
const LOOK_BACK = 60;
const MOST_OPENED = 5_000;
const MOST_FINDINGS = 500;

const p = sql.placeholder;
const days = sqlStatement<AccountDay>(sql`
  select account_id, role, day::text as day, shown, requests, night
  from basic.audit_days(${p('institution')}::uuid, ${p('from')}::date, ${p('to')}::date)`);
const opened = sqlStatement<{
  accountId: string;
  role: string;
  patientId: string;
  lastAt: string;
}>(sql`
  select account_id, role, patient_id, last_at
  from basic.audit_opened(${p('institution')}::uuid, ${p('from')}::date, ${p('to')}::date, ${p('most')}::int)`);
const restricted = sqlStatement<RestrictedPatientAccess & { institutionId: string | null }>(sql`
  select account_id, role, patient_id, day, institution_id
  from basic.restricted_patient_accesses(${p('from')}::date, ${p('to')}::date, false, ${p('most')}::int)`);
const holders = sqlStatement<{ accountId: string; nameEn: string; nameZh: string }>(sql`
  select id as account_id, name_en, name_zh from basic.account where institution_id = ${p('institution')}::uuid`);

export interface UnusualAccess {
  readonly findings: Finding[];
  readonly truncated: boolean;
  readonly accountsWithoutName: number;
}

const earlier = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - by * 86_400_000).toISOString().slice(0, 10);

/** @throws BAD_USER_INPUT */
const readQuestion = (args: QueryUnusualAccessArgs, own: string | null) => {
  const { fromDay, toDay } = readDays(args.fromDay, args.toDay);
  if (fromDay === null || toDay === null) throw badInput('Give the first and the last day.');
  if (earlier(toDay, MOST_DAYS - 1) > fromDay)
    throw badInput(`At most ${MOST_DAYS} days can be asked for at once.`);
  const institution = own ?? (args.institution ? decodeOne('Institution', args.institution) : null);
  if (institution === null)
    throw badInput(
      'Choose the institution whose accounts are meant. / 请选择要查看哪家机构的账号。',
    );
  return { from: fromDay, to: toDay, institution };
};

/** What is unusual of an institution's accounts; the question is recorded before it is answered. */
export const unusualAccess = async (
  args: QueryUnusualAccessArgs,
  context: SubgraphContext,
): Promise<UnusualAccess> => {
  const { session, principal } = context;
  const asked = readQuestion(args, principal.institutionId);
  await session.audit('audit-read', [], { unusual: asked });
  const byDay = await session.run(days, { ...asked, from: earlier(asked.from, LOOK_BACK) });
  const pairs = await session.run(opened, { ...asked, most: MOST_OPENED + 1 });
  const compared = pairs.slice(0, MOST_OPENED);
  const staff: Holder[] = (await session.run(holders, asked)).map(
    ({ accountId, nameEn, nameZh }) => ({ accountId, names: [...new Set([nameEn, nameZh])] }),
  );
  const people = await openIdentities([...new Set(compared.map((one) => one.patientId))], context);
  const named = compared.map(({ lastAt, ...one }) => ({
    ...one,
    day: nationalDay(new Date(lastAt)),
    names: (people.get(one.patientId) ?? []).map((person) => person.name),
  }));
  const accesses = await session.run(restricted, { ...asked, most: MOST_OPENED + 1 });
  // An institution is told of every access to those it marked, the nation of the accesses of the institution it asks about.
  const accessesAsked = accesses
    .slice(0, MOST_OPENED)
    .filter(
      (access) => principal.institutionId !== null || access.institutionId === asked.institution,
    );
  const known = new Set(staff.map(({ accountId }) => accountId));
  const findings = [
    ...unusualRestricted(accessesAsked),
    ...unusualDays(byDay, asked.from),
    ...unusualNames(named, staff),
  ];
  return {
    findings: findings.slice(0, MOST_FINDINGS),
    truncated:
      findings.length > MOST_FINDINGS ||
      pairs.length > MOST_OPENED ||
      accesses.length > MOST_OPENED,
    accountsWithoutName: new Set(
      compared.map(({ accountId }) => accountId).filter((id) => !known.has(id)),
    ).size,
  };
};
