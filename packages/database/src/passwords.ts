import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
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

const nobody = hashPassword(randomBytes(16).toString('hex'));

/** Takes as long for an account that does not exist, so that none can be told from the time. */
export const passwordMatches = async (
  password: string,
  stored: string | null,
): Promise<boolean> => {
  const [salt, hash] = (stored ?? (await nobody))
    .split(':')
    .map((part) => Buffer.from(part, 'base64'));
  const derived = await derive(password, salt as Buffer, 32);
  return timingSafeEqual(derived, hash as Buffer) && stored !== null;
};
