import { sqlStatement } from '@nodp/database';
import {
  type Connection,
  connection,
  decodeCursor,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QuerySubmissionsArgs } from '../generated/resolvers.ts';
import type { SubmissionModel } from '../models.ts';

const p = sql.placeholder;

/** Row-level security narrows it to the reader's institution, unless the account is national. */
const page = sqlStatement<SubmissionModel & { sortKey: string }>(sql`
  select id, institution_id, received_at, received_at::text as sort_key, door as channel, sha256, bytes, status, counts
  from basic.submission
  where ${p('afterAt')}::timestamptz is null or (received_at, id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid)
  order by received_at desc, id desc limit ${p('limit')}::int`);

export const listSubmissions = async (
  { first, after }: QuerySubmissionsArgs,
  context: SubgraphContext,
): Promise<Connection<SubmissionModel>> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterId] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  const rows = await context.session.run(page, { afterAt, afterId, limit: size + 1 });
  return connection(rows, size, (row) => [row.sortKey, row.id]);
};
