import { type Session, sqlStatement } from '@nodp/database';
import { badInput, closeBudgets, decodeOne, grantBudgets, nationalDay } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { ProjectStepInput } from '../generated/resolvers.ts';
import { refusal, textWithin } from '../saved/refusal.ts';
import type { ProjectRow } from '../saved/saved-rows.ts';
import { readApplication } from './application.ts';
import type { Application, StepDetail, StepRow } from './project.ts';
import { projectOf, stepsOf } from './project-rows.ts';
import { refusalOf, type Situation, stateAfter, TRANSITIONS } from './rule.ts';

const p = sql.placeholder;
/** Counts a day that a project may have. */
const MOST_COUNTS = 1_000_000;
const LONGEST_WORDS = 4000;

const lock = sqlStatement<{ id: string }>(
  sql`select id from research.project where id = ${p('id')}::uuid for update`,
);
const put = sqlStatement<never>(sql`
  update research.project set state = ${p('state')}, round = ${p('round')}::int, pending = ${p('pending')}::text::jsonb,
    application = ${p('application')}::text::jsonb, members = array(select jsonb_array_elements_text(${p('members')}::text::jsonb))
  where id = ${p('id')}::uuid`);
const add = sqlStatement<never>(sql`
  insert into research.project_step (project_id, number, kind, round, by_id, by_name, words, detail)
  select ${p('id')}::uuid, coalesce(max(s.number), 0) + 1, ${p('kind')}, ${p('round')}::int, ${p('account')}, ${p('who')}::text::jsonb,
    ${p('words')}, ${p('detail')}::text::jsonb from (select ${p('last')}::int as number) s`);
const grant = sqlStatement<never>(sql`
  insert into research.project_grant (project_id, elements, releases, sites, conditions, counts_per_day, until)
  values (${p('id')}::uuid, ${p('elements')}::text::jsonb, ${p('releases')}::int[], ${p('sites')}::text[], ${p('conditions')},
    ${p('perDay')}::int, ${p('until')}::date)
  on conflict (project_id) do update set elements = excluded.elements, releases = excluded.releases, sites = excluded.sites,
    conditions = excluded.conditions, counts_per_day = excluded.counts_per_day, until = excluded.until, closed = false, decided_at = now()`);
const close = sqlStatement<never>(
  sql`update research.project_grant set closed = ${p('closed')}::boolean where project_id = ${p('id')}::uuid`,
);
const perDay = sqlStatement<{ countsPerDay: number; until: string }>(
  sql`select counts_per_day, until from research.project_grant where project_id = ${p('id')}::uuid`,
);
const lastNumber = sqlStatement<{ last: number }>(
  sql`select research.last_project_step(${p('id')}::uuid) as last`,
);

/** How the reader stands to a project. */
export const situationOf = (
  session: Session,
  row: ProjectRow,
  steps: readonly StepRow[],
): Situation => {
  const { principal } = session;
  return {
    ...{ state: row.state, pending: row.pending, round: row.round, ownerId: row.ownerId },
    ...{ members: row.members, steps, hasApplication: row.application !== null },
    account: principal.accountId,
    committee: principal.role === 'DATA_MANAGER' && principal.institutionId === null,
  };
};

/** Accounts of a project: who has it, and who is of it. */
const accountsOf = ({ ownerId }: ProjectRow, { team }: Application): string[] => [
  ...new Set([ownerId, ...team.map(({ account }) => account)]),
];

/** Whether a larger budget comes with what is granted: only counts of granted elements need one. */
const countsAnything = ({ elements }: Application): boolean =>
  elements.some(({ permissions }) => permissions.includes('AGGREGATES'));

const detailOf = (input: ProjectStepInput, application: Application): StepDetail => {
  if (input.kind === 'VOTE') {
    if (input.ballot == null) throw badInput('Say how you vote.');
    return { ballot: input.ballot };
  }
  if (input.kind !== 'APPROVE') return {};
  const { countsPerDay } = input;
  if (countsPerDay == null || countsPerDay < 1 || countsPerDay > MOST_COUNTS)
    throw refusal({
      en: `Give 1 to ${MOST_COUNTS} counts a day.`,
      zh: `每日计数额度为1至${MOST_COUNTS}。`,
    });
  const conditions = textWithin(
    input.conditions ?? '',
    LONGEST_WORDS,
    { en: 'The conditions', zh: '条件' },
    0,
  );
  return { conditions, countsPerDay, until: application.until };
};

/** What a decision opens or closes beside the project's own row. */
const settle = async (
  session: Session,
  row: ProjectRow,
  { kind }: ProjectStepInput,
  application: Application,
  detail: StepDetail,
): Promise<void> => {
  const { id, title } = row;
  if (kind === 'APPROVE') {
    const { conditions = '', countsPerDay = 1, until = application.until } = detail;
    await session.run(grant, {
      ...{ id, conditions, perDay: countsPerDay, until },
      elements: JSON.stringify(application.elements),
      releases: `{${application.releases.join(',')}}`,
      sites: `{${application.sites.join(',')}}`,
    });
    await closeBudgets(session, id);
    if (countsAnything(application))
      await grantBudgets(session, accountsOf(row, application), {
        ...{ projectId: id, title, reason: application.purpose.slice(0, 1000) },
        ...{ countsPerDay, until },
      });
  } else if (kind === 'SUSPEND' || kind === 'END') {
    await session.run(close, { id, closed: true });
    await closeBudgets(session, id);
  } else if (kind === 'RESUME') {
    await session.run(close, { id, closed: false });
    const [granted] = await session.run(perDay, { id });
    if (granted !== undefined && countsAnything(application))
      await grantBudgets(session, accountsOf(row, application), {
        ...{ projectId: id, title, reason: application.purpose.slice(0, 1000), ...granted },
      });
  }
};

/**
 * Takes a step of a project, with what follows from it, all or nothing; the step is in the access audit too.
 * @throws BAD_USER_INPUT where the step is not open to the reader, and says why
 */
export const takeStep = async (session: Session, input: ProjectStepInput): Promise<ProjectRow> => {
  const id = decodeOne('ResearchProject', input.id);
  const { kind } = input;
  const words = textWithin(input.words ?? '', LONGEST_WORDS, { en: 'The text', zh: '说明' }, 0);
  const { accountId: account, name } = session.principal;
  await session.transaction(async () => {
    await session.run(lock, { id });
    const row = await projectOf(session, id);
    if (row === null) throw refusal({ en: 'There is no such project.', zh: '没有此课题。' });
    const [steps = []] = await stepsOf(session, [id]);
    const refused = refusalOf(kind, situationOf(session, row, steps), words);
    if (refused !== null) throw refusal(refused);
    const changes = kind === 'AMEND' || kind === 'RENEW';
    if (changes && input.application == null)
      throw refusal({ en: 'Say what is to change.', zh: '请填写变更内容。' });
    const asked =
      input.application == null
        ? null
        : readApplication(input.application, nationalDay(new Date()));
    const pending = changes && asked !== null ? { kind, application: asked } : row.pending;
    const decided = kind === 'APPROVE' || kind === 'REJECT';
    const application =
      kind === 'APPROVE' && pending !== null ? pending.application : row.application;
    if (application === null)
      throw refusal({ en: 'There is no application yet.', zh: '尚无申请内容。' });
    const detail = detailOf(input, application);
    const round = row.round + (TRANSITIONS[kind].opensRound ? 1 : 0);
    const [{ last } = { last: 0 }] = await session.run(lastNumber, { id });
    await session.run(add, {
      ...{ id, kind, round, account, words, last },
      who: JSON.stringify(name),
      detail: JSON.stringify(detail),
    });
    await session.run(put, {
      ...{ id, round, state: stateAfter(kind, row.state) },
      pending: decided || pending === null ? null : JSON.stringify(pending),
      application: JSON.stringify(application),
      members: JSON.stringify(accountsOf(row, application).filter((one) => one !== row.ownerId)),
    });
    await settle(session, row, input, application, detail);
  });
  await session.audit('change', [], { project: id, step: kind });
  const after = await projectOf(session, id);
  if (after === null) throw new Error('A project whose step was taken is not seen.');
  return after;
};
