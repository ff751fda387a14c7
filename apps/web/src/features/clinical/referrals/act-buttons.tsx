/** What the reader's institution may do with a referral as it stands. */
import { useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import type { ReferralDetailFragment } from '../../../graph/generated/graphql.ts';
import type { ReferralAct } from './act-dialog.tsx';

const ActDialog = lazy(async () => ({
  default: (await import('./act-dialog.tsx')).ActDialog,
}));

export const actsOf = ({ way, state }: ReferralDetailFragment): readonly ReferralAct[] => {
  if (way === 'SENT') return state === 'WAITING' || state === 'ACCEPTED' ? ['withdraw'] : [];
  if (state === 'WAITING') return ['accept', 'decline'];
  return state === 'ACCEPTED' ? ['answer'] : [];
};

export function ActButtons({
  referral,
  whose,
}: {
  referral: ReferralDetailFragment;
  whose: string;
}) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<ReferralAct | null>(null);
  const words: Record<ReferralAct, string> = {
    accept: t`Accept …`,
    decline: t`Decline …`,
    answer: t`Answer …`,
    withdraw: t`Withdraw …`,
  };
  return (
    <>
      {actsOf(referral).map((act) => (
        <Button
          key={act}
          size="small"
          variant={act === 'accept' || act === 'answer' ? 'outlined' : 'text'}
          aria-label={`${words[act]} ${whose}`}
          onClick={() => setAsking(act)}
        >
          {words[act]}
        </Button>
      ))}
      {asking !== null && (
        <Suspense>
          <ActDialog
            id={referral.id}
            act={asking}
            whose={whose}
            until={referral.until}
            onClose={() => setAsking(null)}
          />
        </Suspense>
      )}
    </>
  );
}
