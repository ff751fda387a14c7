/** Words of quality indicators. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CareIndicatorSeen } from '../../graph/generated/graphql.ts';

export const seenWords: Record<CareIndicatorSeen, MessageDescriptor> = {
  SEEN: msg`Its text was read`,
  SEEN_IN_PART: msg`Its text was read in part`,
  NOT_SEEN: msg`Its text was not read: restated from what is known of it`,
};
