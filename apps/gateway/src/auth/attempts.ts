import { type Database, type IdentityCipher, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { platformPrincipal } from './platform-principal.ts';
import { turns } from './turns.ts';

/** Wrong passwords of one name from one address that are free. */
const FREE = 5;
/** Seconds to wait after the next one; each further one waits twice as long, up to the longest. */
const FIRST_WAIT = 2;
const LONGEST_WAIT = 5 * 60;
/** Wrong passwords from one address, of whatever names, after which it waits likewise: that is guessing many names. */
const SPRAY = 100;
/**
 * Wrong codes of an account's second factor in an hour after which each further one waits, from wherever it comes: who tries them has
 * the password, and addresses cost nothing. A code is guessed once in 333,000 tries; a minute apart that takes years, and its holder
 * waits a minute at most.
 */
const WRONG_CODES = 10;
const CODE_WAIT = 60;
/** Seconds after which wrong passwords are forgotten. */
const MEMORY = 60 * 60;
/** Tries of one name from one address, of one address and of one account's codes that are under way at once, and that wait for these. */
const AT_ONCE = { pair: FREE, address: 32, codes: 3 };
const MOST_WAITING = 200;
/** Longer names are no account's: they are counted as one, so that a name is a bounded key. */
const LONGEST_NAME = 200;

const p = sql.placeholder;
const waitFor = sqlStatement<{ seconds: number }>(sql`
  select basic.sign_in_wait(${p('keys')}::text[], ${p('at')}::timestamptz) as seconds`);
const count = sqlStatement<never>(sql`
  select basic.sign_in_failed(${p('keys')}::text[], ${p('free')}::int[], ${p('first')}::int, ${p('longest')}::int,
    ${p('memory')}::int, ${p('at')}::timestamptz)`);
const forget = sqlStatement<never>(sql`select basic.sign_in_succeeded(${p('key')})`);

/**
 * How long an account must wait before its next attempt to sign in. Wrong passwords count for the name and the address together, so that nobody can lock
 * a person out from elsewhere; and for the address alone, so that nobody tries one password on every name. They are counted in
 * the database, for as many gateways as there are, under keyed hashes of name and address.
 * @param now milliseconds since 1970
 */
export const signInAttempts = (
  database: Database,
  cipher: IdentityCipher,
  now: () => number = Date.now,
) => {
  const run = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    database.session(platformPrincipal, work);
  const at = () => new Date(now()).toISOString();
  const pairOf = (address: string, name: string): string =>
    cipher.aliasHash(`sign-in ${address} ${name.slice(0, LONGEST_NAME)}`);
  const addressOf = (address: string): string => cipher.aliasHash(`sign-in ${address}`);
  const codesOf = (account: string): string => cipher.aliasHash(`sign-in code ${account}`);
  const wait = async (keys: readonly string[]): Promise<number> => {
    const [row] = await run((session) => session.run(waitFor, { keys, at: at() }));
    return Math.ceil(row?.seconds ?? 0);
  };
  const pairs = turns(AT_ONCE.pair, MOST_WAITING);
  const addresses = turns(AT_ONCE.address, MOST_WAITING);
  const codes = turns(AT_ONCE.codes, MOST_WAITING);
  return {
    /**
     * Has a password asked for, tried and counted while few others are of the same name and address: all at once would find none
     * counted. Null where too many wait.
     */
    inTurn: async <T>(address: string, name: string, work: () => Promise<T>): Promise<T | null> =>
      addresses(addressOf(address), () => pairs(pairOf(address, name), work)),
    /** The same of the codes of an account. */
    codeInTurn: <T>(account: string, work: () => Promise<T>): Promise<T | null> =>
      codes(codesOf(account), work),
    /** Seconds to wait before the next try; 0 when it may be made now. */
    wait: (address: string, name: string): Promise<number> =>
      wait([pairOf(address, name), addressOf(address)]),
    failed: async (address: string, name: string): Promise<void> => {
      const keys = [pairOf(address, name), addressOf(address)];
      const waits = { first: FIRST_WAIT, longest: LONGEST_WAIT, memory: MEMORY };
      await run((session) => session.run(count, { keys, free: [FREE, SPRAY], ...waits, at: at() }));
    },
    /** Seconds to wait before the next code of an account; 0 when it may be tried now. */
    codeWait: (account: string): Promise<number> => wait([codesOf(account)]),
    codeFailed: async (account: string): Promise<void> => {
      const waits = { first: CODE_WAIT, longest: CODE_WAIT, memory: MEMORY };
      const keys = [codesOf(account)];
      await run((session) => session.run(count, { keys, free: [WRONG_CODES], ...waits, at: at() }));
    },
    succeeded: async (address: string, name: string): Promise<void> => {
      await run((session) => session.run(forget, { key: pairOf(address, name) }));
    },
  };
};

export type SignInAttempts = ReturnType<typeof signInAttempts>;
