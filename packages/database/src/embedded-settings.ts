import { readdir } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join } from 'node:path';

const MIB = 2 ** 20;

/** A sixth of the machine's memory, taken only as data fill it. */
const buffers = (): number => Math.min(8192, Math.max(256, Math.floor(totalmem() / 6 / MIB)));

/**
 * The module by which a server started anew has in memory what the one before had, where the programs bring it.
 * @param programs the folder of the server's installation
 */
export const prewarm = async (programs: string): Promise<object> => {
  const folder = join(programs, 'lib', 'postgresql');
  const modules = await readdir(folder).catch(() => []);
  const known = modules.some((name) => /^pg_prewarm\.(so|dylib|dll)$/.test(name));
  return known ? { shared_preload_libraries: 'pg_prewarm' } : {};
};

/** Options of the server's program. */
export const asOptions = (values: object): string[] =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * What is logged can be backed up while it changes, and restored to a moment; what is archived each minute at least is lost
 * at most. A first load of much, into new tables, need not be logged, and takes half the time.
 */
const LOGGED = {
  wal_level: 'replica',
  max_wal_senders: 4,
  archive_mode: 'on',
  archive_timeout: 60,
};
const UNLOGGED = { wal_level: 'minimal', max_wal_senders: 0 };

export interface ServerOptions {
  readonly port: number;
  /** Trades durability for speed. */
  readonly test: boolean;
  /** Whether changes are logged so that they can be archived. */
  readonly logged: boolean;
  readonly modules?: object;
}

/** Settings for a server on the machine it shares with the platform; durability stays on. */
export const settings = ({ port, test, logged, modules = {} }: ServerOptions): string[] =>
  asOptions({
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: test ? '64MB' : `${buffers()}MB`,
    effective_cache_size: `${3 * buffers()}MB`,
    ...modules,
    ...(logged ? LOGGED : UNLOGGED),
    max_wal_size: '4GB',
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    jit: 'off',
    random_page_cost: 1.1,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(test ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  });
