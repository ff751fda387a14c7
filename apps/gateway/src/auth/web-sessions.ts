import { createHash, randomBytes } from 'node:crypto';
import { type Database, type Principal, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { platformPrincipal } from './platform-principal.ts';

/** A working day: people sign in in the morning. */
export const sessionSeconds = 12 * 60 * 60;

const p = sql.placeholder;
const insert = sqlStatement<never>(sql`
  insert into basic.web_session (token_hash, account_id, principal, expires_at)
  values (${p('hash')}, ${p('account')}, ${p('principal')}::jsonb, now() + ${p('seconds')}::int * interval '1 second')`);
const find = sqlStatement<{ principal: Principal }>(sql`
  select principal from basic.web_session where token_hash = ${p('hash')} and expires_at > now()`);
const remove = sqlStatement<never>(
  sql`delete from basic.web_session where token_hash = ${p('hash')} or expires_at < now()`,
);

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Sessions of the web app: kept by the hash of their token, remembered for a few seconds in memory. */
export const webSessionsIn = (database: Database) => {
  const run = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    database.session(platformPrincipal, work);
  // Short, so that signing out in one process ends the session in every other soon.
  const recent = new LRUCache<string, Principal>({ max: 10_000, ttl: 10_000 });
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
      const hash = hashOf(token);
      const known = recent.get(hash);
      if (known !== undefined) return known;
      const [row] = await run((session) => session.run(find, { hash }));
      if (row === undefined) return null;
      recent.set(hash, row.principal);
      return row.principal;
    },
    end: async (token: string): Promise<void> => {
      const hash = hashOf(token);
      recent.delete(hash);
      await run((session) => session.run(remove, { hash }));
    },
  };
};

export type WebSessions = ReturnType<typeof webSessionsIn>;
