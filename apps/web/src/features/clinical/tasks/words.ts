/** Words of tasks. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  TaskActKind,
  TaskKind,
  TaskResult,
  TaskState,
} from '../../../graph/generated/graphql.ts';

export const stateWords: Record<TaskState, MessageDescriptor> = {
  OPEN: msg`waiting`,
  SNOOZED: msg`put off`,
  DONE: msg({ message: 'done', context: 'task' }),
  ENDED: msg`ended by records`,
};

export const resultWords: Record<TaskResult, MessageDescriptor> = {
  CONFIRMED: msg`Recurrence confirmed`,
  EXPLAINED: msg`Something else explains it`,
  DISMISSED: msg({ message: 'Dismissed', context: 'task' }),
  ACTED: msg`Acted on`,
  ACKNOWLEDGED: msg({ message: 'Read', context: 'task' }),
  CARRIED_OUT: msg`Carried out`,
  NOT_CARRIED_OUT: msg`Not carried out`,
  CARRIED_OUT_DIFFERENTLY: msg`Carried out differently`,
  SENT_BACK: msg`Sender was told`,
  RIGHT_AS_SENT: msg`Right as it was sent`,
  ARRANGED: msg`Examination arranged`,
  DONE_ELSEWHERE: msg`Done elsewhere`,
  NOT_WANTED: msg`Not wanted, or without purpose`,
  REACHED_NO_DISEASE: msg`Reached: no evidence of disease`,
  REACHED_WITH_DISEASE: msg`Reached: with disease`,
  DIED: msg`The patient has died`,
  NOT_REACHED: msg`Not reached`,
  WRONG_NUMBER: msg`Wrong number`,
  REFUSED: msg`Refuses further contacts`,
  FOUND_ALIVE: msg`Patient found`,
  STAYS_LOST: msg`Stays lost to follow-up`,
};

export const actWords: Record<TaskActKind, MessageDescriptor> = {
  ASSIGNED: msg({ message: 'assigned', context: 'task' }),
  SNOOZED: msg`put off`,
  DONE: msg({ message: 'done', context: 'task' }),
  UNDONE: msg`taken back`,
  ENDED: msg`ended by records`,
  REOPENED: msg`opened again by records`,
};

/** The section of the patient's page that a task is about. */
export const sectionOf: Record<TaskKind, string> = {
  CRITICAL_VALUE: 'laboratory',
  TREATMENT_LATE: 'timeline',
  RECURRENCE_ALERT: 'surveillance',
  STAGE_CONTRADICTION: 'diagnosis',
  HELD_RECORD: 'overview',
  SURVEILLANCE_OVERDUE: 'surveillance',
  SYMPTOM_ALERT: 'follow-up',
  REFERRAL_RECEIVED: 'overview',
  REFERRAL_TO_ANSWER: 'overview',
  REFERRAL_RETURNED: 'overview',
  TUMOUR_BOARD: 'overview',
  BOARD_DECISION: 'overview',
  CONTACT_DUE: 'follow-up',
  SCREENING_RECALL: 'follow-up',
  LOST_TO_FOLLOW_UP: 'follow-up',
};
