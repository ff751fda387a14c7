import { query, type Session, sqlStatement, statement } from '@nodp/database';
import { approvedProject, askedCounts } from '@nodp/database/tables';
import { desc, sql } from 'drizzle-orm';
import { GraphQLError } from 'graphql';

const p = sql.placeholder;

/** The day of the national calendar, on which budgets begin anew. */
const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

interface Budget {
  readonly perDay: number;
  readonly used: number;
}

const ownBudget = sqlStatement<Budget>(sql`
  select coalesce((select ${approvedProject.countsPerDay} from ${approvedProject}
      where ${approvedProject.accountId} = ${p('account')} and ${approvedProject.until} >= ${today}), ${p('perDay')}::int) as per_day,
    coalesce((select sum(${askedCounts.counts}) from ${askedCounts}
      where ${askedCounts.accountId} = ${p('account')} and ${askedCounts.day} = ${today}), 0)::int as used`);

const ask = sqlStatement<Budget & { readonly known: boolean }>(sql`
  with budget as (
    select coalesce((select b.counts_per_day from ${approvedProject} b
        where b.account_id = ${p('account')} and b.until >= ${today}), ${p('perDay')}::int) as per_day,
      coalesce(sum(a.counts), 0)::int as used, coalesce(bool_or(a.question = ${p('question')}), false) as known
    from ${askedCounts} a where a.account_id = ${p('account')} and a.day = ${today}),
  put as (
    insert into ${askedCounts} (account_id, day, question, counts, near)
    select ${p('account')}, ${today}, ${p('question')}, ${p('counts')}::int, ${p('near')}::int from budget
    where not known and used + ${p('counts')}::int <= per_day
    on conflict do nothing returning counts)
  select per_day, used + coalesce((select sum(counts) from put), 0)::int as used,
    -- What fits was put, or the same question put it at the same moment.
    known or used + ${p('counts')}::int <= per_day as known
  from budget`);

/** What an account may be told today. */
export const countBudget = async (session: Session, perDay: number): Promise<Budget> => {
  const { accountId: account } = session.principal;
  const [row] = await session.run(ownBudget, { account, perDay });
  return row ?? { perDay, used: 0 };
};

export interface Question {
  /** Names the question wholly, the release included. */
  readonly name: string;
  /** How many counts its answer has, whatever they are: those that are hidden tell something too. */
  readonly counts: number;
  /** How many of them are answered as a set asked before. */
  readonly near?: number;
}

/**
 * Takes the counts of a question out of the account's budget of the day; a question asked before on that day costs nothing.
 * @throws COUNTS_SPENT where the budget does not have so many left
 */
export const takeCounts = async (
  session: Session,
  perDay: number,
  { name, counts, near = 0 }: Question,
): Promise<void> => {
  const { accountId: account } = session.principal;
  const [row] = await session.run(ask, { account, perDay, question: name, counts, near });
  if (row?.known === true) return;
  const { perDay: limit, used } = row ?? { perDay, used: 0 };
  throw new GraphQLError(
    `This answer has ${counts} counts; ${Math.max(0, limit - used)} of ${limit} are left to this account today. The budget begins anew at midnight (China). An approved project has a larger one: ask the data access committee.`,
    { extensions: { code: 'COUNTS_SPENT', http: { status: 429 } } },
  );
};

const used = statement(
  query
    .select({
      accountId: askedCounts.accountId,
      day: askedCounts.day,
      counts: sql<number>`sum(${askedCounts.counts})::int`.as('counts'),
      questions: sql<number>`count(*)::int`.as('questions'),
      near: sql<number>`sum(${askedCounts.near})::int`.as('near'),
    })
    .from(askedCounts)
    .groupBy(askedCounts.accountId, askedCounts.day)
    .orderBy(desc(askedCounts.day), desc(sql`sum(${askedCounts.counts})`), askedCounts.accountId)
    .limit(p('first')),
);

export type CountsUsed = NonNullable<(typeof used)['row']>;

/** Who asked how much, latest day first: every account for national data managers, the own for others. */
export const countsUsed = (session: Session, first: number): Promise<CountsUsed[]> =>
  session.run(used, { first });

const approve = sqlStatement<never>(sql`
  insert into ${approvedProject} (account_id, title, counts_per_day, until, approved_by)
  values (${p('account')}, ${p('title')}, ${p('perDay')}::int, ${p('until')}::date, ${p('by')})
  on conflict (account_id) do update set title = excluded.title, counts_per_day = excluded.counts_per_day,
    until = excluded.until, approved_by = excluded.approved_by, approved_at = now()`);

export interface ApprovedProject {
  readonly accountId: string;
  readonly title: string;
  readonly countsPerDay: number;
  /** YYYY-MM-DD, the last day. */
  readonly until: string;
}

/** A larger budget for an account until a day; row-level security lets national data managers alone. */
export const approveProject = async (
  session: Session,
  { accountId: account, title, countsPerDay: perDay, until }: ApprovedProject,
): Promise<void> => {
  await session.run(approve, { account, title, perDay, until, by: session.principal.accountId });
};
