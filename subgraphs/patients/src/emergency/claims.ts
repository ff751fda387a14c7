import { sqlStatement } from '@nodp/database';
import { decodeOne, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { MutationDecideClaimArgs, QueryIdentityClaimsArgs } from '../generated/resolvers.ts';

const MOST = 200;

/** Another institution's claim on a person. */
export interface ClaimedRow {
  readonly id: string;
  readonly institutionId: string;
  readonly targetId: string;
  readonly accountId: string;
  readonly claimedAt: string;
  readonly state: 'WAITING' | 'APPROVED' | 'DECLINED' | 'OPENED';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

const p = sql.placeholder;
const claims = sqlStatement<ClaimedRow>(sql`
  select * from patients.read_claims(${p('openOnly')}::boolean, ${p('most')}::int)`);
const decide = sqlStatement<{ target: string | null }>(sql`
  select patients.decide_claim(${p('id')}::uuid, ${p('opens')}::boolean) as target`);

/** The question is recorded before it is answered. */
export const listClaims = async (
  { openOnly }: QueryIdentityClaimsArgs,
  { session }: SubgraphContext,
): Promise<ClaimedRow[]> => {
  await session.audit('audit-read', [], { claims: true });
  return session.run(claims, { openOnly: openOnly ?? false, most: MOST });
};

export const decideClaim = async (
  { id, open }: MutationDecideClaimArgs,
  { session }: SubgraphContext,
): Promise<boolean> => {
  const [answer] = await session.run(decide, { id: decodeOne('IdentityClaim', id), opens: open });
  const target = answer?.target ?? null;
  if (target === null) return false;
  await session.audit('claim', [target], { decided: open ? 'approved' : 'declined' });
  return true;
};
