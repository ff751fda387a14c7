import { sqlStatement } from '@nodp/database';
import { cancelJob, requestJob } from '@nodp/database/jobs';
import {
  type Connection,
  connection,
  decodeCursor,
  decodeOne,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QueryJobsArgs } from '../generated/resolvers.ts';
import type { JobModel } from '../models.ts';

const p = sql.placeholder;

const columns =
  sql.raw(`id, kind, state, step, share, attempts, requested_by, requested_at, started_at, ended_at,
  cancel_requested_at is not null as cancel_requested, problem`);

/** Row-level security shows jobs to national accounts alone. */
const page = sqlStatement<JobModel & { sortKey: string }>(sql`
  select ${columns}, requested_at::text as sort_key from basic.job
  where ${p('afterAt')}::timestamptz is null or (requested_at, id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid)
  order by requested_at desc, id desc limit ${p('limit')}::int`);

const one = sqlStatement<JobModel>(
  sql`select ${columns} from basic.job where id = ${p('id')}::uuid`,
);

export const listJobs = async (
  { first, after }: QueryJobsArgs,
  { session }: SubgraphContext,
): Promise<Connection<JobModel>> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterId] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  const rows = await session.run(page, { afterAt, afterId, limit: size + 1 });
  return connection(rows, size, (row) => [row.sortKey, row.id]);
};

/** The job after its end was asked for; null where the account sees none. */
export const endJob = async (
  encoded: string,
  { session }: SubgraphContext,
): Promise<JobModel | null> => {
  const id = decodeOne('Job', encoded);
  await cancelJob(session, id);
  return (await session.run(one, { id }))[0] ?? null;
};

/** The worker applies the edits to what is stored, for national data managers alone. @returns whether it was asked for */
export const requestEdits = async ({ session }: SubgraphContext): Promise<boolean> => {
  if (session.principal.institutionId !== null) return false;
  await requestJob(session, 'apply-edits');
  return true;
};
