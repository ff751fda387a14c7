import { sqlStatement } from '@nodp/database';
import {
  type Connection,
  connection,
  decodeCursor,
  nationalDay,
  pageSize,
  rowsByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import { type SQL, sql } from 'drizzle-orm';
import type { QueryWorklistArgs } from '../generated/resolvers.ts';
import type { TaskKind } from './kind.ts';
import { TASK_KINDS } from './kinds/index.ts';
import { task } from './table.ts';

export type TaskRow = typeof task.$inferSelect;
type ListedRow = TaskRow & { readonly sortKey: string };

const p = sql.placeholder;
/** Row-level security narrows it to the institution's. */
const own = sql`t.institution_id = ${p('institution')}::uuid and t.role = ${p('role')}`;
const awake = sql`(t.snoozed_until is null or t.snoozed_until <= ${p('today')}::date)`;

const states = {
  OPEN: sql`t.state = 'OPEN' and ${awake}`,
  SNOOZED: sql`t.state = 'OPEN' and t.snoozed_until > ${p('today')}::date`,
  DONE: sql`t.state = 'DONE'`,
  ENDED: sql`t.state = 'ENDED'`,
} as const;
const conditions = {
  kind: sql`t.kind = ${p('kind')}`,
  me: sql`t.assignee = ${p('account')}`,
  nobody: sql`t.assignee is null`,
} as const;
const orders = {
  DUE: {
    after: sql`(t.due_on, t.id) > (${p('afterKey')}::date, ${p('afterId')}::uuid)`,
    by: sql`t.due_on, t.id`,
    key: sql`t.due_on::text`,
    part: 'date',
  },
  RAISED: {
    after: sql`(t.raised_at, t.id) < (${p('afterKey')}::timestamptz, ${p('afterId')}::uuid)`,
    by: sql`t.raised_at desc, t.id desc`,
    key: sql`t.raised_at::text`,
    part: 'instant',
  },
} as const;

const pages = new Map<string, ReturnType<typeof sqlStatement<ListedRow>>>();

/** One statement for each set of conditions: 96 at most. */
const statementOf = (
  state: keyof typeof states,
  order: keyof typeof orders,
  asked: readonly (keyof typeof conditions)[],
  after: boolean,
) => {
  const name = [state, order, ...asked, after].join(' ');
  const where: SQL[] = [own, states[state], ...asked.map((one) => conditions[one])];
  if (after) where.push(orders[order].after);
  const known =
    pages.get(name) ??
    sqlStatement<ListedRow>(sql`
      select t.*, ${orders[order].key} as sort_key from patients.task t
      where ${sql.join(where, sql` and `)} order by ${orders[order].by} limit ${p('limit')}::int`);
  pages.set(name, known);
  return known;
};

/** The reader's worklist, a page at a time; every patient shown is audited. @throws BAD_USER_INPUT */
export const listTasks = async (
  { kind, state, assignee, order, first, after }: QueryWorklistArgs,
  context: SubgraphContext,
): Promise<Connection<ListedRow>> => {
  const size = pageSize(first, 50, 200);
  const { accountId, institutionId, role } = context.principal;
  const by = order ?? 'DUE';
  const [afterKey, afterId] = after ? decodeCursor(after, [orders[by].part, 'uuid']) : [null, null];
  const of = state ?? 'OPEN';
  const asked = [
    ...(kind ? (['kind'] as const) : []),
    ...(assignee === 'ME' ? (['me'] as const) : assignee === 'NOBODY' ? (['nobody'] as const) : []),
  ];
  const rows = await context.session.run(statementOf(of, by, asked, Boolean(after)), {
    institution: institutionId,
    role,
    limit: size + 1,
    ...(of === 'OPEN' || of === 'SNOOZED' ? { today: nationalDay(new Date()) } : {}),
    ...(kind ? { kind } : {}),
    ...(assignee === 'ME' ? { account: accountId } : {}),
    ...(after ? { afterKey, afterId } : {}),
  });
  const page = connection(rows, size, (row) => [row.sortKey, row.id]);
  await context.audit(page.edges.map(({ node }) => node.patientId));
  return page;
};

/** Counted to here: a number beside a page, not a statistic. */
const MOST = 10_000;
const counts = sqlStatement<{ kind: TaskKind; open: number; overdue: number }>(sql`
  select kind, count(*)::int as open, (count(*) filter (where due_on < ${p('today')}::date))::int as overdue
  from (select t.kind, t.due_on from patients.task t
    where ${own} and t.state = 'OPEN' and ${awake} limit ${MOST}) t
  group by kind`);

/** Open tasks of the reader's worklist by kind: each of its kinds, in the order of the registry. */
export const countTasks = async ({ principal, session }: SubgraphContext) => {
  const { institutionId, role } = principal;
  const today = nationalDay(new Date());
  const rows = await session.run(counts, { institution: institutionId, role, today });
  return (Object.keys(TASK_KINDS) as TaskKind[])
    .filter((kind) => TASK_KINDS[kind].role === role)
    .map((kind) => {
      const { title, results, noted } = TASK_KINDS[kind];
      const row = rows.find((one) => one.kind === kind);
      return {
        ...{ kind, title, results: [...results], noted: [...noted] },
        open: row?.open ?? 0,
        overdue: row?.overdue ?? 0,
      };
    });
};

/** A patient's tasks at the reader's institution: those that wait first, then the latest (100 at most). */
export const tasksOfPatient = rowsByPatient(
  sqlStatement<TaskRow>(sql`
    select t.* from unnest(${p('ids')}::uuid[]) as w(patient_id) cross join lateral (
      select * from ${task} where patient_id = w.patient_id
      order by (state = 'OPEN') desc, due_on desc, id limit 100) t`),
);
