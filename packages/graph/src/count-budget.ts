import { query, type Session, sqlStatement, statement } from '@nodp/database';
import { approvedProject, askedCounts } from '@nodp/database/tables';
import { and, desc, isNotNull, sql } from 'drizzle-orm';
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
    basic.counts_used(${today}) as used`);

const ask = sqlStatement<Budget & { readonly known: boolean }>(sql`
  with budget as (
    select coalesce((select b.counts_per_day from ${approvedProject} b
        where b.account_id = ${p('account')} and b.until >= ${today}), ${p('perDay')}::int) as per_day,
      basic.counts_used(${today}) as used, coalesce(bool_or(a.question = ${p('question')}), false) as known
    from ${askedCounts} a where a.account_id = ${p('account')} and a.day = ${today}),
  put as (
    insert into ${askedCounts} (account_id, day, question, counts, near, refused, words)
    select ${p('account')}, ${today}, ${p('question')}, ${p('counts')}::int, ${p('near')}::int, ${p('refused')}::int,
      ${p('words')}::text::jsonb from budget
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
  /** How many of its parts are refused, since they single out a few persons. */
  readonly refused?: number;
  /** The question in words: the committee reads those of which something was near or refused. */
  readonly words?: { readonly en: string; readonly zh: string };
}

/**
 * Takes the counts of a question out of the account's budget of the day; a question asked before on that day costs nothing.
 * @throws COUNTS_SPENT where the budget does not have so many left
 */
export const takeCounts = async (
  session: Session,
  perDay: number,
  { name, counts, near = 0, refused = 0, words }: Question,
): Promise<void> => {
  const { accountId: account } = session.principal;
  const read = words !== undefined && near + refused > 0 ? JSON.stringify(words) : null;
  const asked = { account, perDay, question: name, counts, near, refused, words: read };
  const [row] = await session.run(ask, asked);
  if (row?.known === true) return;
  const { perDay: limit, used } = row ?? { perDay, used: 0 };
  throw new GraphQLError(
    `This answer has ${counts} counts; ${Math.max(0, limit - used)} of ${limit} are left to this account today. The budget begins anew at midnight (China). An approved project has a larger one: ask the data access committee.`,
    { extensions: { code: 'COUNTS_SPENT', http: { status: 429 } } },
  );
};

/** What an account asked for on a day. */
export interface CountsUsed {
  readonly accountId: string;
  readonly day: string;
  readonly counts: number;
  /** What it may be told on a day now. */
  readonly perDay: number;
  readonly questions: number;
  readonly near: number;
  readonly refused: number;
}

const used = sqlStatement<CountsUsed>(sql`
  select a.account_id, a.day::text as day, sum(a.counts)::int as counts, count(*)::int as questions,
    sum(a.near)::int as near, sum(a.refused)::int as refused, coalesce(max(b.counts_per_day), ${p('perDay')}::int) as per_day
  from ${askedCounts} a left join ${approvedProject} b on b.account_id = a.account_id and b.until >= ${today}
  group by a.account_id, a.day order by a.day desc, sum(a.counts) desc, a.account_id limit ${p('first')}::int`);

/** Who asked how much, latest day first: every account for national data managers, the own for others. */
export const countsUsed = (
  session: Session,
  perDay: number,
  first: number,
): Promise<CountsUsed[]> => session.run(used, { perDay, first });

const noted = statement(
  query
    .select({
      accountId: askedCounts.accountId,
      askedAt: askedCounts.askedAt,
      near: askedCounts.near,
      refused: askedCounts.refused,
      words: askedCounts.words,
    })
    .from(askedCounts)
    .where(
      and(
        isNotNull(askedCounts.words),
        sql`(${p('account')}::text is null or ${askedCounts.accountId} = ${p('account')}::text)`,
      ),
    )
    .orderBy(desc(askedCounts.askedAt), askedCounts.accountId, askedCounts.question)
    .limit(p('first')),
);

export type NotedQuestion = NonNullable<(typeof noted)['row']>;

/** Questions of which something was near or refused, latest first; of whom row-level security lets the reader see. */
export const notedQuestions = (
  session: Session,
  account: string | null,
  first: number,
): Promise<NotedQuestion[]> => session.run(noted, { account, first });

const projects = statement(
  query
    .select()
    .from(approvedProject)
    .orderBy(desc(approvedProject.until), approvedProject.accountId),
);

/** Projects that were approved, also those that ended. */
export const approvedProjects = (session: Session) => session.run(projects);

const endNow = sqlStatement<{ ended: string }>(sql`
  update ${approvedProject} set until = ${today} - 1 where account_id = ${p('account')} and until >= ${today}
  returning account_id as ended`);

/** Ends an account's project: its budget is the usual one from now on. @returns whether there was one */
export const endProject = async (session: Session, account: string): Promise<boolean> =>
  (await session.run(endNow, { account })).length > 0;

const approve = sqlStatement<never>(sql`
  insert into ${approvedProject} (account_id, title, reason, counts_per_day, until, approved_by)
  values (${p('account')}, ${p('title')}, ${p('reason')}, ${p('perDay')}::int, ${p('until')}::date, ${p('by')})
  on conflict (account_id) do update set title = excluded.title, reason = excluded.reason, counts_per_day = excluded.counts_per_day,
    until = excluded.until, approved_by = excluded.approved_by, approved_at = now(), project_id = null`);

const approveTogether = sqlStatement<never>(sql`
  insert into ${approvedProject} (account_id, title, reason, counts_per_day, until, approved_by, project_id)
  select a.account, ${p('title')}, ${p('reason')}, ${p('perDay')}::int, ${p('until')}::date, ${p('by')}, ${p('project')}::uuid
  from jsonb_array_elements_text(${p('accounts')}::text::jsonb) as a (account)
  on conflict (account_id) do update set title = excluded.title, reason = excluded.reason, counts_per_day = excluded.counts_per_day,
    until = excluded.until, approved_by = excluded.approved_by, approved_at = now(), project_id = excluded.project_id`);

const endTogether = sqlStatement<never>(sql`
  update ${approvedProject} set until = least(until, ${today} - 1) where project_id = ${p('project')}::uuid`);

/** What a project grants its accounts together. */
interface ProjectBudget {
  readonly projectId: string;
  readonly title: string;
  readonly reason: string;
  readonly countsPerDay: number;
  /** YYYY-MM-DD, the last day. */
  readonly until: string;
}

/** Gives accounts the counts of a project, together; the newest grant of an account is its budget. For national data managers. */
export const grantBudgets = async (
  session: Session,
  accounts: readonly string[],
  { projectId: project, title, reason, countsPerDay: perDay, until }: ProjectBudget,
): Promise<void> => {
  const by = session.principal.accountId;
  const asked = { accounts: JSON.stringify(accounts), project, title, reason, perDay, until, by };
  await session.run(approveTogether, asked);
};

/** Ends what a project grants its accounts. For national data managers. */
export const closeBudgets = async (session: Session, project: string): Promise<void> => {
  await session.run(endTogether, { project });
};

export interface ApprovedProject {
  readonly accountId: string;
  readonly title: string;
  /** Why it was approved. */
  readonly reason: string;
  readonly countsPerDay: number;
  /** YYYY-MM-DD, the last day. */
  readonly until: string;
}

/** A larger budget for an account until a day; row-level security lets national data managers alone. */
export const approveProject = async (
  session: Session,
  { accountId: account, title, reason, countsPerDay: perDay, until }: ApprovedProject,
): Promise<void> => {
  const by = session.principal.accountId;
  await session.run(approve, { account, title, reason, perDay, until, by });
};
