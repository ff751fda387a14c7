import { access, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type postgres from 'postgres';
import { openToAll } from '../embedded-programs.ts';
import { PlatformError } from '../problems.ts';
import { archiveFolder, type Repository } from './repository.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A path as one word of a shell's command in which % has a meaning to PostgreSQL. */
export const shellWord = (path: string): string =>
  `'${path.replaceAll("'", `'\\''`)}'`.replaceAll('%', '%%');

interface Archiving {
  readonly library: string;
  readonly directory: string | null;
  readonly mode: string;
  readonly level: string;
}

const current = async (sql: postgres.Sql): Promise<Archiving> => {
  const [row] = await sql<Archiving[]>`
    select current_setting('archive_library') as library, current_setting('archive_mode') as mode, current_setting('wal_level') as level,
      (select setting from pg_file_settings where name = 'basic_archive.archive_directory' order by seqno desc limit 1) as directory`;
  if (row === undefined) throw new Error('The server tells no settings.');
  return row;
};

const bringsLibrary = (sql: postgres.Sql): Promise<boolean> =>
  sql`load 'basic_archive'`.then(
    () => true,
    () => false,
  );

/**
 * From now on each file of the log is copied into the repository as soon as it is full, and once a minute. By PostgreSQL's
 * own module; by a command where the server does not bring it.
 * @param id of the backup that begins the chain where none is going on
 * @param data the server's folder, whose owner the archive is to belong to
 * @returns the name of the folder, and whether this call made it
 */
export const archiveInto = async (
  sql: postgres.Sql,
  repository: Repository,
  id: string,
  data: string,
): Promise<{ readonly name: string; readonly begun: boolean }> => {
  const now = await current(sql);
  if (now.mode === 'off' || now.level === 'minimal')
    throw new PlatformError(
      'not-logged',
      'The first load of this platform is not at its end; its changes are not logged yet. Make the backup when it is ready.',
    );
  if (now.directory?.startsWith(join(repository.folder, 'wal-'))) {
    const there = await access(now.directory).then(
      () => true,
      () => false,
    );
    if (there) return { name: now.directory.slice(repository.folder.length + 1), begun: false };
  }
  const name = `wal-${id}`;
  const folder = archiveFolder(repository, name);
  await mkdir(folder, { mode: 0o700 });
  const { uid, gid } = await stat(data);
  if (uid !== process.getuid?.()) {
    if (!(await openToAll(repository.folder)))
      throw new PlatformError(
        'backups-closed',
        `${repository.folder} lies under a folder closed to the user “postgres”, who archives into it. Set NODP_BACKUPS to another folder.`,
      );
    await chown(folder, uid, gid);
  }
  await sql.unsafe(`alter system set basic_archive.archive_directory = ${quoted(folder)}`);
  if (await bringsLibrary(sql)) {
    await sql.unsafe(`alter system set archive_library = 'basic_archive'`);
    await sql.unsafe(`alter system set archive_command = ''`);
  } else {
    const at = (name: string) => `${shellWord(folder)}/${name}`;
    const command = `test ! -f ${at('%f')} && cp %p ${at('%f.part')} && mv ${at('%f.part')} ${at('%f')}`;
    await sql.unsafe(`alter system set archive_command = ${quoted(command)}`);
  }
  await sql.unsafe('select pg_reload_conf()');
  // What was made before is not in the folder: a new file begins the chain.
  await sql`select pg_switch_wal()`;
  return { name, begun: true };
};

/** Nobody archives from now on, and nothing is held back for it: of a server that was restored, or whose first backup failed. */
export const archiveNowhere = async (sql: postgres.Sql): Promise<void> => {
  for (const name of ['archive_library', 'basic_archive.archive_directory', 'archive_command'])
    await sql.unsafe(`alter system reset ${name}`);
  await sql.unsafe(`alter system set archive_command = 'true'`);
  await sql.unsafe('select pg_reload_conf()');
};

const LONGEST_WAIT = 120_000;

/**
 * Ends the file of the log that is being written and waits until it is archived.
 * @returns its name
 * @throws PlatformError `not-archived` with what the archiver says
 */
export const archiveUntilNow = async (
  sql: postgres.Sql,
  folder: string,
  signal: AbortSignal,
): Promise<string> => {
  const [row] = await sql`select pg_walfile_name(pg_switch_wal()) as file`;
  const file = row?.file as string;
  for (const end = Date.now() + LONGEST_WAIT; Date.now() < end; ) {
    signal.throwIfAborted();
    if ((await readdir(folder)).includes(file)) return file;
    await new Promise((next) => setTimeout(next, 50));
  }
  const [last] =
    await sql`select failed_count, last_failed_wal, last_failed_time from pg_stat_archiver`;
  throw new PlatformError(
    'not-archived',
    `The log is not archived into ${folder}: ${last?.failed_count} tries failed, the last of ${last?.last_failed_wal}. Is the disk full, or the folder closed to the database's user?`,
  );
};
