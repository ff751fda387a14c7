/** Words of tumour boards. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { BoardCaseState, BoardOutcomeKind } from '../../../graph/generated/graphql.ts';

export const caseWords: Record<BoardCaseState, MessageDescriptor> = {
  WAITING: msg`waits for the board`,
  DECIDED: msg`decided`,
  WITHDRAWN: msg`taken from the list`,
};

export const outcomeWords: Record<BoardOutcomeKind, MessageDescriptor> = {
  CARRIED_OUT: msg`Carried out`,
  NOT_CARRIED_OUT: msg`Not carried out`,
  CARRIED_OUT_DIFFERENTLY: msg`Carried out differently`,
};

export const OUTCOMES: readonly BoardOutcomeKind[] = [
  'CARRIED_OUT',
  'NOT_CARRIED_OUT',
  'CARRIED_OUT_DIFFERENTLY',
];
