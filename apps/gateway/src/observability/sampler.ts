import { statfs } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Database, type PlatformFigures, SAMPLE_SECONDS } from '@nodp/database';
import { regularly, type Stoppable } from '@nodp/database/jobs';
import { newestRelease } from '@nodp/subgraph-research';
import type postgres from 'postgres';
import type { Metrics } from './metrics.ts';

export interface SamplerOptions {
  readonly ownerUrl: string;
  readonly home: string;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly version: string;
  readonly onError: (error: Error) => void;
  readonly seconds?: number;
}

interface OfTheServer {
  readonly jobs: number;
  readonly submissions: number;
  readonly databaseBytes: number;
  readonly connections: number;
  readonly mostConnections: number;
  readonly archivedAt: string | null;
  readonly archiverFails: boolean;
  readonly lastBackup: number;
}

const ofTheServer = async (sql: postgres.Sql): Promise<OfTheServer> => {
  const [row] = await sql<OfTheServer[]>`
    select (select count(*)::int from basic.job where state in ('REQUESTED', 'RUNNING')) as jobs,
      (select count(*)::int from basic.submission where status = 'received') as submissions,
      pg_database_size(current_database())::float8 as "databaseBytes",
      (select sum(numbackends)::int from pg_stat_database) as connections,
      current_setting('max_connections')::int as "mostConnections",
      -- Before the first backup the log is archived nowhere, which succeeds.
      case when current_setting('archive_command') = 'true' then null else to_char(a.last_archived_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end as "archivedAt",
      coalesce(a.last_failed_time > coalesce(a.last_archived_time, '-infinity'), false) as "archiverFails",
      coalesce((select extract(epoch from max(moment)) from basic.backup), 0)::float8 as "lastBackup"
    from pg_stat_archiver a`;
  if (row === undefined) throw new Error('The database tells nothing of itself.');
  return row;
};

/** A day of samples. */
const RETAINED = '1 day';

/** Measures the platform each half minute: for Prometheus, and for the administrators' page. */
export const startSampler = (options: SamplerOptions): Stoppable => {
  const { home, metrics, database, version, onError, seconds = SAMPLE_SECONDS } = options;
  const startedAt = new Date().toISOString();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();

  const sample = async (sql: postgres.Sql): Promise<void> => {
    const answered = metrics.answered.take();
    const loopDelay = delay.max / 1e6;
    delay.reset();
    const { lastBackup, ...server } = await ofTheServer(sql);
    const { bavail, blocks, bsize } = await statfs(home);
    const pool = database.connections;
    const newest = await newestRelease(sql);
    const figures: PlatformFigures = {
      ...{ version, startedAt, loopDelay, memory: process.memoryUsage.rss() },
      ...answered,
      ...{ poolInUse: pool.inUse, poolWaiting: pool.waiting, poolMost: pool.most },
      ...server,
      ...{ diskFree: bavail * bsize, diskBytes: blocks * bsize },
      ...{ release: newest?.number ?? null, releaseBuiltAt: newest?.builtAt ?? null },
    };
    const { gauges } = metrics;
    gauges.pool_in_use.set(pool.inUse);
    gauges.pool_waiting.set(pool.waiting);
    gauges.jobs.set(server.jobs);
    gauges.submissions_open.set(server.submissions);
    gauges.database_bytes.set(server.databaseBytes);
    gauges.database_connections.set(server.connections);
    gauges.disk_free_bytes.set(figures.diskFree);
    gauges.archiver_failing.set(server.archiverFails ? 1 : 0);
    gauges.last_archived_timestamp_seconds.set(
      server.archivedAt === null ? 0 : Date.parse(server.archivedAt) / 1000,
    );
    gauges.last_backup_timestamp_seconds.set(lastBackup);
    gauges.release_number.set(newest?.number ?? 0);
    await sql`insert into basic.platform_sample (figures) values (${sql.json(figures as never)})`;
    await sql`delete from basic.platform_sample where at < now() - ${RETAINED}::interval`;
  };

  const sampling = regularly(options.ownerUrl, sample, { seconds, onError });
  return {
    stop: async () => {
      delay.disable();
      await sampling.stop();
    },
  };
};
