import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  MessageChannel,
  MessageLanguage,
  MessageOccasion,
  MessageReason,
  MessageState,
} from '../../../graph/generated/graphql.ts';

export const stateWords: Record<MessageState, MessageDescriptor> = {
  WAITING: msg({ message: 'Waiting', context: 'message' }),
  SENT: msg({ message: 'Sent', context: 'message' }),
  DELIVERED: msg`Delivered`,
  FAILED: msg({ message: 'Failed', context: 'message' }),
  CANCELLED: msg({ message: 'Cancelled', context: 'message' }),
};
export const STATES = Object.keys(stateWords) as MessageState[];

export const channelWords: Record<MessageChannel, MessageDescriptor> = {
  LETTER: msg`Letter`,
  SMS: msg`Text message`,
};
export const CHANNELS = Object.keys(channelWords) as MessageChannel[];

export const occasionWords: Record<MessageOccasion, MessageDescriptor> = {
  PLAN: msg`Follow-up plan`,
  APPOINTMENT: msg`Contact or visit`,
  QUESTIONNAIRE: msg`Questionnaire on symptoms`,
  SCREENING_RECALL: msg`Screening recall`,
};
export const OCCASIONS = Object.keys(occasionWords) as MessageOccasion[];

export const reasonWords: Record<MessageReason, MessageDescriptor> = {
  WITHDRAWN: msg`withdrawn`,
  DEATH: msg`the patient has died`,
  REFUSED: msg`the patient refuses further contacts`,
  CARE_ENDED: msg`no longer in the institution’s care`,
  MOOT: msg`what it is about is over`,
  NO_NUMBER: msg`no telephone number on record`,
  NO_ADDRESS: msg`no address on record`,
  GATEWAY: msg`the gateway did not take it`,
};

/** Each language by its own name. */
export const LANGUAGES: Record<MessageLanguage, string> = { zh: '中文', en: 'English' };
