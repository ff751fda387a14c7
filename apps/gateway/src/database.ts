import { PlatformError, startEmbedded } from '@nodp/database';
import postgres from 'postgres';
import type { Configuration } from './configuration.ts';

/** Where the records are: a server of our own, or the operator's. */
export interface Records {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  /** Once the demonstration is loaded: from now on every change is logged, so that backups can be made. */
  logChanges(): Promise<void>;
  stop(): Promise<void>;
}

/** The owner's login, working as the application role: for operators who gave one login only. */
const asApplicationRole = (url: string): string => {
  const changed = new URL(url);
  changed.searchParams.set('options', '-c role=nodp_app');
  return changed.href;
};

const why = (error: NodeJS.ErrnoException): string => {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'nothing answers at that address and port';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host is not known';
    case '28P01':
    case '28000':
      return 'user or password are refused';
    case '3D000':
      return 'there is no such database';
    case 'CONNECT_TIMEOUT':
      return 'the host does not answer';
    default:
      return error.message;
  }
};

const reach = async (url: string): Promise<void> => {
  let probe: postgres.Sql;
  try {
    probe = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  } catch (error) {
    throw new PlatformError(
      'bad-database-url',
      `DATABASE_URL is not an address of PostgreSQL: ${(error as Error).message}`,
    );
  }
  try {
    await probe`select 1`;
  } catch (error) {
    throw new PlatformError(
      'database-unreachable',
      `The database of DATABASE_URL cannot be used: ${why(error as NodeJS.ErrnoException)}. It reads postgres://USER:PASSWORD@HOST:PORT/DATABASE.`,
    );
  } finally {
    await probe.end({ timeout: 1 });
  }
};

/** @param onEnd hears when our own server ended and is started again */
export const openRecords = async (
  { databaseUrl, applicationDatabaseUrl, demonstration }: Configuration,
  home: string,
  onEnd: (last: string) => void,
): Promise<Records> => {
  if (databaseUrl === null) return startEmbedded(home, { firstLoad: demonstration > 0, onEnd });
  await reach(databaseUrl);
  return {
    ownerUrl: databaseUrl,
    applicationUrl: applicationDatabaseUrl ?? asApplicationRole(databaseUrl),
    logChanges: async () => {},
    stop: async () => {},
  };
};
