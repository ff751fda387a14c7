import { hash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Time-based one-time codes (RFC 6238): six digits, SHA-1, a step of 30 seconds, as every authenticator reads them. */
const PERIOD = 30;
const DIGITS = 6;
/** Steps before and after now that count: clocks differ. */
const WINDOW = 1;
/** RFC 4226 asks for 160 bits. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** 80 bits each: nobody guesses one of them. */
const RECOVERY_BYTES = 10;

const totp = (secret: string, account: string) =>
  new TOTP({
    issuer: 'NODP',
    label: account,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  });

/** A new shared secret, base32. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator is shown as a QR code (`otpauth://totp/…`). */
export const secretUri = (secret: string, account: string): string =>
  totp(secret, account).toString();

/** The code of a moment. @param at milliseconds since 1970 */
export const codeAt = (secret: string, at: number): string =>
  totp(secret, '').generate({ timestamp: at });

/**
 * The time step that a code is of, one before and after now among them; null where it is of none.
 * @param at milliseconds since 1970
 */
export const stepOf = (secret: string, code: string, at: number): number | null => {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totp(secret, '').validate({ token: digits, timestamp: at, window: WINDOW });
  return delta === null ? null : Math.floor(at / 1000 / PERIOD) + delta;
};

/** Codes to be written down, each good once: `ABCD-EFGH-IJKL-MNOP`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    (
      new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32.match(
        /.{4}/g,
      ) ?? []
    ).join('-'),
  );

/** What is retained of a recovery code; null for what is written as none. Spaces, hyphens and case do not count. */
export const recoveryHash = (account: string, code: string): string | null => {
  const letters = code.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z2-7]{16}$/.test(letters) ? hash('sha256', `${account}\0${letters}`) : null;
};
