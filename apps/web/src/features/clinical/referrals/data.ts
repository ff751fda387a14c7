/** Referrals as the pages ask for them, and what may be done with them. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { execute } from '../../../graph/execute.ts';
import {
  AnswerReferralDocument,
  DecideReferralDocument,
  PatientReferralsDocument,
  ReferPatientDocument,
  type ReferralDetailFragment,
  type ReferralInput,
  WithdrawReferralDocument,
} from '../../../graph/generated/graphql.ts';

export const patientReferralsQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'referrals'],
    queryFn: async ({ signal }): Promise<ReferralDetailFragment[]> =>
      (await execute(PatientReferralsDocument, { id }, signal)).patient?.referrals ?? [],
  });

type Work =
  | { readonly work: 'refer'; readonly referral: ReferralInput }
  | { readonly work: 'accept'; readonly id: string }
  | {
      readonly work: 'decline' | 'answer' | 'withdraw';
      readonly id: string;
      readonly words: string;
    };

/** @returns whether it was done */
const perform = async (what: Work): Promise<boolean> => {
  switch (what.work) {
    case 'refer':
      return (
        (await execute(ReferPatientDocument, { referral: what.referral })).referPatient !== null
      );
    case 'accept': {
      const asked = { id: what.id, accept: true };
      return (await execute(DecideReferralDocument, asked)).decideReferral !== null;
    }
    case 'decline': {
      const asked = { id: what.id, accept: false, reason: what.words };
      return (await execute(DecideReferralDocument, asked)).decideReferral !== null;
    }
    case 'answer': {
      const asked = { id: what.id, answer: what.words };
      return (await execute(AnswerReferralDocument, asked)).answerReferral !== null;
    }
    case 'withdraw': {
      const asked = { id: what.id, reason: what.words };
      return (await execute(WithdrawReferralDocument, asked)).withdrawReferral !== null;
    }
  }
};

/** Does something with referrals; lists, worklists and the patients' pages are read again. */
export const useReferralWork = (done: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: perform,
    onSuccess: async (did) => {
      if (did) done();
      await Promise.all([
        client.invalidateQueries({ queryKey: ['referrals'] }),
        client.invalidateQueries({ queryKey: ['tasks'] }),
        client.invalidateQueries({ queryKey: ['patient'], refetchType: 'active' }),
      ]);
    },
  });
};
