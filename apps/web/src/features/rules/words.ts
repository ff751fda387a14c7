/** How marks, standings and problems of clinical rules read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RuleMark, RuleProblem, RuleStanding } from '../../graph/generated/graphql.ts';

export const markWords: Record<RuleMark, MessageDescriptor> = {
  CONFIRMED: msg`confirmed by the board`,
  SEEN: msg`read from its source`,
  KNOWN: msg`known, not confirmed`,
  DRAFT: msg`draft`,
};

export const standingWords: Record<RuleStanding, MessageDescriptor> = {
  DEFAULT: msg`as installed: the board has not decided`,
  BOARD: msg`decided by the board`,
  OTHER_VERSION: msg`the board decided on another version: this one waits for it`,
};

export const problemWords: Record<RuleProblem, MessageDescriptor> = {
  NOT_NATIONAL: msg`National data managers switch rules, for the clinical board.`,
  NO_RULE: msg`There is no such rule.`,
  OTHER_VERSION: msg`Another version is installed than the one shown: open the page again.`,
  REASON: msg`A reason has 10 to 500 characters.`,
};

/** Kinds of fields in a file of cases. */
export const kindWords: Readonly<Partial<Record<string, MessageDescriptor>>> = {
  number: msg`number`,
  flag: msg`yes or no`,
  choice: msg`choice`,
  text: msg`text`,
  date: msg`date`,
  list: msg`list`,
  pairs: msg`pairs of name and value`,
};
