/** Words of what the patient reports. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Questionnaire, SymptomAlert } from './data.ts';

export const questionnaireStates: Record<Questionnaire['state'], MessageDescriptor> = {
  OPEN: msg({ message: 'open', context: 'questionnaire' }),
  COMPLETED: msg({ message: 'completed', context: 'questionnaire' }),
  EXPIRED: msg({ message: 'expired', context: 'questionnaire' }),
  REVOKED: msg({ message: 'revoked', context: 'questionnaire' }),
  CLOSED: msg({ message: 'closed', context: 'questionnaire' }),
};

export const verdictWords: Record<'ACTED' | 'DISMISSED', MessageDescriptor> = {
  ACTED: msg`Acted on`,
  DISMISSED: msg`Dismiss`,
};

export type Verdict = Exclude<SymptomAlert['state'], 'OPEN' | 'WITHDRAWN'>;
