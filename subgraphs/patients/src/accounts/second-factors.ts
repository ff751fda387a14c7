import { type Role, sqlStatement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { MutationRequireSecondFactorArgs } from '../generated/resolvers.ts';
import { ordered } from './account-changes.ts';

const p = sql.placeholder;
const roles = sqlStatement<{ role: Role }>(sql`
  select role from basic.second_factor_role order by role`);
const reset = sqlStatement<{ done: boolean }>(sql`
  select basic.reset_second_factor(${p('id')}) as done`);
const require = sqlStatement<{ done: boolean }>(sql`
  select basic.require_second_factor(${p('role')}, ${p('required')}::boolean) as done`);

export const secondFactorRoles = async ({ session }: SubgraphContext): Promise<Role[]> =>
  (await session.run(roles)).map(({ role }) => role);

/** Recorded before it is done, as every order about an account. */
export const resetSecondFactor = (id: string, context: SubgraphContext) =>
  ordered(id, { secondFactor: false }, context, 'NO_SECOND_FACTOR', () =>
    context.session.run(reset, { id }),
  );

/** An administrator of one institution says nothing of the whole network's sign-in. */
export const requireSecondFactor = async (
  { role, required }: MutationRequireSecondFactorArgs,
  { session, principal }: SubgraphContext,
): Promise<boolean> => {
  if (principal.institutionId !== null) return false;
  await session.audit('change', [], { secondFactor: required, role });
  return (await session.run(require, { role, required }))[0]?.done === true;
};
