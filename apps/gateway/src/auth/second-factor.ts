import { type Database, type IdentityCipher, type Session, sqlStatement } from '@nodp/database';
import {
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  secretUri,
  stepOf,
} from '@nodp/subgraph-patients/one-time-codes';
import { sql } from 'drizzle-orm';
import { platformPrincipal } from './platform-principal.ts';

/** What a code that was typed may be, for the database to use up: a time step of the authenticator, or a recovery code. */
export interface Proof {
  readonly step: number | null;
  readonly recovery: string | null;
}

/** An account's second factor. */
export interface Factor {
  readonly enrolled: boolean;
  /** Whether the account's role asks for one. */
  readonly required: boolean;
  /** Sealed; null where there is none. */
  readonly secret: string | null;
  readonly recoveryLeft: number;
}

/** What a person enters or scans into an authenticator. */
export interface Offer {
  /** Base32. */
  readonly secret: string;
  readonly uri: string;
}

const LONGEST_CODE = 40;

const p = sql.placeholder;
const ofAccount = sqlStatement<Factor>(sql`
  select enrolled, required, secret, recovery_left from basic.second_factor_of(${p('id')}, ${p('derived')})`);
const offered = sqlStatement<{ secret: string | null }>(sql`
  select basic.offer_second_factor(${p('id')}, ${p('derived')}, ${p('sealed')}) as secret`);
type Done = { done: boolean };
const confirm = sqlStatement<Done>(sql`
  select basic.confirm_second_factor(${p('id')}, ${p('derived')}, ${p('step')}::bigint, ${p('recovery')}::text[]) as done`);
const use = sqlStatement<Done>(sql`
  select basic.use_second_factor(${p('id')}, ${p('derived')}, ${p('step')}::bigint, ${p('recovery')}) as done`);
const remove = sqlStatement<Done>(sql`
  select basic.remove_second_factor(${p('id')}, ${p('derived')}, ${p('step')}::bigint, ${p('recovery')}) as done`);

/**
 * Second factors of the accounts kept here (TOTP, RFC 6238). The database keeps the secret sealed, gives it to who has the
 * password alone, and takes each code once.
 * @param now milliseconds since 1970
 */
export const secondFactorIn = (
  database: Database,
  cipher: IdentityCipher,
  now: () => number = Date.now,
) => {
  const run = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    database.session(platformPrincipal, work);
  const done = async (asked: Promise<Done[]>): Promise<boolean> => (await asked)[0]?.done === true;
  const open = (sealed: string): string =>
    cipher.open(Buffer.from(sealed, 'base64')).toString('utf8');
  const proofOf = (id: string, factor: Factor, code: string): Proof | null => {
    if (factor.secret === null || code.length > LONGEST_CODE) return null;
    const step = stepOf(open(factor.secret), code, now());
    if (step !== null) return { step, recovery: null };
    const recovery = recoveryHash(id, code);
    return recovery === null ? null : { step: null, recovery };
  };
  return {
    /** Null where the password does not fit. */
    of: async (id: string, derived: string): Promise<Factor | null> =>
      (await run((session) => session.run(ofAccount, { id, derived })))[0] ?? null,
    /** What a code that was typed is, as far as it can be said without using it up; null for a wrong one. */
    proofOf,
    /** Uses a code up. @returns whether it counts */
    use: (id: string, derived: string, proof: Proof): Promise<boolean> =>
      done(run((session) => session.run(use, { id, derived, ...proof }))),
    /** The secret to be entered into an authenticator, the same until it is confirmed; null where there is one already. */
    offer: async (id: string, derived: string): Promise<Offer | null> => {
      const sealed = Buffer.from(cipher.seal(newSecret())).toString('base64');
      const [row] = await run((session) => session.run(offered, { id, derived, sealed }));
      if (row === undefined || row.secret === null) return null;
      const secret = open(row.secret);
      return { secret, uri: secretUri(secret, id) };
    },
    /** Confirms what was offered by its first code. @returns the recovery codes, shown once; null where the code is wrong */
    confirm: async (id: string, derived: string, code: string): Promise<string[] | null> => {
      const [row] = await run((session) => session.run(ofAccount, { id, derived }));
      if (row === undefined || row.enrolled || row.secret === null) return null;
      const step = stepOf(open(row.secret), code, now());
      if (step === null) return null;
      const codes = newRecoveryCodes();
      const recovery = codes.map((one) => recoveryHash(id, one));
      const stored = await done(
        run((session) => session.run(confirm, { id, derived, step, recovery })),
      );
      return stored ? codes : null;
    },
    remove: (id: string, derived: string, proof: Proof): Promise<boolean> =>
      done(run((session) => session.run(remove, { id, derived, ...proof }))),
  };
};

export type SecondFactor = ReturnType<typeof secondFactorIn>;
