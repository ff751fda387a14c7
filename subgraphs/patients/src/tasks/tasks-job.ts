import type { Job } from '@nodp/database/jobs';
import { nationalDay, nationalTimeZone } from '@nodp/graph';
import { rulesInForce } from '@nodp/oncology';
import type postgres from 'postgres';
import { SURVEYED_CODES } from '../surveillance/surveyed-codes.ts';
import { renewDue, someDue } from '../sweep/due.ts';
import { type Sweep, sweepJob, sweepOutdated } from '../sweep/sweep.ts';
import type { TaskFacts } from './facts.ts';
import { CRITICAL_CODES } from './kinds/critical-value.ts';
import { TASKS_VERSION } from './kinds/index.ts';
import { tasksOf } from './tasks-of.ts';

export const RENEW_TASKS = 'renew-tasks';
const BATCH = 200;

const store = async (transaction: postgres.TransactionSql, ids: readonly string[]) => {
  const rules = rulesInForce(
    await transaction<{ ruleId: string; version: number; inForce: boolean; confirmed: boolean }[]>`
      select * from basic.rule_switch order by switched_at, id`,
  );
  const rows = await transaction<TaskFacts[]>`
    select * from patients.task_facts(${[...ids]}::uuid[], ${[...SURVEYED_CODES]}::text[],
      ${[...CRITICAL_CODES]}::text[], ${nationalTimeZone})`;
  const asked = { today: nationalDay(new Date()), rules };
  const found = rows.map((row) => tasksOf(row, asked));
  await transaction`select patients.store_tasks(${JSON.stringify(found)}::text::jsonb)`;
};

const everybody: Sweep = {
  kind: RENEW_TASKS,
  step: 'RENEWING_TASKS',
  runs: 'task_run',
  version: TASKS_VERSION,
  batch: BATCH,
  store,
};

/** Whether patients are stored whom this version never looked at, or whose tasks the day may change. */
export const tasksOutdated = async (ownerUrl: string): Promise<boolean> =>
  (await sweepOutdated(ownerUrl, everybody)) || someDue(ownerUrl, everybody, 'task_recheck');

/** Looks at every patient once for a version of the kinds, and from then on at those alone whose tasks the day may change. */
export const renewTasksJob = (ownerUrl: string): Job => ({
  kind: RENEW_TASKS,
  run: async (run) => {
    if (await sweepOutdated(ownerUrl, everybody)) return sweepJob(ownerUrl, everybody).run(run);
    return { patients: await renewDue(ownerUrl, everybody, 'task_recheck', run) };
  },
});
