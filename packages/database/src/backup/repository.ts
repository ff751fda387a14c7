import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { PlatformError } from '../problems.ts';
import { filesBefore } from './log-files.ts';
import { type RetainedBackup, superfluous } from './retention.ts';

/**
 * Where backups are retained:
 * ```
 * FOLDER/ID/backup.json base.tar.zst base.manifest wal.tar.zst releases.tar.zst [verified.json]
 * FOLDER/images/        the images of all backups, sealed as the platform keeps them, each once
 * FOLDER/wal-ID/        the log since the backup ID, archived file by file
 * KEYS/ID.age           identity key and secrets of that backup, sealed by a pass phrase
 * ```
 */
export interface Repository {
  readonly folder: string;
  /** Apart from the backups, so that who gets at one folder alone reads no name. */
  readonly keys: string;
}

export const PACKED = {
  base: 'base.tar.zst',
  manifest: 'base.manifest',
  log: 'wal.tar.zst',
  releases: 'releases.tar.zst',
} as const;

const sum = v.object({ bytes: v.number(), sha256: v.string() });

const recordSchema = v.object({
  format: v.literal(1),
  id: v.string(),
  /** Version of the platform that made it. */
  platform: v.string(),
  /** Of the server. */
  postgres: v.string(),
  begunAt: v.string(),
  endedAt: v.string(),
  /** The moment that it restores to by itself. */
  moment: v.string(),
  restorePoint: v.string(),
  timeline: v.number(),
  firstLogFile: v.string(),
  lastLogFile: v.string(),
  /** Name of the folder in which the log goes on. */
  archive: v.string(),
  /** Of the data folder, unpacked. */
  bytes: v.number(),
  files: v.object({ base: sum, manifest: sum, log: sum, releases: sum }),
  keys: sum,
  content: v.object({
    tables: v.array(v.object({ table: v.string(), rows: v.number(), hash: v.string() })),
    audit: v.object({ number: v.number(), hash: v.string() }),
  }),
});

/** What `backup.json` says. */
export type BackupRecord = v.InferOutput<typeof recordSchema>;

const trialSchema = v.object({
  at: v.string(),
  /** Why it failed; null where the backup was whole. */
  problem: v.nullable(v.string()),
});

/** A trial restore, and what came of it. */
export type Trial = v.InferOutput<typeof trialSchema>;

const ID = /^\d{8}T\d{6}Z-[0-9a-f]{4}$/;
const PARTIAL = '.partial-';

/** A new backup's id: its instant, and something that makes it one of its kind. */
export const newBackupId = (now: Date): string =>
  `${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(2).toString('hex')}`;

export const folderOf = ({ folder }: Repository, id: string): string => join(folder, id);
export const partialFolder = ({ folder }: Repository, id: string): string =>
  join(folder, PARTIAL + id);
export const keyFile = ({ keys }: Repository, id: string): string => join(keys, `${id}.age`);
export const imagesFolder = ({ folder }: Repository): string => join(folder, 'images');
export const archiveFolder = ({ folder }: Repository, name: string): string => join(folder, name);

/** @throws PlatformError where the two folders are one, or cannot be made */
export const openRepository = async (repository: Repository): Promise<void> => {
  if (resolve(repository.folder) === resolve(repository.keys))
    throw new PlatformError(
      'keys-apart',
      'Keys and backups need folders of their own (NODP_BACKUPS, NODP_BACKUP_KEYS).',
    );
  await mkdir(repository.folder, { recursive: true, mode: 0o755 });
  await mkdir(repository.keys, { recursive: true, mode: 0o700 });
};

const readJson = async (file: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** @throws PlatformError where there is no such backup, or what it says of itself cannot be read */
export const readRecord = async (repository: Repository, id: string): Promise<BackupRecord> => {
  const json = ID.test(id) ? await readJson(join(folderOf(repository, id), 'backup.json')) : null;
  if (json === null)
    throw new PlatformError(
      'no-backup',
      `There is no backup ${id} in ${repository.folder}. See nodp backup list.`,
    );
  const read = v.safeParse(recordSchema, json);
  if (!read.success || read.output.id !== id)
    throw new PlatformError(
      'damaged',
      `The backup is damaged: ${id}/backup.json cannot be read. Restore another backup, and make a new one.`,
    );
  return read.output;
};

export const writeRecord = (folder: string, record: BackupRecord): Promise<void> =>
  writeFile(join(folder, 'backup.json'), `${JSON.stringify(record, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  });

export const readTrial = async (repository: Repository, id: string): Promise<Trial | null> => {
  const read = v.safeParse(
    trialSchema,
    await readJson(join(folderOf(repository, id), 'verified.json')),
  );
  return read.success ? read.output : null;
};

export const writeTrial = async (
  repository: Repository,
  id: string,
  trial: Trial,
): Promise<void> => {
  const file = join(folderOf(repository, id), 'verified.json');
  await writeFile(`${file}.new`, `${JSON.stringify(trial)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
};

/** Ids of the backups that are there, the newest first. */
export const backupIds = async ({ folder }: Repository): Promise<string[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => ID.test(name))
    .sort()
    .reverse();
};

/** What backups that were killed have left. Only while no other is being made. */
export const removePartial = async (repository: Repository): Promise<void> => {
  for (const name of await readdir(repository.folder)) {
    if (!name.startsWith(PARTIAL)) continue;
    const id = name.slice(PARTIAL.length);
    await rm(keyFile(repository, id), { force: true });
    await rm(join(repository.folder, name), { recursive: true, force: true });
  }
};

const remove = async (repository: Repository, id: string): Promise<void> => {
  // Out of the list at once, so that one that is half removed is no backup.
  await rename(folderOf(repository, id), partialFolder(repository, id));
  await rm(keyFile(repository, id), { force: true });
  await rm(partialFolder(repository, id), { recursive: true, force: true });
};

/** The log that no kept backup needs. */
const removeLog = async (
  repository: Repository,
  retained: readonly BackupRecord[],
): Promise<void> => {
  for (const name of await readdir(repository.folder)) {
    if (!name.startsWith('wal-')) continue;
    const folder = archiveFolder(repository, name);
    const firsts = retained
      .filter(({ archive }) => archive === name)
      .map(({ firstLogFile }) => firstLogFile);
    const oldest = firsts.sort()[0];
    if (oldest === undefined) {
      await rm(folder, { recursive: true, force: true });
      continue;
    }
    for (const file of filesBefore(await readdir(folder), oldest)) await rm(join(folder, file));
  }
};

/**
 * Removes the backups beyond those to keep, and the log that none of the rest needs.
 * @param archive the folder that the log is archived to now, which stays
 * @returns the ids that went
 */
export const removeSuperfluous = async (
  repository: Repository,
  keep: number,
): Promise<string[]> => {
  const ids = await backupIds(repository);
  const retained: RetainedBackup[] = [];
  for (const id of ids) {
    const trial = await readTrial(repository, id);
    const readable = await readRecord(repository, id).then(
      () => true,
      () => false,
    );
    const verified = trial === null ? null : trial.problem === null;
    retained.push({ id, verified: readable ? verified : false });
  }
  const gone = superfluous(retained, keep);
  for (const id of gone) await remove(repository, id);
  const rest = ids.filter((id) => !gone.includes(id));
  const records = await Promise.allSettled(rest.map((id) => readRecord(repository, id)));
  // One that cannot be read might need any of the log: then all of it stays.
  const readable = records.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
  if (readable.length === rest.length) await removeLog(repository, readable);
  return gone;
};

/** Bytes that a backup takes, its keys not counted. */
export const packedBytes = async (repository: Repository, id: string): Promise<number> => {
  const folder = folderOf(repository, id);
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((all, size) => all + size, 0);
};
