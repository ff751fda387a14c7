import { sqlStatement } from '@nodp/database';
import { decodeOne, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { MutationDecideClaimArgs, QueryIdentityClaimsArgs } from '../generated/resolvers.ts';
import { joinClaimed } from '../links/changes.ts';
import { readWords } from './break-glass.ts';

const MOST = 200;

/** Another institution's claim on a person. */
export interface ClaimedRow {
  readonly id: string;
  readonly institutionId: string;
  readonly targetId: string;
  readonly accountId: string;
  readonly claimedAt: string;
  readonly state: 'WAITING' | 'APPROVED' | 'DECLINED' | 'OPENED' | 'PARTED' | 'WITHDRAWN';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

const p = sql.placeholder;
const claims = sqlStatement<ClaimedRow>(sql`
  select * from patients.read_claims(${p('openOnly')}::boolean, ${p('most')}::int)`);
const decline = sqlStatement<{ target: string | null }>(sql`
  select patients.decline_claim(${p('id')}::uuid, ${p('reason')}) as target`);

/** The question is recorded before it is answered. */
export const listClaims = async (
  { openOnly }: QueryIdentityClaimsArgs,
  { session }: SubgraphContext,
): Promise<ClaimedRow[]> => {
  await session.audit('audit-read', [], { claims: true });
  return session.run(claims, { openOnly: openOnly ?? false, most: MOST });
};

/** @throws BAD_USER_INPUT */
export const decideClaim = async (
  { id, open, reason }: MutationDecideClaimArgs,
  context: SubgraphContext,
): Promise<boolean> => {
  const { session } = context;
  const claim = decodeOne('IdentityClaim', id);
  const why = readWords('reason', reason ?? '', 0);
  if (open) return (await joinClaimed(context, claim, why)) !== null;
  const [answer] = await session.run(decline, { id: claim, reason: why });
  const target = answer?.target ?? null;
  if (target === null) return false;
  await session.audit('claim', [target], { decided: 'declined', reason: why });
  return true;
};
