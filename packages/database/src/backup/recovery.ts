import { type ChildProcess, spawn } from 'node:child_process';
import { chown, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import postgres from 'postgres';
import { freePort, secretsOf } from '../embedded.ts';
import { reachableBinaries, serverOwner } from '../embedded-programs.ts';
import { asOptions, settings } from '../embedded-settings.ts';
import { PlatformError } from '../problems.ts';
import { shellWord } from './archiving.ts';

/** How far the log is followed. */
export type Target =
  /** To the moment that a backup names. */
  | { readonly kind: 'restore-point'; readonly name: string }
  /** To the last transaction that ended before an instant, ISO 8601. */
  | { readonly kind: 'time'; readonly at: string }
  /** To the end of what was archived. */
  | { readonly kind: 'end' };

const targetSettings = (target: Target): Record<string, string> => {
  switch (target.kind) {
    case 'restore-point':
      return { recovery_target_name: target.name };
    case 'time':
      // PostgreSQL reads no `T` and no `Z` here.
      return { recovery_target_time: target.at.replace('T', ' ').replace(/Z$/, '+00:00') };
    case 'end':
      return {};
  }
};

export interface RecoveryOptions {
  /** Holds `postgres`, the unpacked data folder, and the secrets of the database. */
  readonly home: string;
  /** Where files of the log are, looked at in this order. */
  readonly logs: readonly string[];
  readonly target: Target;
  /** A folder that is thrown away afterwards need not be safe from a power cut. */
  readonly scratch: boolean;
  readonly signal: AbortSignal;
  /** Hears of each file of the log that was read. */
  readonly onLogFile?: (file: string) => void;
}

const chownAll = async (folder: string, uid: number, gid: number): Promise<void> => {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chown(join(entry.parentPath, entry.name), uid, gid);
};

/** What the server says of where the log ended, in words for who asked for a later moment. */
const lastOf = (said: string): string => {
  const [, at] = /last completed transaction was at log time (.+)/.exec(said) ?? [];
  return at === undefined ? '' : ` The last change in the log is of ${at}.`;
};

const failed = (said: string, target: Target): PlatformError => {
  if (/recovery ended before configured recovery target was reached/.test(said))
    return new PlatformError(
      'not-archived-yet',
      target.kind === 'time'
        ? `The log that was archived does not reach ${target.at}.${lastOf(said)} Ask for an earlier moment, or leave --at out for the last one.`
        : `The log that was archived does not reach the backup's moment.${lastOf(said)}`,
    );
  return new PlatformError(
    'not-restored',
    `PostgreSQL could not restore the backup:\n${said.split('\n').slice(-12).join('\n')}`,
  );
};

const INVALID_PASSWORD = '28P01';

/** What is said where the keys of a backup hold no password, or another, of its database. */
export const noPassword = (): PlatformError =>
  new PlatformError(
    'no-database-password',
    'The keys of the backup do not open its database: database-secrets.json is missing in them, or is of another platform. Restore with the keys that were made with it.',
  );

interface Running {
  readonly child: ChildProcess;
  /** Everything it wrote so far, the last 16 kB. */
  said(): string;
  ended(): boolean;
}

const watch = (child: ChildProcess, onLogFile: (file: string) => void): Running => {
  let said = '';
  let ended = false;
  child.stderr?.on('data', (part: Buffer) => {
    const text = part.toString();
    said = (said + text).slice(-16_384);
    for (const [, file = ''] of text.matchAll(/restored log file "([0-9A-F]{24})"/g))
      onLogFile(file);
  });
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', (error) => {
    said += error.message;
    ended = true;
  });
  return { child, said: () => said, ended: () => ended };
};

const untilPromoted = async (
  url: string,
  running: Running,
  { target, signal }: RecoveryOptions,
) => {
  for (;;) {
    signal.throwIfAborted();
    if (running.ended()) throw failed(running.said(), target);
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      const [row] = await sql`select pg_is_in_recovery() as recovering`;
      if (row?.recovering === false) return;
    } catch (error) {
      // Whoever has another password is never let in; else it follows the log and lets nobody in until it is at its end.
      if ((error as { code?: unknown }).code === INVALID_PASSWORD) throw noPassword();
    } finally {
      await sql.end({ timeout: 1 });
    }
    await setTimeout(50);
  }
};

/**
 * Follows the log from an unpacked base backup to the target, in a server of its own on a free port, and does some work
 * there before the server is stopped.
 * @param work as the superuser of the database `nodp`
 * @throws PlatformError where the log does not reach the target
 */
export const recover = async <T>(
  options: RecoveryOptions,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> => {
  const { home, logs, target, scratch } = options;
  const data = join(home, 'postgres');
  const owner = await serverOwner();
  const programs = await reachableBinaries(home, owner);
  const { owner: password } = await secretsOf(home);
  await writeFile(join(data, 'recovery.signal'), '', { mode: 0o600 });
  if (owner !== null) {
    for (const folder of [data, ...logs.filter((log) => log.startsWith(home))])
      await chownAll(folder, owner.uid, owner.gid);
  }
  const port = await freePort();
  const restore = logs.map((folder) => `cp ${shellWord(folder)}/%f "%p" 2>/dev/null`).join(' || ');
  const recovery = {
    ...{ archive_mode: 'off', archive_timeout: 0, hot_standby: 'off', restore_command: restore },
    ...{ recovery_target_action: 'promote', recovery_target_timeline: 'current' },
    ...(scratch ? { fsync: 'off', full_page_writes: 'off' } : {}),
    ...targetSettings(target),
  };
  const child = spawn(
    programs.postgres,
    ['-D', data, ...settings({ port, test: false, logged: true }), ...asOptions(recovery)],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(owner ? { ...owner, cwd: '/' } : {}),
    },
  );
  const running = watch(child, options.onLogFile ?? (() => {}));
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  try {
    await untilPromoted(url('postgres'), running, options);
    return await work(url('nodp'));
  } finally {
    if (!running.ended()) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGINT');
      await gone;
    }
    for (const name of ['backup_label.old', 'tablespace_map.old', 'backup_manifest'])
      await rm(join(data, name), { force: true });
  }
};
