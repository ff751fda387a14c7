import { sqlStatement } from '@nodp/database';
import {
  type Connection,
  connection,
  decodeCursor,
  nationalTimeZone,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QuerySubmissionsArgs } from '../generated/resolvers.ts';
import type { SubmissionModel } from '../models.ts';
import { readSubmissionFilter } from './submission-filter.ts';

const p = sql.placeholder;
const zone = sql.raw(`'${nationalTimeZone}'`);

/** A day's beginning in the nation's time, as an instant. */
const beginning = (day: string, more = 0) =>
  sql`((${p(day)}::date + ${sql.raw(String(more))})::timestamp at time zone ${zone})`;

/** What each condition asks of a row. */
const conditions = {
  after: sql`(received_at, id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid)`,
  status: sql`status = any(${p('status')}::text[])`,
  institutions: sql`institution_id = any(${p('institutions')}::uuid[])`,
  fromDay: sql`received_at >= ${beginning('fromDay')}`,
  toDay: sql`received_at < ${beginning('toDay', 1)}`,
  // Bounds, which a prepared statement finds in the index as it does not with `like`; g comes after every digit.
  sha256: sql`sha256 ~>=~ ${p('sha256')}::text and sha256 ~<~ (${p('sha256')}::text || 'g')`,
} as const;
type Condition = keyof typeof conditions;

/**
 * The page's statement with those conditions alone that are asked, so that the planner finds the index of what is
 * asked; row-level security narrows it to the reader's institution, unless the account is national.
 */
const pageOf = (asked: readonly Condition[]) =>
  sqlStatement<SubmissionModel & { sortKey: string }>(sql`
    select id, institution_id, received_at, received_at::text as sort_key, channel, sha256, bytes, status, counts
    from basic.submission
    where ${sql.join([sql`true`, ...asked.map((name) => conditions[name])], sql` and `)}
    order by received_at desc, id desc limit ${p('limit')}::int`);

const pages = new Map<string, ReturnType<typeof pageOf>>();

/** One statement for each set of conditions: 64 at most. */
const statementOf = (asked: readonly Condition[]) => {
  const key = asked.join(' ');
  const known = pages.get(key) ?? pageOf(asked);
  pages.set(key, known);
  return known;
};

export const listSubmissions = async (
  { filter, first, after }: QuerySubmissionsArgs,
  context: SubgraphContext,
): Promise<Connection<SubmissionModel>> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterId] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  const given = readSubmissionFilter(filter);
  const asked = (Object.keys(conditions) as Condition[]).filter((name) =>
    name === 'after' ? after : given[name] !== null,
  );
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const rows = await context.session.run(statementOf(asked), {
    ...values,
    ...(after ? { afterAt, afterId } : {}),
    limit: size + 1,
  });
  return connection(rows, size, (row) => [row.sortKey, row.id]);
};
