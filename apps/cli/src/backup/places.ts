import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PlatformError, readSettings } from '@nodp/database';
import type { Repository, Secrets } from '@nodp/database/backup';
import { askHidden } from '../ask.ts';

export const homeOf = (env: NodeJS.ProcessEnv): string =>
  resolve(readSettings(env, ['NODP_HOME']).NODP_HOME ?? '.nodp');

/** Where images lie: by a setting, else in the home. */
export const imagesOf = (env: NodeJS.ProcessEnv): string =>
  resolve(
    readSettings(env, ['NODP_DICOM_FOLDER']).NODP_DICOM_FOLDER ?? join(homeOf(env), 'images'),
  );

/** Where backups and their keys are retained: by settings, else beside the home. */
export const repositoryOf = (env: NodeJS.ProcessEnv): Repository => {
  const { NODP_BACKUPS, NODP_BACKUP_KEYS } = readSettings(env, [
    'NODP_BACKUPS',
    'NODP_BACKUP_KEYS',
  ]);
  const folder = resolve(NODP_BACKUPS ?? join(dirname(homeOf(env)), 'nodp-backups'));
  return { folder, keys: resolve(NODP_BACKUP_KEYS ?? `${folder}-keys`) };
};

/** @param again asks twice, where a pass phrase is new and a slip would lose the keys */
export const passPhraseOf = async (env: NodeJS.ProcessEnv, again: boolean): Promise<string> => {
  const { NODP_BACKUP_PASSPHRASE: given } = readSettings(env, ['NODP_BACKUP_PASSPHRASE']);
  if (given !== null) return given;
  const typed = await askHidden('Pass phrase of the keys: ');
  if (again && typed !== (await askHidden('Once more: ')))
    throw new PlatformError('usage', 'The two are not the same.');
  return typed;
};

/** Without these the records of a backup are unreadable, or nobody signs in to its database. */
const SECRETS = [
  'database-secrets.json',
  'identity.key',
  'gateway.key',
  'releases/.disclosure-key',
];

/** What is to be sealed: files of the home; what the environment gives in place of a file. */
export const secretsOf = async (env: NodeJS.ProcessEnv): Promise<Secrets> => {
  const home = homeOf(env);
  const { NODP_IDENTITY_KEY, NODP_GATEWAY_SECRET } = readSettings(env, [
    'NODP_IDENTITY_KEY',
    'NODP_GATEWAY_SECRET',
  ]);
  const secrets: Record<string, Uint8Array> = {};
  for (const name of SECRETS) {
    const file = await readFile(join(home, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (file !== null) secrets[name] = file;
  }
  if (NODP_IDENTITY_KEY !== null)
    secrets['identity.key'] = Buffer.from(`${Buffer.from(NODP_IDENTITY_KEY).toString('base64')}\n`);
  if (NODP_GATEWAY_SECRET !== null)
    secrets['gateway.key'] = Buffer.from(`${NODP_GATEWAY_SECRET}\n`);
  if (secrets['identity.key'] === undefined)
    throw new PlatformError(
      'no-identity-key',
      `There is no identity key in ${home}, and NODP_IDENTITY_KEY is not set: a backup without it could not be read.`,
    );
  return secrets;
};
