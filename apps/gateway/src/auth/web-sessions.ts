import { createHash, randomBytes } from 'node:crypto';
import { type Database, type Principal, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { type AccountRow, isOfProvider, principalOf } from './accounts.ts';
import { platformPrincipal } from './platform-principal.ts';

/** A working day: people sign in in the morning. */
export const sessionSeconds = 12 * 60 * 60;

const p = sql.placeholder;
const insert = sqlStatement<never>(sql`
  insert into basic.web_session (token_hash, account_id, principal, expires_at)
  values (${p('hash')}, ${p('account')}, ${p('principal')}::jsonb, now() + ${p('seconds')}::int * interval '1 second')`);
const find = sqlStatement<{ principal: Principal; account: AccountRow | null }>(sql`
  select s.principal, case when a.id is null then null else jsonb_build_object('id', a.id, 'nameEn', a.name_en,
    'nameZh', a.name_zh, 'role', a.role, 'institutionId', a.institution_id) end as account
  from basic.web_session s left join basic.account a on a.id = s.account_id
  where s.token_hash = ${p('hash')} and s.expires_at > now()`);
const remove = sqlStatement<never>(
  sql`delete from basic.web_session where token_hash = ${p('hash')} or expires_at < now()`,
);

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
    begin: async (principal: Principal): Promise<string> => {
      const token = randomBytes(32).toString('base64url');
      await run((session) =>
        session.run(insert, {
          hash: hashOf(token),
          account: principal.accountId,
          principal,
          seconds: sessionSeconds,
        }),
      );
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
