import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError } from './problems.ts';

/** The address of the embedded server that a running platform holds, as the owner: for the operator's own commands. */
export const runningOwnerUrl = async (home: string): Promise<string> => {
  try {
    const { owner } = JSON.parse(await readFile(join(home, 'database-secrets.json'), 'utf8'));
    const lines = (await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    return `postgres://postgres:${owner}@127.0.0.1:${Number(lines[3])}/nodp`;
  } catch {
    throw new PlatformError(
      'not-running',
      `No platform is running on ${home}. Start it (npm start), or set NODP_HOME or DATABASE_URL.`,
    );
  }
};
