import type { TaskKind, TaskKindModule } from '../kind.ts';
import { boardDecision } from './board-decision.ts';
import { contactDue } from './contact-due.ts';
import { criticalValue } from './critical-value.ts';
import { heldRecord } from './held-record.ts';
import { lostToFollowUp } from './lost-to-follow-up.ts';
import { recurrenceAlert } from './recurrence-alert.ts';
import { referralReceived } from './referral-received.ts';
import { referralReturned } from './referral-returned.ts';
import { referralToAnswer } from './referral-to-answer.ts';
import { screeningRecall } from './screening-recall.ts';
import { stageContradiction } from './stage-contradiction.ts';
import { surveillanceOverdue } from './surveillance-overdue.ts';
import { symptomAlert } from './symptom-alert.ts';
import { treatmentLate } from './treatment-late.ts';
import { tumourBoard } from './tumour-board.ts';

/** Every kind of task: the graph's enumeration names them, and one that is missing does not compile. */
export const TASK_KINDS: Readonly<Record<TaskKind, TaskKindModule>> = {
  CRITICAL_VALUE: criticalValue,
  RECURRENCE_ALERT: recurrenceAlert,
  STAGE_CONTRADICTION: stageContradiction,
  HELD_RECORD: heldRecord,
  SURVEILLANCE_OVERDUE: surveillanceOverdue,
  TREATMENT_LATE: treatmentLate,
  SYMPTOM_ALERT: symptomAlert,
  REFERRAL_RECEIVED: referralReceived,
  REFERRAL_TO_ANSWER: referralToAnswer,
  REFERRAL_RETURNED: referralReturned,
  TUMOUR_BOARD: tumourBoard,
  BOARD_DECISION: boardDecision,
  CONTACT_DUE: contactDue,
  SCREENING_RECALL: screeningRecall,
  LOST_TO_FOLLOW_UP: lostToFollowUp,
};

/** Another one whenever a kind finds otherwise: all patients are examined anew. */
export const TASKS_VERSION = 6;
