import { type Role, sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QueryAccountsArgs } from '../generated/resolvers.ts';

const LONGEST_SEARCH = 100;

/** An account as an administrator sees it. */
export interface AccountRow {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly role: Role;
  readonly institutionId: string | null;
  readonly closedAt: string | null;
  readonly lastSignInAt: string | null;
  readonly sessions: number;
  readonly secondFactor: boolean;
}

const p = sql.placeholder;
const read = sqlStatement<AccountRow>(sql`
  select * from basic.read_accounts(${p('only')}::text, ${p('words')}::text, ${p('after')}::text, ${p('most')}::int)`);

/** An administrator of one institution manages none: who gives a role of the whole network has to be of the network. */
export const isNational = ({ principal }: SubgraphContext): boolean =>
  principal.institutionId === null;

/** @throws BAD_USER_INPUT */
export const listAccounts = async (
  { search, first, after }: QueryAccountsArgs,
  context: SubgraphContext,
): Promise<Connection<AccountRow>> => {
  const size = pageSize(first, 50, 200);
  const words = search?.trim() || null;
  if (words !== null && words.length > LONGEST_SEARCH)
    throw badInput(`\`search\` has ${LONGEST_SEARCH} characters at most.`);
  const [afterId] = after ? decodeCursor(after, ['account']) : [null];
  if (!isNational(context)) return connection<AccountRow>([], size, () => []);
  const rows = await context.session.run(read, {
    only: null,
    words,
    after: afterId,
    most: size + 1,
  });
  return connection(rows, size, (row) => [row.id]);
};

export const oneAccount = async (
  id: string,
  { session }: SubgraphContext,
): Promise<AccountRow | null> =>
  (await session.run(read, { only: id, words: null, after: null, most: 1 }))[0] ?? null;
