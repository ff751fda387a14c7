import { sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  decodeOne,
  pageSize,
  type SubgraphContext,
} from '@nodp/graph';
import { FINDING_CODES } from '@nodp/oncology';
import { SITE_GROUPS } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import type { QueryStageFindingsArgs, StageFindingFilter } from '../generated/resolvers.ts';
import { inForce } from '../rules/rule-rows.ts';
import type { stageFinding } from './table.ts';

export type SentStageFindingRow = typeof stageFinding.$inferSelect & {
  readonly sortKey: string;
  readonly receivedAt: string | null;
  readonly sha256: string | null;
};

const MOST_INSTITUTIONS = 200;
const p = sql.placeholder;

const conditions = {
  after: sql`(f.found_at, f.id) < (${p('afterAt')}::timestamptz, ${p('afterId')}::uuid)`,
  rules: sql`f.code = any(${p('rules')}::text[])`,
  siteGroups: sql`f.site_group = any(${p('siteGroups')}::text[])`,
  institutions: sql`f.institution_id = any(${p('institutions')}::uuid[])`,
} as const;
type Condition = keyof typeof conditions;

/** The page's statement with those conditions alone that are asked; row-level security narrows it to the reader's institution. */
const pageOf = (asked: readonly Condition[]) =>
  sqlStatement<SentStageFindingRow>(sql`
    select f.*, f.found_at::text as sort_key, s.received_at, s.sha256
    from (
      select * from patients.stage_finding f
      where ${sql.join([sql`true`, ...asked.map((name) => conditions[name])], sql` and `)}
      order by f.found_at desc, f.id desc limit ${p('limit')}::int
    ) f left join basic.submission s on s.id = f.submission_id
    order by f.found_at desc, f.id desc`);

const pages = new Map<string, ReturnType<typeof pageOf>>();

/** One statement for each set of conditions: 16 at most. */
const statementOf = (asked: readonly Condition[]) => {
  const key = asked.join(' ');
  const known = pages.get(key) ?? pageOf(asked);
  pages.set(key, known);
  return known;
};

const known = <T extends string>(
  given: readonly string[] | null | undefined,
  all: readonly T[],
  what: string,
): T[] | null => {
  for (const one of given ?? [])
    if (!(all as readonly string[]).includes(one))
      throw badInput(`There is no ${what} ${one.slice(0, 40)}.`);
  return given?.length ? ([...new Set(given)] as T[]) : null;
};

/** @throws BAD_USER_INPUT that says which condition cannot be read */
const readFilter = (filter: StageFindingFilter | null | undefined) => {
  const { rules, siteGroups, institutions } = filter ?? {};
  if ((institutions?.length ?? 0) > MOST_INSTITUTIONS)
    throw badInput(`At most ${MOST_INSTITUTIONS} institutions can be asked for at once.`);
  return {
    rules: known(rules, FINDING_CODES, 'rule of the stage check'),
    siteGroups: known(
      siteGroups,
      SITE_GROUPS.map(({ id }) => id),
      'site group',
    ),
    institutions: institutions?.length
      ? institutions.map((id) => decodeOne('Institution', id))
      : null,
  };
};

/** Each says what the other's tables give. */
const RULES = ['stage-group', 'stage-check'];

/**
 * The contradictions that are stored, newest first; null where the clinical board has the check switched off. Who looks at
 * them is recorded.
 */
export const listStageFindings = async (
  { filter, first, after }: QueryStageFindingsArgs,
  context: SubgraphContext,
): Promise<Connection<SentStageFindingRow> | null> => {
  const size = pageSize(first, 50, 200);
  const [afterAt, afterId] = after ? decodeCursor(after, ['instant', 'uuid']) : [null, null];
  const given = readFilter(filter);
  const on = await inForce(context);
  if (!RULES.every((rule) => on.has(rule))) return null;
  const asked = (Object.keys(conditions) as Condition[]).filter((name) =>
    name === 'after' ? after : given[name] !== null,
  );
  const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const rows = await context.session.run(statementOf(asked), {
    ...values,
    ...(after ? { afterAt, afterId } : {}),
    limit: size + 1,
  });
  const page = connection(rows, size, (row) => [row.sortKey, row.id]);
  await context.audit(page.edges.map(({ node }) => node.patientId));
  return page;
};
