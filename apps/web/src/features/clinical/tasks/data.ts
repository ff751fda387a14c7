/** Tasks as the pages ask for them, and what may be done with them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listOf, type Search } from '../../../address.ts';
import { execute } from '../../../graph/execute.ts';
import {
  AssignTasksDocument,
  FinishTaskDocument,
  PatientTasksDocument,
  type PatientTasksQuery,
  PatientWaitingDocument,
  type PatientWaitingQuery,
  SnoozeTasksDocument,
  TaskChoicesDocument,
  type TaskChoicesQuery,
  type TaskResult,
  type TaskRowFragment,
  UndoTaskDocument,
} from '../../../graph/generated/graphql.ts';

/** A task with how its patient is named to the reader. */
export type ListedTask = TaskRowFragment & {
  readonly whose: { readonly id: string; readonly name: string; readonly opens: boolean };
};
export type PatientTask = NonNullable<PatientTasksQuery['patient']>['tasks'][number];
export type Choices = TaskChoicesQuery;

export const choicesQuery = queryOptions({
  queryKey: ['tasks', 'choices'],
  queryFn: async ({ signal }): Promise<Choices> => execute(TaskChoicesDocument, {}, signal),
});

export const patientTasksQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'tasks'],
    queryFn: async ({ signal }): Promise<PatientTasksQuery['patient']> =>
      (await execute(PatientTasksDocument, { id }, signal)).patient ?? null,
  });

/** As `patientTasksQuery`, with the tumour board, of who works at it: one question for both panels. */
export const waitingQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'waiting'],
    queryFn: async ({ signal }): Promise<PatientWaitingQuery['patient']> =>
      (await execute(PatientWaitingDocument, { id }, signal)).patient ?? null,
  });

const KINDS = [
  'CRITICAL_VALUE',
  'RECURRENCE_ALERT',
  'STAGE_CONTRADICTION',
  'HELD_RECORD',
  'SURVEILLANCE_OVERDUE',
  'TREATMENT_LATE',
  'SYMPTOM_ALERT',
  'REFERRAL_RECEIVED',
  'REFERRAL_TO_ANSWER',
  'REFERRAL_RETURNED',
  'TUMOUR_BOARD',
  'BOARD_DECISION',
  'CONTACT_DUE',
  'SCREENING_RECALL',
  'LOST_TO_FOLLOW_UP',
] as const;
export const STATES = ['OPEN', 'SNOOZED', 'DONE', 'ENDED'] as const;
const WITH = ['ME', 'NOBODY'] as const;

/** What an address asks of the worklist; what does not exist is passed over. */
export const askedOf = (search: Search) => ({
  kind: listOf(search.kind, KINDS)[0] ?? null,
  state: listOf(search.state, STATES)[0] ?? ('OPEN' as const),
  assignee: listOf(search.with, WITH)[0] ?? null,
  order: search.sort === '-raised' ? ('RAISED' as const) : ('DUE' as const),
});

export type Act =
  | { readonly act: 'assign'; readonly ids: string[]; readonly to: string | null }
  | { readonly act: 'snooze'; readonly ids: string[]; readonly until: string }
  | {
      readonly act: 'finish';
      readonly id: string;
      readonly result: TaskResult;
      readonly note: string | null;
    }
  | { readonly act: 'undo'; readonly id: string };

/** @returns how many tasks were changed */
const perform = async (what: Act): Promise<number> => {
  switch (what.act) {
    case 'assign':
      return (await execute(AssignTasksDocument, { ids: what.ids, assignee: what.to })).assignTasks
        .length;
    case 'snooze':
      return (await execute(SnoozeTasksDocument, { ids: what.ids, until: what.until })).snoozeTasks
        .length;
    case 'finish': {
      const { id, result, note } = what;
      return (await execute(FinishTaskDocument, { id, result, note })).finishTask === null ? 0 : 1;
    }
    case 'undo':
      return (await execute(UndoTaskDocument, { id: what.id })).undoTask === null ? 0 : 1;
  }
};

/** Does something with tasks; lists, counts and the patients' pages are read again. */
export const useAct = (done?: (changed: number) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: perform,
    onSuccess: async (changed) => {
      done?.(changed);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['tasks'] }),
        client.invalidateQueries({ queryKey: ['patient'], refetchType: 'active' }),
      ]);
    },
  });
};
