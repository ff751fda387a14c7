/** How states and steps of projects read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  DataPermission,
  ProjectBallot,
  ProjectDeadlineKind,
  ProjectState,
  ProjectStepKind,
} from '../../graph/generated/graphql.ts';

type Words<Value extends string> = Record<Value, MessageDescriptor>;

export const stateWords: Words<ProjectState> = {
  DRAFT: msg`Draft`,
  SUBMITTED: msg`Before the committee`,
  QUESTIONS: msg`Questions of the committee`,
  ACTIVE: msg({ message: 'Active', context: 'project' }),
  SUSPENDED: msg`Suspended`,
  REPORTED: msg`Report handed in`,
  ENDED: msg({ message: 'Ended', context: 'project' }),
  REJECTED: msg`Not approved`,
  WITHDRAWN: msg({ message: 'Withdrawn', context: 'project' }),
};

/** What happened. */
export const stepWords: Words<ProjectStepKind> = {
  SUBMIT: msg`Handed in`,
  ASK: msg`Asked`,
  ANSWER: msg`Answered`,
  CONFLICT: msg`Declared a conflict of interest`,
  VOTE: msg`Voted`,
  APPROVE: msg`Approved`,
  REJECT: msg`Not approved`,
  AMEND: msg`Asked for a change`,
  RENEW: msg`Asked for a longer term`,
  SUSPEND: msg`Suspended`,
  RESUME: msg`Resumed`,
  REPORT: msg`Reported`,
  END: msg({ message: 'Ended', context: 'project' }),
  WITHDRAW: msg`Taken back`,
};

/** What a button does. */
export const actionWords: Words<ProjectStepKind> = {
  SUBMIT: msg`Hand in`,
  ASK: msg`Ask`,
  ANSWER: msg`Answer`,
  CONFLICT: msg`Declare a conflict of interest`,
  VOTE: msg`Vote`,
  APPROVE: msg`Approve`,
  REJECT: msg`Do not approve`,
  AMEND: msg`Ask for a change`,
  RENEW: msg`Ask for a longer term`,
  SUSPEND: msg`Suspend`,
  RESUME: msg`Resume`,
  REPORT: msg`Hand in the report`,
  END: msg`End the project`,
  WITHDRAW: msg`Take back`,
};

/** What is written with a step. */
export const wordsAsked: Words<ProjectStepKind> = {
  SUBMIT: msg`Remark`,
  ASK: msg`Questions`,
  ANSWER: msg`Answer`,
  CONFLICT: msg`What the conflict of interest is`,
  VOTE: msg`Remark`,
  APPROVE: msg`Reason`,
  REJECT: msg`Reason`,
  AMEND: msg`What changes, and why`,
  RENEW: msg`Why a longer term`,
  SUSPEND: msg`Reason`,
  RESUME: msg`Reason`,
  REPORT: msg`Report: results, publications, what became of the data`,
  END: msg`Reason`,
  WITHDRAW: msg`Remark`,
};

export const ballotWords: Words<ProjectBallot> = {
  YES: msg({ message: 'For it', context: 'vote' }),
  NO: msg({ message: 'Against it', context: 'vote' }),
  ABSTAIN: msg({ message: 'Abstention', context: 'vote' }),
};

export const permissionWords: Words<DataPermission> = {
  AGGREGATES: msg`Counts and curves`,
  ROWS: msg`Rows inside the platform`,
  EXPORT: msg({ message: 'Export', context: 'permission' }),
};

export const deadlineWords: Words<ProjectDeadlineKind> = {
  DECIDE: msg`Decision of the committee`,
  ANSWER: msg`Answer to the questions`,
  RENEW: msg`Renewal, or the end`,
  REPORT: msg({ message: 'Report', context: 'deadline' }),
};
