/** How marks of rules read, and inputs in few words. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RuleMark } from '../../../graph/generated/graphql.ts';

export const markWords: Record<RuleMark, MessageDescriptor> = {
  CONFIRMED: msg`confirmed by the board`,
  SEEN: msg`read from its source`,
  KNOWN: msg`known, not confirmed`,
  DRAFT: msg`draft`,
};

/** What an input is, without how it is written. */
export const shortly = (label: string): string => label.split(/[:;：；]/)[0] ?? label;
