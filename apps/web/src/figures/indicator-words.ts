/** What an indicator says of a case. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CareResult } from '../graph/generated/graphql.ts';

export const resultWords: Record<CareResult, MessageDescriptor> = {
  MET: msg({ message: 'met', context: 'indicator' }),
  NOT_MET: msg({ message: 'not met', context: 'indicator' }),
  CANNOT_BE_JUDGED: msg({ message: 'cannot be judged', context: 'indicator' }),
};
