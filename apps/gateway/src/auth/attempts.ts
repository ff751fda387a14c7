import { RateLimiterMemory } from 'rate-limiter-flexible';

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
/** Longer names are no account's: they are counted as one, so that a name is a bounded key. */
const LONGEST_NAME = 200;

/**
 * How long an account must wait before its next attempt to sign in. Wrong passwords count for the name and the address together, so that nobody can lock
 * a person out from elsewhere; and for the address alone, so that nobody tries one password on every name.
 */
export const signInAttempts = () => {
  const failures = new RateLimiterMemory({ points: FREE, duration: MEMORY });
  const waits = new RateLimiterMemory({ points: 1, duration: 1 });
  const codes = new RateLimiterMemory({ points: WRONG_CODES, duration: MEMORY, keyPrefix: 'code' });
  const codeWaits = new RateLimiterMemory({ points: 1, duration: 1, keyPrefix: 'code-wait' });
  const keysOf = (address: string, name: string) => [
    { key: `${address} ${name.slice(0, LONGEST_NAME)}`, free: FREE },
    { key: address, free: SPRAY },
  ];
  return {
    /** Seconds to wait before the next try; 0 when it may be made now. */
    wait: async (address: string, name: string): Promise<number> => {
      const left = await Promise.all(keysOf(address, name).map(({ key }) => waits.get(key)));
      return Math.ceil(Math.max(...left.map((one) => one?.msBeforeNext ?? 0)) / 1000);
    },
    failed: async (address: string, name: string): Promise<void> => {
      for (const { key, free } of keysOf(address, name)) {
        const { consumedPoints } = await failures.penalty(key);
        const over = consumedPoints - free;
        if (over > 0) await waits.block(key, Math.min(FIRST_WAIT * 2 ** (over - 1), LONGEST_WAIT));
      }
    },
    /** Seconds to wait before the next code of an account; 0 when it may be tried now. */
    codeWait: async (account: string): Promise<number> =>
      Math.ceil(((await codeWaits.get(account))?.msBeforeNext ?? 0) / 1000),
    codeFailed: async (account: string): Promise<void> => {
      const { consumedPoints } = await codes.penalty(account);
      if (consumedPoints > WRONG_CODES) await codeWaits.block(account, CODE_WAIT);
    },
    succeeded: async (address: string, name: string): Promise<void> => {
      const [pair] = keysOf(address, name);
      if (pair !== undefined)
        await Promise.all([failures.delete(pair.key), waits.delete(pair.key)]);
    },
  };
};

export type SignInAttempts = ReturnType<typeof signInAttempts>;
