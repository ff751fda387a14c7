/** Words of surveillance. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AlertVerdict } from '../../../../graph/generated/graphql.ts';
import type { Course, RecurrenceAlert } from './data.ts';
import type { ShownState } from './shown-due.ts';

export const alertStates: Record<RecurrenceAlert['state'], MessageDescriptor> = {
  OPEN: msg`open`,
  CONFIRMED: msg`recurrence confirmed`,
  EXPLAINED: msg`explained by something else`,
  DISMISSED: msg`dismissed`,
  WITHDRAWN: msg`withdrawn`,
};

export const verdictWords: Record<AlertVerdict, MessageDescriptor> = {
  CONFIRMED: msg`Recurrence confirmed`,
  EXPLAINED: msg`Something else explains it`,
  DISMISSED: msg`Dismiss`,
};

export const courseStates: Record<Course['state'], MessageDescriptor> = {
  ALERT: msg`rises by the rule`,
  PENDING: msg`one rise, to be repeated`,
  QUIET: msg`no rise by the rule`,
  NOT_JUDGED: msg`not judged`,
};

export const dueStates: Record<ShownState, MessageDescriptor> = {
  DONE: msg`done`,
  DUE: msg`due`,
  OVERDUE: msg`overdue`,
  MISSED: msg`not done`,
  PLANNED: msg`planned`,
};

/** What records closed: the platform's own words of the reason. */
export const closedBy: Readonly<Record<string, MessageDescriptor>> = {
  death: msg`the patient died`,
  recurrence: msg`a metastasis was recorded`,
  values: msg`the values no longer meet the rule`,
};

export const ruleMarks: Record<NonNullable<Course['rule']>['mark'], MessageDescriptor> = {
  CONFIRMED: msg`confirmed by the clinical board`,
  SEEN: msg`compared with its source`,
  KNOWN: msg`as known, not confirmed by the board`,
  DRAFT: msg`draft, not confirmed by the board`,
};
