import { LOCKS, query, type Session, sqlStatement, statement } from '@nodp/database';
import { job } from '@nodp/database/tables';
import type { Keyed } from '@nodp/disclosure';
import { desc, eq, getTableColumns, or, sql } from 'drizzle-orm';
import { release } from '../tables.ts';
import { RELEASE_BUILD } from './build-job.ts';
import type { BuildStep } from './build-progress.ts';

const { builtBy, ...shown } = getTableColumns(release);
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

/** The job that builds a release. */
export interface BuildRow {
  readonly id: string;
  readonly startedAt: string;
  readonly state: 'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly step: BuildStep | null;
  readonly share: number;
  readonly problem: string | null;
  readonly releaseNumber: number | null;
}

const ofBuild = sql`${job.kind} = ${sql.raw(`'${RELEASE_BUILD}'`)}`;

/** Row-level security shows jobs to national accounts alone. */
const newest = sqlStatement<BuildRow>(sql`
  select ${job.id}, coalesce(${job.startedAt}, ${job.requestedAt}) as started_at, ${job.state}, ${job.step}, ${job.share},
    ${job.problem}, (${job.result} ->> 'release')::int as release_number
  from ${job} where ${ofBuild} order by ${job.requestedAt} desc, ${job.id} desc limit 1`);

/** Whether a build is waited for, runs as a job, or runs elsewhere and holds the lock of builds. */
const underWay = sqlStatement<{ busy: boolean }>(sql`
  select exists (select from ${job} where ${ofBuild} and ${job.state} in ('REQUESTED', 'RUNNING'))
    or exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and classid = 0 and objid = ${sql.raw(String(LOCKS.releaseBuild))}
      and database = (select oid from pg_database where datname = current_database())) as busy`);

export const buildIsUnderWay = async (session: Session): Promise<boolean> =>
  (await session.run(underWay))[0]?.busy === true;

export const newestBuild = async (session: Session): Promise<BuildRow | null> =>
  (await session.run(newest))[0] ?? null;
