import type { Session, Statement } from '@nodp/database';
import { nationalDay, nationalTimeZone } from '@nodp/graph';
import { SURVEYED_CODES } from '../surveillance/surveyed-codes.ts';
import type { TaskFacts } from './facts.ts';
import { CRITICAL_CODES } from './kinds/critical-value.ts';
import { tasksOf } from './tasks-of.ts';

const rowsOf: Statement<TaskFacts> = {
  text: 'select * from patients.task_facts_of($1::uuid[], $2::text[], $3::text[], $4)',
  bind: ({ ids, codes }) => [ids, codes, CRITICAL_CODES, nationalTimeZone],
};
const put: Statement<never> = {
  text: 'select patients.put_tasks($1::text::jsonb)',
  bind: ({ json }) => [json],
};

/**
 * Renews the tasks of patients of whom records came or somebody acted, within the same transaction, after their alerts and
 * the contradictions of their stages.
 */
export const renewTasks = async (
  session: Session,
  patientIds: Iterable<string>,
  rules: ReadonlySet<string>,
): Promise<void> => {
  const ids = [...new Set(patientIds)];
  if (ids.length === 0) return;
  const rows = await session.run(rowsOf, { ids, codes: SURVEYED_CODES });
  const asked = { today: nationalDay(new Date()), rules };
  const found = rows.map((row) => tasksOf(row, asked));
  await session.run(put, { json: JSON.stringify(found) });
};
