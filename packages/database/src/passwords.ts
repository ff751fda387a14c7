import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
) => Promise<Buffer>;

/** scrypt with Node's parameters (N = 16384, r = 8, p = 1): `salt:hash` in base64. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(password, salt, 32)).toString('base64')}`;
};

/**
 * What a password derives to, base64: compared where the hashes are retained (`basic.password_fits`).
 * @param salt base64; null for an account that does not exist, which takes as long
 */
export const derivePassword = async (password: string, salt: string | null): Promise<string> =>
  (
    await derive(password, salt === null ? randomBytes(16) : Buffer.from(salt, 'base64'), 32)
  ).toString('base64');
