import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { LOCKS } from '../locks.ts';
import { PlatformError } from '../problems.ts';
import { archiveInto, archiveNowhere, archiveUntilNow } from './archiving.ts';
import { takeBaseBackup } from './base-backup.ts';
import { markMoment } from './content.ts';
import { addObjects } from './images.ts';
import { fileOf, filesBetween } from './log-files.ts';
import { readManifest } from './manifest.ts';
import { filesUnder, packedFile, packFiles, plainFile, sumOf } from './packed.ts';
import {
  archiveFolder,
  type BackupRecord,
  folderOf,
  imagesFolder,
  keyFile,
  newBackupId,
  openRepository,
  PACKED,
  partialFolder,
  type Repository,
  removePartial,
  writeRecord,
} from './repository.ts';
import { type Secrets, seal } from './seal.ts';

/** What a backup is doing, in the order in which it does it. */
export type BackupStep = 'COPYING' | 'READING' | 'ARCHIVING' | 'RELEASES' | 'IMAGES';

export interface MakeOptions {
  /** Of the embedded server, as its superuser. */
  readonly ownerUrl: string;
  /** The platform's home. */
  readonly home: string;
  /** Folder of the images. */
  readonly images: string;
  readonly repository: Repository;
  readonly secrets: Secrets;
  readonly passPhrase: string;
  /** Version of the platform. */
  readonly platform: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: BackupStep, share: number) => void;
  /** Of scrypt; tests take less. */
  readonly workFactor?: number;
}

/** Folders of releases that are whole: a build is moved in place at its end, manifest and all. */
const releaseFiles = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch(() => []);
  const files: string[] = [];
  for (const name of names.sort()) {
    if (name.startsWith('.')) continue;
    const whole = await access(join(folder, name, 'manifest.json')).then(
      () => true,
      () => false,
    );
    if (whole)
      files.push(...(await filesUnder(join(folder, name))).map((file) => join(name, file)));
  }
  return files;
};

/** One backup at a time: who has the lock may remove what a killed one left. */
const alone = async <T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> => {
  const holder = await sql.reserve();
  try {
    const [row] = await holder`select pg_try_advisory_lock(${LOCKS.backup}) as had`;
    if (row?.had !== true)
      throw new PlatformError(
        'backup-running',
        'A backup is being made already. Wait until it has ended.',
      );
    return await work();
  } finally {
    await holder`select pg_advisory_unlock(${LOCKS.backup})`.catch(() => {});
    holder.release();
  }
};

/** What the disk says when it is full, as a person reads it. */
export const asDiskFull = (error: unknown, folder: string): unknown =>
  (error as NodeJS.ErrnoException | null)?.code === 'ENOSPC'
    ? new PlatformError(
        'disk-full',
        `The disk that holds ${folder} is full. Nothing is kept of what was begun.`,
      )
    : error;

const make = async (
  sql: postgres.Sql,
  id: string,
  archive: string,
  options: MakeOptions,
): Promise<BackupRecord> => {
  const { repository, home, signal, onProgress = () => {} } = options;
  signal.throwIfAborted();
  const folder = partialFolder(repository, id);
  const begunAt = new Date().toISOString();
  await mkdir(folder, { mode: 0o700 });
  const base = packedFile(join(folder, PACKED.base), signal);
  const manifest = plainFile(join(folder, PACKED.manifest), signal);
  for (const { done } of [base, manifest]) done.catch(() => {});
  const taken = await takeBaseBackup(options.ownerUrl, {
    ...{ archive: base.input, manifest: manifest.input, signal },
    onProgress: (share) => onProgress('COPYING', share),
  });
  const files = { base: await base.done, manifest: await manifest.done };
  const listed = readManifest(await readFile(join(folder, PACKED.manifest), 'utf8'));

  onProgress('READING', 0);
  const moment = await markMoment(sql, `nodp ${id}`, (share) => {
    signal.throwIfAborted();
    onProgress('READING', share);
  });

  onProgress('ARCHIVING', 0);
  const archived = archiveFolder(repository, archive);
  const lastLogFile = await archiveUntilNow(sql, archived, signal);
  const [row] = await sql`select current_setting('server_version') as version,
    (select setting::int8 from pg_settings where name = 'wal_segment_size')::float8 as segment`;
  const firstLogFile = fileOf(taken.start.timeline, taken.start.lsn, row?.segment);
  const names = filesBetween(firstLogFile, lastLogFile, row?.segment);
  const log = await packFiles(archived, names, join(folder, PACKED.log), signal);

  onProgress('RELEASES', 0);
  const releasesFolder = join(home, 'releases');
  const releases = await packFiles(
    releasesFolder,
    await releaseFiles(releasesFolder),
    join(folder, PACKED.releases),
    signal,
  );
  // After the moment: the bytes of what a row of it names were in their place before the row.
  await addObjects(options.images, imagesFolder(repository), signal, (share) =>
    onProgress('IMAGES', share),
  );
  const sealed = await seal(id, options.secrets, options.passPhrase, options.workFactor);
  await writeFile(keyFile(repository, id), sealed, { mode: 0o600, flush: true });
  const record: BackupRecord = {
    ...{ format: 1, id, platform: options.platform, postgres: row?.version },
    ...{
      begunAt,
      endedAt: new Date().toISOString(),
      moment: moment.at,
      restorePoint: moment.restorePoint,
    },
    ...{ timeline: taken.start.timeline, firstLogFile, lastLogFile, archive },
    bytes: [...listed.values()].reduce((all, { bytes }) => all + bytes, 0),
    files: { ...files, log, releases },
    keys: await sumOf(keyFile(repository, id)),
    content: { tables: [...moment.content.tables], audit: moment.content.audit },
  };
  await writeRecord(folder, record);
  signal.throwIfAborted();
  await rename(folder, folderOf(repository, id));
  return record;
};

/**
 * Makes a backup of a platform while it works: database, log, releases, images and, apart, sealed, its keys; one id on all of them.
 * Nothing of it is seen before it is whole.
 * @throws PlatformError in words where something is to be corrected
 */
export const makeBackup = async (options: MakeOptions): Promise<BackupRecord> => {
  const { repository } = options;
  await openRepository(repository).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError(
      'backups-not-writable',
      `${repository.folder} or ${repository.keys} cannot be written: ${error.message}`,
    );
  });
  const id = newBackupId(new Date());
  const sql = postgres(options.ownerUrl, { max: 4, onnotice: () => {} });
  try {
    return await alone(sql, async () => {
      await removePartial(repository);
      const archive = await archiveInto(sql, repository, id, join(options.home, 'postgres'));
      try {
        return await make(sql, id, archive.name, options);
      } catch (error) {
        await rm(partialFolder(repository, id), { recursive: true, force: true });
        await rm(keyFile(repository, id), { force: true });
        if (archive.begun) {
          // Without a backup nobody needs the log.
          await archiveNowhere(sql);
          await rm(archiveFolder(repository, archive.name), { recursive: true, force: true });
        }
        throw asDiskFull(error, repository.folder);
      }
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
};
