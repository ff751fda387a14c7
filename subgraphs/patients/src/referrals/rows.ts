/** Referrals as row-level security shows them to clinicians of the institution that refers and of the one that is referred to. */
import { type PersonIdentity, sqlStatement } from '@nodp/database';
import { referral } from '@nodp/database/tables';
import {
  type Connection,
  connection,
  decodeCursor,
  nationalDay,
  pageSize,
  recordByKey,
  rowsByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import type { QueryReferralsArgs, ReferralState, Sex } from '../generated/resolvers.ts';

export type ReferralRow = typeof referral.$inferSelect;
type ListedRow = ReferralRow & { readonly sortKey: string };

const p = sql.placeholder;
/** The day is passed so that one plan fits every day. */
const open = sql`(not ${p('openOnly')}::boolean or r.state in ('WAITING', 'ACCEPTED') and r.until_day >= ${p('today')}::date)`;
const page = (whose: ReturnType<typeof sql>) =>
  sqlStatement<ListedRow>(sql`
    select r.*, r.referred_at::text as sort_key from ${referral} r
    where ${whose} and ${open} and (${p('afterAt')}::timestamptz is null
      or (r.referred_at, r.id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid))
    order by r.referred_at desc, r.id desc limit ${p('limit')}::int`);
const pages = {
  RECEIVED: page(sql`r.to_institution_id = ${p('institution')}::uuid`),
  SENT: page(sql`r.institution_id = ${p('institution')}::uuid`),
};

/** Referrals one way, the latest first; every patient shown is audited. @throws BAD_USER_INPUT */
export const listReferrals = async (
  { way, openOnly, first, after }: QueryReferralsArgs,
  context: SubgraphContext,
): Promise<Connection<ListedRow>> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterId] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  const rows = await context.session.run(pages[way], {
    ...{ institution: context.principal.institutionId, today: nationalDay(new Date()) },
    ...{ openOnly: openOnly ?? true, afterAt, afterId, limit: size + 1 },
  });
  const found = connection(rows, size, (row) => [row.sortKey, row.id]);
  await context.audit([...new Set(found.edges.map(({ node }) => node.patientId))]);
  return found;
};

/** A patient's referrals that the reader may know of, the latest first. */
export const patientReferrals = rowsByPatient(
  sqlStatement<ReferralRow>(sql`
    select r.* from unnest(${p('ids')}::uuid[]) as w(patient_id) cross join lateral (
      select * from ${referral} o where o.patient_id = w.patient_id order by o.referred_at desc, o.id desc limit 50) r`),
);

export const referralRow = recordByKey(
  sqlStatement<ReferralRow>(sql`
    select r.* from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) as w(patient_id, id)
    join ${referral} r on r.patient_id = w.patient_id and r.id = w.id`),
);

interface PersonRow {
  readonly id: string;
  readonly ciphertext: Uint8Array | null;
  readonly sex: Sex;
  readonly bornOn: string | null;
  readonly bornPrecision: 'day' | 'month' | 'year' | null;
}

export type ReferredPersonRow = Omit<PersonRow, 'ciphertext'> & { readonly name: string };

const persons = sqlStatement<PersonRow>(sql`
  select * from patients.referred_persons(${p('ids')}::uuid[])`);

/** Who the patients of referrals are, where the reader may know it. */
export const referredPerson = ({ session, cipher }: SubgraphContext) =>
  new DataLoader<string, ReferredPersonRow | null>(async (ids) => {
    const rows = await session.run(persons, { ids: [...ids] });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      if (row === undefined || row.ciphertext === null) return null;
      const { name } = JSON.parse(cipher.open(row.ciphertext).toString('utf8')) as PersonIdentity;
      return { ...row, name };
    });
  });

/** A row of `basic.read_referrals`. */
export type AuditedReferralRow = ReferralRow;

const MOST = 200;
const audited = sqlStatement<ReferralRow>(sql`
  select * from basic.read_referrals(${p('openOnly')}::boolean, ${p('most')}::int)`);

/** The question is recorded before it is answered. */
export const auditedReferrals = async (
  openOnly: boolean,
  { session }: SubgraphContext,
): Promise<ReferralRow[]> => {
  await session.audit('audit-read', [], { referrals: true });
  return session.run(audited, { openOnly, most: MOST });
};

/** How a referral stands on a day. */
export const stateOf = ({ state, untilDay }: ReferralRow): ReferralState =>
  (state === 'WAITING' || state === 'ACCEPTED') && untilDay < nationalDay(new Date())
    ? 'EXPIRED'
    : state;
