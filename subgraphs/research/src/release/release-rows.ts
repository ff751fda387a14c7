import { LOCKS, type Session, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';
import { RELEASE_BUILD } from './build-job.ts';

export interface ReleaseRow {
  readonly number: number;
  readonly builtAt: string;
  readonly persons: number;
  readonly cases: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly checksum: string;
  readonly vocabulary: string;
}

const columns = sql.raw(
  'number, built_at, persons, cases, first_year, last_year, checksum, vocabulary',
);
const all = sqlStatement<ReleaseRow>(
  sql`select ${columns} from research.release order by number desc`,
);
const one = sqlStatement<ReleaseRow>(sql`select ${columns} from research.release
  where ${sql.placeholder('number')}::int is null or number = ${sql.placeholder('number')}::int
  order by number desc limit 1`);

/** Newest first. */
export const releasesOf = (session: Session): Promise<ReleaseRow[]> => session.run(all);

/** The newest where no number is given. */
export const releaseOf = async (
  session: Session,
  number: number | null | undefined,
): Promise<ReleaseRow | null> => (await session.run(one, { number: number ?? null }))[0] ?? null;

export interface BuildRow {
  readonly id: string;
  readonly startedAt: string;
  readonly state: 'RUNNING' | 'DONE' | 'FAILED';
  readonly step: 'READING' | 'DERIVING' | 'CHECKING' | 'DONE';
  readonly share: number;
  readonly problem: string | null;
  readonly releaseNumber: number | null;
  /** Running by its row, but nobody renewed it for a minute. */
  readonly lost: boolean;
}

/**
 * A build that was requested and has no row of its own yet (no worker, or a worker that is starting its process) reads as
 * running, nothing done; so does one that is begun again after a crash.
 */
const newest = sqlStatement<BuildRow>(sql`
  select * from (
    select id, requested_at as started_at, 'RUNNING' as state, 'READING' as step, 0::real as share,
      null as problem, null::int as release_number, false as lost, true as waits
    from basic.job j where kind = ${sql.raw(`'${RELEASE_BUILD}'`)} and state in ('REQUESTED', 'RUNNING')
      and not exists (select from research.release_build b where b.started_at >= j.requested_at
        and (b.state = 'DONE' or b.state = 'RUNNING' and b.seen_at > now() - interval '15 seconds'))
    union all
    select id, started_at, state, step, share, problem, release_number,
      state = 'RUNNING' and seen_at < now() - interval '60 seconds' as lost, false as waits
    from research.release_build
  ) builds order by waits desc, started_at desc, id desc limit 1`);

/** Whether a build is waited for, runs as a job, or runs elsewhere and holds the lock of builds. */
const underWay = sqlStatement<{ busy: boolean }>(sql`
  select exists (select from basic.job where kind = ${sql.raw(`'${RELEASE_BUILD}'`)} and state in ('REQUESTED', 'RUNNING'))
    or exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and classid = 0 and objid = ${sql.raw(String(LOCKS.releaseBuild))}
      and database = (select oid from pg_database where datname = current_database())) as busy`);

export const buildIsUnderWay = async (session: Session): Promise<boolean> =>
  (await session.run(underWay))[0]?.busy === true;

export const newestBuild = async (session: Session): Promise<BuildRow | null> =>
  (await session.run(newest))[0] ?? null;
