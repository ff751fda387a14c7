import { sqlStatement } from '@nodp/database';
import {
  badInput,
  decodePair,
  nationalDay,
  recordByKey,
  rowsByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { addOutcome } from '../board/outcome-statements.ts';
import { readWords } from '../emergency/break-glass.ts';
import type {
  MutationAssignTasksArgs,
  MutationFinishTaskArgs,
  MutationSnoozeTasksArgs,
  MutationUndoTaskArgs,
} from '../generated/resolvers.ts';
import { isCalendarDay } from '../people/calendar-day.ts';
import { inForce } from '../rules/rule-rows.ts';
import { addDays } from './days.ts';
import { TASK_KINDS } from './kinds/index.ts';
import { renewTasks } from './renew-tasks.ts';
import { task, taskAct } from './table.ts';
import type { TaskRow } from './task-list.ts';

/** Tasks of one act. */
const MOST = 100;
/** Days for which a task may be put off. */
const LONGEST = 366;

const p = sql.placeholder;
const byKey = recordByKey(
  sqlStatement<TaskRow>(sql`
    select t.* from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) as w(patient_id, id)
    join ${task} t on t.patient_id = w.patient_id and t.id = w.id`),
);
const act = sqlStatement<{ id: string }>(sql`
  select patients.act_on_tasks(${p('whose')}::text::jsonb, ${p('what')}, ${p('to')}, ${p('until')}::date, ${p('came')},
    ${p('words')}) as id`);
const closeAlert = sqlStatement<{ done: boolean }>(sql`
  select patients.act_on_alert(${p('patient')}::uuid, ${p('id')}::uuid, ${p('verdict')}, ${p('reason')}) as done`);
const closeSymptom = sqlStatement<{ done: boolean }>(sql`
  select followup.act_on_symptom(${p('patient')}::uuid, ${p('id')}::uuid, ${p('verdict')}, ${p('reason')}) as done`);
const takeBack = sqlStatement<{ done: boolean }>(sql`
  select patients.undo_task_act(${p('patient')}::uuid, ${p('id')}::uuid, ${p('closed')}::text[]) as done`);

/** What was done with tasks, latest first. */
export const actRows = rowsByPatient(
  sqlStatement<typeof taskAct.$inferSelect>(sql`
    select * from ${taskAct} where patient_id = any(${p('ids')}) order by at desc, id desc`),
);

/** What raised a task and is closed by what came of it. */
const CLOSES: { readonly [K in TaskRow['kind']]?: typeof closeAlert } = {
  RECURRENCE_ALERT: closeAlert,
  SYMPTOM_ALERT: closeSymptom,
  BOARD_DECISION: addOutcome,
};

type Key = ReturnType<typeof decodePair>;

/** The tasks as they are now. */
const again = async (keys: readonly Key[], context: SubgraphContext): Promise<TaskRow[]> => {
  for (const key of keys) context.once(byKey).clear(key);
  const rows = await context.once(byKey).loadMany(keys);
  return rows.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row === null ? [] : [row];
  });
};

const read = (ids: readonly string[]): Key[] => {
  if (ids.length === 0 || ids.length > MOST)
    throw badInput(`\`ids\` names 1 to ${MOST} tasks, not ${ids.length}.`);
  return ids.map((id) => decodePair('Task', id));
};

const actOn = async (
  keys: readonly Key[],
  what: 'ASSIGNED' | 'SNOOZED' | 'DONE',
  values: { to?: string | null; until?: string; came?: string; words?: string | null },
  context: SubgraphContext,
): Promise<string[]> => {
  const { to = null, until = null, came = null, words = null } = values;
  const whose = JSON.stringify(keys);
  const done = await context.session.run(act, { whose, what, to, until, came, words });
  return done.map(({ id }) => id);
};

const colleagues = sqlStatement<{ id: string; nameEn: string; nameZh: string }>(sql`
  select id, name_en, name_zh from patients.task_colleagues()`);

/** Who works at the reader's worklist. */
export const taskColleagues = ({ session }: SubgraphContext) => session.run(colleagues);

const audited = (keys: readonly Key[], detail: Record<string, unknown>, context: SubgraphContext) =>
  context.session.audit('change', [...new Set(keys.map(({ patientId }) => patientId))], {
    ...detail,
    tasks: keys.length,
  } as never);

/** Gives open tasks of the reader's worklist to a colleague, or to nobody. @throws BAD_USER_INPUT */
export const assignTasks = async (
  { ids, assignee }: MutationAssignTasksArgs,
  context: SubgraphContext,
): Promise<TaskRow[]> => {
  const keys = read(ids);
  const to = assignee ?? null;
  if (to !== null && to !== context.principal.accountId) {
    const known = await context.once(taskColleagues);
    if (!known.some(({ id }) => id === to))
      throw badInput('`assignee` is no colleague of this worklist; see `taskColleagues`.');
  }
  await audited(keys, { task: 'assigned' }, context);
  const changed = new Set(await actOn(keys, 'ASSIGNED', { to }, context));
  return again(
    keys.filter(({ id }) => changed.has(id)),
    context,
  );
};

/** Puts open tasks of the reader's worklist off. @throws BAD_USER_INPUT */
export const snoozeTasks = async (
  { ids, until }: MutationSnoozeTasksArgs,
  context: SubgraphContext,
): Promise<TaskRow[]> => {
  const keys = read(ids);
  const today = nationalDay(new Date());
  if (!isCalendarDay(until) || until <= today || until > addDays(today, LONGEST))
    throw badInput(
      `\`until\` is a day after today and at most ${LONGEST} days away, YYYY-MM-DD. / 须为今天之后${LONGEST}天内的日期。`,
    );
  await audited(keys, { task: 'snoozed' }, context);
  const changed = new Set(await actOn(keys, 'SNOOZED', { until }, context));
  return again(
    keys.filter(({ id }) => changed.has(id)),
    context,
  );
};

/**
 * Says what came of a task of the reader's worklist, which closes what raised it where its kind says so; null where the task
 * does not wait in it. @throws BAD_USER_INPUT
 */
export const finishTask = async (
  { id, result, note }: MutationFinishTaskArgs,
  context: SubgraphContext,
): Promise<TaskRow | null> => {
  const key = decodePair('Task', id);
  const [row] = await again([key], context);
  if (row === undefined) return null;
  const { results, noted } = TASK_KINDS[row.kind];
  if (!results.includes(result))
    throw badInput(`A task of this kind comes to one of ${results.join(', ')}.`);
  const words = noted.includes(result)
    ? readWords('note', note ?? '', 3)
    : readWords('note', note ?? '', 0) || null;
  await audited([key], { task: row.kind, result }, context);
  const { session } = context;
  const rules = await inForce(context);
  const done = await session.transaction(async () => {
    const changed = await actOn([key], 'DONE', { came: result, words }, context);
    if (changed.length === 0) return false;
    const close = CLOSES[row.kind];
    if (close !== undefined) {
      const values = {
        ...{ patient: row.patientId, id: row.subject, verdict: result, reason: words },
        // For what is retained as a record of its own.
        ...{ newId: uuidv7(), by: session.principal.accountId },
      };
      const [closed] = await session.run(close, values);
      if (closed?.done !== true) throw badInput('Somebody acted on the alert meanwhile.');
    }
    await renewTasks(session, [row.patientId], rules);
    return true;
  });
  return done ? ((await again([key], context))[0] ?? null) : null;
};

const CLOSED = Object.entries(TASK_KINDS).flatMap(([kind, { undone }]) => (undone ? [] : [kind]));

/**
 * Takes back what the reader did last with a task, where nobody did anything after; null where there is nothing to take back:
 * a verdict on an alert stands.
 */
export const undoTask = async (
  { id }: MutationUndoTaskArgs,
  context: SubgraphContext,
): Promise<TaskRow | null> => {
  const key = decodePair('Task', id);
  await audited([key], { task: 'undone' }, context);
  const { session } = context;
  const rules = await inForce(context);
  const done = await session.transaction(async () => {
    const [answer] = await session.run(takeBack, {
      patient: key.patientId,
      id: key.id,
      closed: CLOSED,
    });
    if (answer?.done !== true) return false;
    await renewTasks(session, [key.patientId], rules);
    return true;
  });
  return done ? ((await again([key], context))[0] ?? null) : null;
};
