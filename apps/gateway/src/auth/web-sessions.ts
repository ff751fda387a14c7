import { createHash, randomBytes } from 'node:crypto';
import { type Database, type Principal, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { type AccountRow, isOfProvider, principalOf } from './accounts.ts';
import { platformPrincipal } from './platform-principal.ts';

/** A working day: people sign in in the morning. */
export const sessionSeconds = 12 * 60 * 60;

const p = sql.placeholder;
const begin = sqlStatement<{ begun: boolean }>(sql`
  select basic.begin_session(${p('hash')}, ${p('account')}, ${p('derived')}, ${p('principal')}::jsonb,
    ${p('seconds')}::int) as begun`);
const find = sqlStatement<{ principal: Principal; account: AccountRow | null }>(sql`
  select principal, account from basic.session_of(${p('hash')})`);
const remove = sqlStatement<never>(sql`select basic.end_session(${p('hash')})`);

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Sessions of the web app, kept by the hash of their token. A session is an account's, not a copy of its rights: they are
 * read at every request, so that a role that changes or an account that is closed does so at the next one. Only who comes
 * from the operator's provider has the rights that it vouched for at the sign-in, until the session ends.
 */
export const webSessionsIn = (database: Database) => {
  const run = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    database.session(platformPrincipal, work);
  return {
    /**
     * @param derived what the password derives to; null for who comes from the operator's provider
     * @throws Error where the database does not find the password to be the account's
     */
    begin: async (principal: Principal, derived: string | null): Promise<string> => {
      const token = randomBytes(32).toString('base64url');
      const [row] = await run((session) =>
        session.run(begin, {
          hash: hashOf(token),
          account: principal.accountId,
          derived,
          principal,
          seconds: sessionSeconds,
        }),
      );
      if (row?.begun !== true)
        throw new Error('The database refused the session of an account whose password it has.');
      return token;
    },
    principal: async (token: string): Promise<Principal | null> => {
      const [row] = await run((session) => session.run(find, { hash: hashOf(token) }));
      if (row === undefined) return null;
      if (isOfProvider(row.principal.accountId)) return row.principal;
      return row.account && principalOf(row.account);
    },
    end: async (token: string): Promise<void> => {
      await run((session) => session.run(remove, { hash: hashOf(token) }));
    },
  };
};

export type WebSessions = ReturnType<typeof webSessionsIn>;
