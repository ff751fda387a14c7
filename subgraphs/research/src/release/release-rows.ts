import { LOCKS, query, type Session, sqlStatement, statement } from '@nodp/database';
import { job } from '@nodp/database/tables';
import type { Keyed } from '@nodp/disclosure';
import { desc, eq, getTableColumns, or, sql } from 'drizzle-orm';
import { release, releaseBuild } from '../tables.ts';
import { RELEASE_BUILD } from './build-job.ts';

const { builtBy, tables, seconds, ...shown } = getTableColumns(release);
const newestFirst = desc(release.number);
const wanted = sql.placeholder('number');

const all = statement(query.select(shown).from(release).orderBy(newestFirst));
const one = statement(
  query
    .select(shown)
    .from(release)
    .where(or(sql`${wanted}::int is null`, eq(release.number, sql`${wanted}::int`)))
    .orderBy(newestFirst)
    .limit(1),
);

export type ReleaseRow = NonNullable<(typeof all)['row']>;

/** The sum of keys of a release built before keys were: whatever is one and the same for it. */
const keyOf = ({ checksum }: ReleaseRow, key: number | null): number =>
  key ?? Number.parseInt(checksum.slice(0, 8), 16);

/** Everybody in the release, as a set. */
export const personsOf = (row: ReleaseRow): Keyed => ({
  count: row.persons,
  key: keyOf(row, row.personsKey),
});

export const casesOf = (row: ReleaseRow): Keyed => ({
  count: row.cases,
  key: keyOf(row, row.casesKey),
});

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

const requested = sql`${job.kind} = ${sql.raw(`'${RELEASE_BUILD}'`)} and ${job.state} in ('REQUESTED', 'RUNNING')`;
const b = releaseBuild;

/**
 * A build that was requested and has no row of its own yet (no worker, or a worker that is starting its process) reads as
 * running, nothing done; so does one that is begun again after a crash.
 */
const newest = sqlStatement<BuildRow>(sql`
  select * from (
    select ${job.id}, ${job.requestedAt} as started_at, 'RUNNING' as state, 'READING' as step, 0::real as share,
      null as problem, null::int as release_number, false as lost, true as waits
    from ${job} where ${requested}
      and not exists (select from ${b} where ${b.startedAt} >= ${job.requestedAt}
        and (${b.state} = 'DONE' or ${b.state} = 'RUNNING' and ${b.seenAt} > now() - interval '15 seconds'))
    union all
    select ${b.id}, ${b.startedAt}, ${b.state}, ${b.step}, ${b.share}, ${b.problem}, ${b.releaseNumber},
      ${b.state} = 'RUNNING' and ${b.seenAt} < now() - interval '60 seconds' as lost, false as waits
    from ${b}
  ) builds order by waits desc, started_at desc, id desc limit 1`);

/** Whether a build is waited for, runs as a job, or runs elsewhere and holds the lock of builds. */
const underWay = sqlStatement<{ busy: boolean }>(sql`
  select exists (select from ${job} where ${requested})
    or exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and classid = 0 and objid = ${sql.raw(String(LOCKS.releaseBuild))}
      and database = (select oid from pg_database where datname = current_database())) as busy`);

export const buildIsUnderWay = async (session: Session): Promise<boolean> =>
  (await session.run(underWay))[0]?.busy === true;

export const newestBuild = async (session: Session): Promise<BuildRow | null> =>
  (await session.run(newest))[0] ?? null;
