/** How the evidence of a pair reads. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  MatchHold,
  MatchLevel,
  MatchPart,
  MatchState,
  MatchView,
} from '../../graph/generated/graphql.ts';

export const viewWords: Record<MatchView, MessageDescriptor> = {
  WAITING: msg`To be reviewed`,
  JOINED: msg({ message: 'Joined', context: 'match' }),
  APART: msg`Ruled different persons`,
};

export const partWords: Record<MatchPart, MessageDescriptor> = {
  NAME: msg({ context: 'of a person', message: 'Name' }),
  BORN: msg`Date of birth`,
  SEX: msg`Sex`,
  NUMBER: msg`National identifier`,
  CONTACT: msg`Telephone and address`,
};

export const levelWords: Record<MatchLevel, MessageDescriptor> = {
  SAME: msg({ message: 'the same', context: 'match' }),
  SOUND: msg`sounds alike`,
  NEAR: msg`nearly the same`,
  PART: msg`shares a part`,
  SWAPPED: msg`day and month swapped`,
  SLIP: msg`one digit off`,
  YEAR: msg`same year only`,
  BOTH: msg`both the same`,
  PHONE: msg`same telephone`,
  ADDRESS: msg`same address`,
  DIFFERS: msg`differs`,
};

export const stateWords: Record<MatchState, MessageDescriptor> = {
  REVIEW: msg`To be reviewed`,
  LINKED: msg`Joined unseen`,
  PROPOSED: msg`Join proposed`,
  JOINED: msg({ message: 'Joined', context: 'match' }),
  APART: msg`Ruled different persons`,
};

export const holdWords: Record<MatchHold, MessageDescriptor> = {
  CHAIN: msg`A third record is joined with one of these and not with the other: joining all three would join two who do not pass themselves.`,
  CROWD: msg`More than 30 records would be one person: these are likely placeholders or test records.`,
  NUMBERS: msg`Both have a valid national number, and the numbers differ: they cannot be joined.`,
};

/** Bits from which evidence is called strong, and clear. */
const STRONG = 8;
const CLEAR = 3;

/** What a weight says, in words. */
export const weightWords = (bits: number): MessageDescriptor => {
  const size = Math.abs(bits);
  if (size < 1) return msg`says little`;
  if (bits > 0)
    return size >= STRONG
      ? msg`speaks strongly for one person`
      : size >= CLEAR
        ? msg`speaks for one person`
        : msg`speaks a little for one person`;
  return size >= STRONG
    ? msg`speaks strongly against`
    : size >= CLEAR
      ? msg`speaks against`
      : msg`speaks a little against`;
};
