import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { type Binaries, type Owner, reachableBinaries, serverOwner } from './embedded-programs.ts';
import { prewarm, settings } from './embedded-settings.ts';
import { PlatformError } from './problems.ts';
import { serverProcess } from './server-process.ts';

const run = promisify(execFile);

/** A PostgreSQL server of our own, in a folder of its own, on a free port of the loopback address. */
export interface EmbeddedServer {
  /** As the owner of the database `nodp`: for migrations. */
  readonly ownerUrl: string;
  /** As the application role, which owns nothing. */
  readonly applicationUrl: string;
  /** After the first load, which was not logged: from now on every change is, so that backups can be made. */
  logChanges(): Promise<void>;
  stop(): Promise<void>;
}

interface Secrets {
  readonly owner: string;
  readonly application: string;
}

export const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

export const secretsOf = async (home: string): Promise<Secrets> => {
  const file = join(home, 'database-secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const secrets = {
      owner: randomBytes(24).toString('base64url'),
      application: randomBytes(24).toString('base64url'),
    };
    await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
    return secrets;
  }
};

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const exited = async (pid: number, milliseconds: number): Promise<boolean> => {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (!alive(pid)) return true;
    await new Promise((next) => setTimeout(next, 25));
  }
  return !alive(pid);
};

/** A server left behind by a platform that was killed: stopped, so that one platform holds the data. */
const stopLeftBehind = async (data: string): Promise<void> => {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null);
  const pid = Number(text?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !alive(pid)) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes('postgres')) return;
  process.kill(pid, 'SIGINT');
  if (!(await exited(pid, 15_000))) process.kill(pid, 'SIGQUIT');
  if (!(await exited(pid, 10_000))) {
    throw new PlatformError(
      'database-left-running',
      `An earlier PostgreSQL (process ${pid}) still holds ${data} and does not stop. End it, then start again.`,
    );
  }
};

const initialise = async (b: Binaries, data: string, password: string, owner: Owner | null) => {
  const passwordFile = `${data}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) await chown(passwordFile, owner.uid, owner.gid);
  try {
    await run(
      b.initdb,
      [
        '-D',
        data,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C',
        // What is archived each minute at least is a file of this many MB.
        '--wal-segsize=4',
        '--no-sync',
      ],
      owner
        ? { ...owner, cwd: '/', env: { ...process.env, LC_ALL: 'C' } }
        : { env: { ...process.env, LC_ALL: 'C' } },
    );
  } catch (error) {
    await rm(data, { recursive: true, force: true });
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new PlatformError(
      'database-not-made',
      `The database could not be made in ${data}: ${(stderr || message).trim()}`,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
};

const waitUntilReady = async (url: string, failed: () => string | null): Promise<void> => {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    const problem = failed();
    if (problem !== null) throw new PlatformError('database-not-started', problem);
    const probe = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await probe`select 1`;
      return;
    } catch {
      await new Promise((next) => setTimeout(next, 50));
    } finally {
      await probe.end({ timeout: 1 });
    }
  }
  throw new PlatformError('database-not-started', 'PostgreSQL did not answer within a minute.');
};

const prepareDatabase = async (adminUrl: string, secrets: Secrets): Promise<void> => {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const role = await admin`select 1 from pg_roles where rolname = 'nodp_app'`;
    const verb = role.length === 0 ? 'create' : 'alter';
    await admin.unsafe(
      `${verb} role nodp_app login nosuperuser nobypassrls password '${secrets.application}'`,
    );
    const known = await admin`select 1 from pg_database where datname = 'nodp'`;
    if (known.length === 0) await admin.unsafe('create database nodp');
    // Until the first backup nobody needs what would be archived.
    const [{ archived } = { archived: '' }] = await admin<{ archived: string }[]>`
      select current_setting('archive_command') || current_setting('archive_library') as archived`;
    if (!archived || archived === '(disabled)') {
      await admin.unsafe("alter system set archive_command = 'true'");
      await admin.unsafe('select pg_reload_conf()');
    }
  } finally {
    await admin.end();
  }
};

/**
 * Starts the server, making its data folder the first time.
 * @param home folder for the data, the secrets and, where needed, a copy of the programs
 * @param options `test` trades durability for speed; `firstLoad`: much is loaded first, into new tables, which is not logged
 *   until `logChanges` is called; `onEnd` hears of each end that nobody asked for, after which the
 *   server is started again at the same address
 */
export const startEmbedded = async (
  home: string,
  options: { test?: boolean; firstLoad?: boolean; onEnd?: (last: string) => void } = {},
): Promise<EmbeddedServer> => {
  const test = options.test ?? false;
  await mkdir(home, { recursive: true });
  const owner = await serverOwner();
  if (owner !== null) await chmod(home, 0o755);
  const programs = await reachableBinaries(home, owner);
  const secrets = await secretsOf(home);
  const data = join(home, 'postgres');
  const loading = join(home, 'first-load');
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version !== null && Number(version) !== 18) {
    throw new PlatformError(
      'database-version',
      `${data} was made by PostgreSQL ${version.trim()}; this platform brings PostgreSQL 18. Start it with the platform that made it, or use another NODP_HOME.`,
    );
  }
  if (version === null) {
    await rm(data, { recursive: true, force: true });
    await mkdir(data, { recursive: true, mode: 0o700 });
    if (owner) await chown(data, owner.uid, owner.gid);
    await initialise(programs, data, secrets.owner, owner);
    if (options.firstLoad) await writeFile(loading, '');
  }
  await stopLeftBehind(data);
  await access(data).catch(() => {
    throw new PlatformError('no-access', `${data} cannot be read by this user.`);
  });

  const modules = test ? {} : await prewarm(dirname(dirname(programs.postgres)));
  const port = await freePort();
  const begin = (logged: boolean) =>
    serverProcess(
      () =>
        spawn(programs.postgres, ['-D', data, ...settings({ port, test, logged, modules })], {
          // A group of its own: Ctrl-C reaches the platform alone, which closes its connections first.
          detached: true,
          stdio: ['ignore', 'ignore', 'pipe'],
          ...(owner ? { ...owner, cwd: '/' } : {}),
        }),
      options.onEnd ?? (() => {}),
    );
  const loads = () =>
    access(loading).then(
      () => true,
      () => false,
    );
  let server = begin(!test && !(await loads()));
  const urlOf = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  const adminUrl = urlOf('postgres', secrets.owner, 'postgres');
  const ready = async () => {
    await waitUntilReady(adminUrl, () => {
      const last = server.ended();
      return last === null ? null : `PostgreSQL stopped while starting:\n${last}`;
    });
    await prepareDatabase(adminUrl, secrets);
    server.keepUp();
  };
  await ready();

  return {
    ownerUrl: urlOf('postgres', secrets.owner, 'nodp'),
    applicationUrl: urlOf('nodp_app', secrets.application, 'nodp'),
    logChanges: async () => {
      if (!(await loads())) return;
      await server.stop();
      server = begin(true);
      await ready();
      await rm(loading, { force: true });
    },
    stop: () => server.stop(),
  };
};
