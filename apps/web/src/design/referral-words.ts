/** How referrals stand, in words. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ReferralState } from '../graph/generated/graphql.ts';

export const referralStateWords: Record<ReferralState, MessageDescriptor> = {
  WAITING: msg({ message: 'Not accepted yet', context: 'referral' }),
  ACCEPTED: msg({ message: 'Accepted, in force', context: 'referral' }),
  DECLINED: msg({ message: 'Declined', context: 'referral' }),
  WITHDRAWN: msg({ message: 'Withdrawn', context: 'referral' }),
  ANSWERED: msg({ message: 'Answered', context: 'referral' }),
  EXPIRED: msg({ message: 'Ended without an answer', context: 'referral' }),
};
