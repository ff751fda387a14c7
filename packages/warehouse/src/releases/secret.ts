import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Beside the releases, read by the platform's user alone; no release and no export holds it. */
const FILE = '.disclosure-key';
const BYTES = 32;

/**
 * The secret of an installation from which persons get the keys of disclosure control. It outlives every release, so that
 * a set of persons that two releases share is moved alike in both; a holder of the secret can take the noise away.
 * Made when it is first asked for.
 */
export const disclosureSecret = async (folder: string): Promise<Uint8Array> => {
  const file = join(folder, FILE);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, randomBytes(BYTES).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (secret.length !== BYTES)
    throw new Error(
      `${file} is no key of ${BYTES} bytes in hexadecimal digits. Restore it from the backup.`,
    );
  return secret;
};

/** A secret of its own for one purpose. */
export const secretFor = (secret: Uint8Array, purpose: string): Buffer =>
  createHmac('sha256', secret).update(purpose).digest();
