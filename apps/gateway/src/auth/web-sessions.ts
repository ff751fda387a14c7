import { createHash, randomBytes } from 'node:crypto';
import { type Database, type Principal, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { type AccountRow, isOfProvider, principalOf } from './accounts.ts';
import { platformPrincipal } from './platform-principal.ts';
import type { Proof } from './second-factor.ts';

/** A working day: people sign in in the morning. */
export const sessionSeconds = 12 * 60 * 60;

const p = sql.placeholder;
const begin = sqlStatement<{ begun: boolean }>(sql`
  select basic.begin_session(${p('hash')}, ${p('account')}, ${p('derived')}, ${p('step')}::bigint, ${p('recovery')},
    ${p('principal')}::jsonb, ${p('seconds')}::int) as begun`);
const factorState = sqlStatement<SecondFactorState>(sql`
  select enrolled, required, recovery_left from basic.second_factor_state(${p('hash')})`);
const find = sqlStatement<{ principal: Principal; account: AccountRow | null }>(sql`
  select principal, account from basic.session_of(${p('hash')})`);
const remove = sqlStatement<never>(sql`select basic.end_session(${p('hash')})`);

/** What a session's account has of a second factor. */
export interface SecondFactorState {
  readonly enrolled: boolean;
  readonly required: boolean;
  readonly recoveryLeft: number;
}

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
     * @param proof the code of a second factor, where the account has one
     * @returns null where the code was used already
     * @throws Error where the database does not find the password to be the account's
     */
    begin: async (
      principal: Principal,
      derived: string | null,
      proof: Proof | null = null,
    ): Promise<string | null> => {
      const token = randomBytes(32).toString('base64url');
      const [row] = await run((session) =>
        session.run(begin, {
          hash: hashOf(token),
          account: principal.accountId,
          derived,
          step: proof?.step ?? null,
          recovery: proof?.recovery ?? null,
          principal,
          seconds: sessionSeconds,
        }),
      );
      if (row?.begun !== true && proof !== null) return null;
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
    /** Null where the session has ended, or its account is of the operator's provider. */
    secondFactor: async (token: string): Promise<SecondFactorState | null> =>
      (await run((session) => session.run(factorState, { hash: hashOf(token) })))[0] ?? null,
    end: async (token: string): Promise<void> => {
      await run((session) => session.run(remove, { hash: hashOf(token) }));
    },
  };
};

export type WebSessions = ReturnType<typeof webSessionsIn>;
