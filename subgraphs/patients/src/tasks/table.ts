import { applicationRole } from '@nodp/database/tables';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import {
  date,
  index,
  jsonb,
  pgPolicy,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { patients } from '../schema.ts';
import type { TaskKind } from './kind.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

/** An institution's own tasks: those of the reader's role, and all of who reads its patients. */
const ownTasks = (others: string) =>
  sql.raw(
    `(select current_setting('nodp.tasks', true)) <> '' and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) and ${others}`,
  );

/**
 * What waits at an institution to be done for a patient. Kept by `patients.store_tasks` when records come and by the job of the
 * day; changed by people through `patients.act_on_tasks` alone. No list looks for tasks itself.
 */
export const task = patients.table(
  'task',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    /** Whose worklist it stands in: a role of accounts. */
    role: text('role').notNull(),
    kind: text('kind').$type<TaskKind>().notNull(),
    /** What of the patient it is about, in the words of its kind: one task for each. */
    subject: text('subject').notNull(),
    dueOn: day('due_on').notNull(),
    ruleId: text('rule_id').notNull(),
    ruleVersion: smallint('rule_version').notNull(),
    why: jsonb('why').$type<Label>().notNull(),
    /** ENDED: what it waited for is no more, by records. */
    state: text('state', { enum: ['OPEN', 'DONE', 'ENDED'] })
      .notNull()
      .default('OPEN'),
    raisedAt: instant('raised_at').notNull().default(sql`clock_timestamp()`),
    assignee: text('assignee'),
    snoozedUntil: day('snoozed_until'),
    result: text('result'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    unique('task_once').on(t.patientId, t.institutionId, t.kind, t.subject),
    index('task_by_due').on(t.institutionId, t.role, t.state, t.dueOn, t.id),
    index('task_of_kind').on(t.institutionId, t.kind, t.state, t.dueOn, t.id),
    index('task_by_time').on(t.institutionId, t.role, t.state, t.raisedAt, t.id),
    pgPolicy('read_own', {
      for: 'select',
      to: applicationRole,
      using: ownTasks(
        // What the tumour board asks and decides is read at its own worklist alone.
        `(role = (select current_setting('nodp.tasks', true)) or (select current_setting('nodp.identified', true)) = 'on' and kind not in ('TUMOUR_BOARD', 'BOARD_DECISION'))`,
      ),
    }),
  ],
);

/** What became of a task, act by act: added to, never changed. Written by the functions of `patients.task` alone. */
export const taskAct = patients.table(
  'task_act',
  {
    patientId: uuid('patient_id').notNull(),
    id: uuid('id').notNull(),
    taskId: uuid('task_id').notNull(),
    institutionId: uuid('institution_id').notNull(),
    act: text('act', {
      enum: ['ASSIGNED', 'SNOOZED', 'DONE', 'UNDONE', 'ENDED', 'REOPENED'],
    }).notNull(),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
    /** The account; null where records did it. */
    actedBy: text('acted_by'),
    assignee: text('assignee'),
    snoozedUntil: day('snoozed_until'),
    result: text('result'),
    note: text('note'),
    /** What the task was before, for who undoes the act. */
    before: jsonb('before').$type<Record<string, string | null>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.patientId, t.id] }),
    index('task_act_of_task').on(t.patientId, t.taskId, t.at),
    index('task_act_by_time').on(t.institutionId, t.act, t.at),
    pgPolicy('read_own', {
      for: 'select',
      to: applicationRole,
      using: ownTasks(
        `exists (select 1 from patients.task t where t.patient_id = "task_act".patient_id and t.id = "task_act".task_id)`,
      ),
    }),
  ],
);

/** By when time alone may change a patient's tasks, for the job of the day. Read and written by the owner alone. */
export const taskRecheck = patients
  .table(
    'task_recheck',
    {
      patientId: uuid('patient_id').primaryKey(),
      recheckOn: day('recheck_on').notNull(),
    },
    (t) => [index('task_recheck_by_day').on(t.recheckOn, t.patientId)],
  )
  .enableRLS();

/** How far all patients were examined by a version of the kinds of tasks. Read and written by the owner alone. */
export const taskRun = patients
  .table('task_run', {
    ruleVersion: smallint('rule_version').primaryKey(),
    /** Patients up to here are done; null at the beginning. */
    after: uuid('after'),
    finishedAt: instant('finished_at'),
  })
  .enableRLS();
