import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { openToAll } from '../embedded-programs.ts';
import { PlatformError } from '../problems.ts';
import { archiveNowhere } from './archiving.ts';
import { addObjects } from './images.ts';
import { asDiskFull } from './make.ts';
import { manifestProblem, readManifest } from './manifest.ts';
import { type FileSum, sumOf, unpack } from './packed.ts';
import { noPassword, recover, type Target } from './recovery.ts';
import {
  archiveFolder,
  type BackupRecord,
  backupIds,
  folderOf,
  imagesFolder,
  keyFile,
  PACKED,
  type Repository,
  readRecord,
} from './repository.ts';
import { unseal } from './seal.ts';

export type RestoreStep = 'KEYS' | 'UNPACKING' | 'FOLLOWING' | 'RELEASES' | 'IMAGES' | 'CHECKING';

export interface RestoreOptions {
  readonly repository: Repository;
  readonly record: BackupRecord;
  /** The new home; it must not be there, or be empty. */
  readonly into: string;
  readonly target: Target;
  readonly passPhrase: string;
  readonly scratch: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: RestoreStep, share: number) => void;
}

const damaged = (what: string) =>
  new PlatformError(
    'damaged',
    `The backup is damaged: ${what}. Restore another backup, and make a new one.`,
  );

/** @throws PlatformError where something lies in the folder that is to be restored into */
const refuseInUse = async (into: string): Promise<void> => {
  const names = await readdir(into).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0)
    throw new PlatformError(
      'in-use',
      `${into} is not empty (${names.slice(0, 3).join(', ')}). Restore into another folder, look at it, then put it in the place of the old one.`,
    );
  await mkdir(dirname(into), { recursive: true });
  if (process.getuid?.() === 0 && !(await openToAll(dirname(into))))
    throw new PlatformError(
      'home-closed',
      `${into} lies under a folder closed to the user “postgres”, as whom the database runs. Choose another folder.`,
    );
};

const refuseTooSmall = async (into: string, bytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(dirname(into));
  const mb = (n: number) => Math.ceil(n / 1e6).toLocaleString('en');
  if (bavail * bsize < bytes)
    throw new PlatformError(
      'disk-full',
      `The backup takes ${mb(bytes)} MB unpacked; ${mb(bavail * bsize)} MB are free on the disk of ${into}.`,
    );
};

/** The backup that leads to an instant: the newest whose own moment is not later. */
export const backupBefore = async (repository: Repository, at: string): Promise<BackupRecord> => {
  const ids = await backupIds(repository);
  for (const id of ids) {
    const record = await readRecord(repository, id);
    if (Date.parse(record.moment) <= Date.parse(at)) return record;
  }
  const oldest = ids.at(-1);
  if (oldest === undefined)
    throw new PlatformError('no-backup', `There is no backup in ${repository.folder}.`);
  const { moment } = await readRecord(repository, oldest);
  throw new PlatformError(
    'too-early',
    `The oldest backup is of ${moment}; there is none that leads to ${at}.`,
  );
};

/** What can be seen at once: a file that is missing or was cut, before minutes go into the others. */
const refuseCut = async ({ repository, record }: RestoreOptions): Promise<void> => {
  for (const [part, name] of Object.entries(PACKED)) {
    const file = join(folderOf(repository, record.id), name);
    const size = await stat(file).then(
      (entry) => entry.size,
      () => null,
    );
    const { bytes } = record.files[part as keyof typeof PACKED];
    if (size === null) throw damaged(`${file} is missing`);
    if (size !== bytes) throw damaged(`${file} has ${size} bytes where ${bytes} were written`);
  }
};

const putSecrets = async (
  home: string,
  { repository, record, passPhrase }: RestoreOptions,
): Promise<void> => {
  const file = keyFile(repository, record.id);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new PlatformError(
      'no-keys',
      `The keys of backup ${record.id} are not in ${repository.keys} (NODP_BACKUP_KEYS).`,
    );
  });
  if ((await sumOf(file)).sha256 !== record.keys.sha256)
    throw damaged(`${file} is not what was written (SHA-256)`);
  const secrets = await unseal(record.id, bytes, passPhrase);
  // Before minutes go into the others: the database would be asked with a password that is not its own.
  if (secrets['database-secrets.json'] === undefined) throw noPassword();
  for (const [name, secret] of Object.entries(secrets)) {
    await mkdir(dirname(join(home, name)), { recursive: true, mode: 0o700 });
    await writeFile(join(home, name), secret, { mode: 0o600 });
  }
};

const putData = async (
  home: string,
  { repository, record, signal, onProgress }: RestoreOptions,
) => {
  const folder = folderOf(repository, record.id);
  const data = join(home, 'postgres');
  await mkdir(data, { mode: 0o700 });
  const text = await readFile(join(folder, PACKED.manifest), 'utf8');
  const manifest = readManifest(text);
  const unpacked = new Map<string, FileSum>();
  let bytes = 0;
  await unpack(
    join(folder, PACKED.base),
    record.files.base,
    data,
    (name, sum) => {
      unpacked.set(name, sum);
      bytes += sum.bytes;
      onProgress?.('UNPACKING', Math.min(1, bytes / Math.max(1, record.bytes)));
    },
    signal,
  );
  const problem = manifestProblem(manifest, unpacked);
  if (problem !== null) throw damaged(problem);
  const log = join(home, 'log-of-backup');
  await mkdir(log, { mode: 0o700 });
  await unpack(join(folder, PACKED.log), record.files.log, log, () => {}, signal);
  return log;
};

const putReleases = async (
  home: string,
  { repository, record, signal }: RestoreOptions,
): Promise<void> => {
  const folder = join(home, 'releases');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await unpack(
    join(folderOf(repository, record.id), PACKED.releases),
    record.files.releases,
    folder,
    () => {},
    signal,
  );
};

/** Files of the log that lie ready from a backup's first to the last that was archived. */
const filesToFollow = async (archive: string, first: string): Promise<number> =>
  (await readdir(archive).catch(() => [])).filter((name) => name.length === 24 && name >= first)
    .length;

const restoreInto = async <T>(
  home: string,
  options: RestoreOptions,
  work: (ownerUrl: string, home: string) => Promise<T>,
): Promise<T> => {
  const { repository, record, target, scratch, signal, onProgress = () => {} } = options;
  onProgress('KEYS', 0);
  await putSecrets(home, options);
  const log = await putData(home, options);
  onProgress('RELEASES', 0);
  await putReleases(home, options);
  // A trial looks at them where they are: they may be more than a scratch folder holds.
  if (!scratch)
    await addObjects(imagesFolder(repository), join(home, 'images'), signal, (share) =>
      onProgress('IMAGES', share),
    );
  const archive = archiveFolder(repository, record.archive);
  const further = target.kind === 'restore-point' ? [] : [archive];
  const files =
    target.kind === 'restore-point' ? 1 : await filesToFollow(archive, record.firstLogFile);
  let followed = 0;
  const result = await recover(
    {
      ...{ home, logs: [log, ...further], target, scratch, signal },
      onLogFile: () => onProgress('FOLLOWING', Math.min(1, ++followed / Math.max(1, files))),
    },
    async (ownerUrl) => {
      onProgress('CHECKING', 0);
      const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
      await archiveNowhere(sql).finally(() => sql.end());
      return work(ownerUrl, home);
    },
  );
  await rm(log, { recursive: true, force: true });
  return result;
};

/**
 * Restores a backup into a home of its own. Nothing is seen in its place before all of it is there and was checked.
 * @param work what is examined in the restored database before it is put in place; where it throws, nothing is
 * @throws PlatformError in words where something is to be corrected
 */
export const restoreBackup = async <T>(
  options: RestoreOptions,
  work: (ownerUrl: string, home: string) => Promise<T>,
): Promise<T> => {
  const { into, record } = options;
  await refuseInUse(into);
  await refuseCut(options);
  await refuseTooSmall(into, record.bytes + record.files.releases.bytes);
  const home = `${into}.restoring-${record.id}`;
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { mode: 0o755 });
  await chmod(home, 0o755);
  try {
    const result = await restoreInto(home, options, work);
    // An empty folder gives way; one that was filled meanwhile does not.
    await rename(home, into);
    return result;
  } catch (error) {
    throw asDiskFull(error, dirname(into));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
};
