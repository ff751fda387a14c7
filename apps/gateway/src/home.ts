import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openToAll, PlatformError } from '@nodp/database';
import { root } from './configuration.ts';

const leastFree = 300 * 1024 * 1024;

/**
 * Where the data live: NODP_HOME, else `.nodp` in the checkout. As root with a checkout under a closed
 * home, PostgreSQL's user could not reach it: then a folder under /var/lib, told to the operator.
 */
export const chooseHome = async (
  asked: string | null,
  say: (line: string) => void,
): Promise<string> => {
  const usual = asked ?? join(root, '.nodp');
  if (process.getuid?.() !== 0) return usual;
  await mkdir(usual, { recursive: true });
  if (await openToAll(join(usual, '..'))) return usual;
  if (asked !== null) {
    throw new PlatformError(
      'home-closed',
      `NODP_HOME=${asked} lies under a folder closed to other users; as root the database runs as the user “postgres”, who must be able to reach it. Choose another folder.`,
    );
  }
  const reachable = `/var/lib/nodp/${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
  say(
    `The checkout lies under a folder closed to the user “postgres”: the data are kept in ${reachable}.`,
  );
  return reachable;
};

/** @throws PlatformError where the folder cannot be written or the disk is all but full */
export const prepareHome = async (home: string): Promise<void> => {
  try {
    await mkdir(home, { recursive: true });
    const probe = join(home, '.writable');
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC')
      throw new PlatformError('disk-full', `The disk that holds ${home} is full.`);
    throw new PlatformError('home-not-writable', `${home} cannot be written: ${message}`);
  }
  const { bavail, bsize } = await statfs(home);
  if (bavail * bsize < leastFree) {
    const free = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new PlatformError(
      'disk-full',
      `Only ${free} MB are free on the disk that holds ${home}; 300 MB are needed at least.`,
    );
  }
};

const running = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const isPlatform = async (pid: number): Promise<boolean> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes('gateway');

/** One platform for one home. A lock left by a platform that was killed does not count. */
export const lockHome = async (home: string): Promise<() => Promise<void>> => {
  const file = join(home, 'platform.pid');
  const [pid, address] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
  if (pid && running(Number(pid)) && (await isPlatform(Number(pid)))) {
    throw new PlatformError(
      'already-running',
      `A platform (process ${pid}${address ? `, ${address}` : ''}) already uses ${home}. Stop it, or set NODP_HOME to another folder.`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
};

const secretFile = async (file: string): Promise<Buffer> => {
  try {
    return Buffer.from((await readFile(file, 'utf8')).trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secret = randomBytes(32);
    await writeFile(file, `${secret.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  }
};

export interface Keys {
  /** Of direct identifiers. */
  readonly identity: Uint8Array;
  /** Shared by gateway and subgraphs. */
  readonly gateway: string;
}

/** What the settings gave; null where they did not. */
export interface GivenKeys {
  readonly identityKey: Uint8Array | null;
  readonly gatewaySecret: string | null;
}

/** From the settings, else files only this user reads. */
export const keysOf = async (
  home: string,
  { identityKey, gatewaySecret }: GivenKeys,
): Promise<Keys> => {
  const file = join(home, 'identity.key');
  const identity = identityKey ?? (await secretFile(file));
  if (identity.length !== 32)
    throw new PlatformError('bad-key', `${file} must hold 32 bytes in base64.`);
  const gateway = gatewaySecret ?? (await secretFile(join(home, 'gateway.key'))).toString('base64');
  return { identity, gateway };
};
