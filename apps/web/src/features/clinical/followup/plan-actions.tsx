/** What may be done with plans of follow-up made here: made, changed, ended, withdrawn. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { useLabel } from '../../../i18n/label.ts';
import { type KnownPlan, useWithdrawPlan } from './plans.ts';

const PlanDialog = lazy(async () => ({
  default: (await import('./plan-dialog.tsx')).PlanDialog,
}));

/** Opens the form of a new plan, or of one that is there. */
export function PlanButton({
  patientId,
  name,
  plan,
}: {
  patientId: string;
  name: string;
  plan: KnownPlan | null;
}) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const what = plan?.what ?? '';
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={plan === null ? undefined : t`Change the plan: ${what}`}
        onClick={() => setAsking(true)}
      >
        {plan === null ? <Trans>Make a plan …</Trans> : <Trans>Change …</Trans>}
      </Button>
      {asking && (
        <Suspense>
          <PlanDialog
            patientId={patientId}
            name={name}
            plan={plan}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Withdraws a plan that was made in error, asked twice. */
export function WithdrawPlan({ id, what }: { id: string; what: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const [sure, setSure] = useState(false);
  const withdraw = useWithdrawPlan(() => setSure(false));
  if (withdraw.isError) return <span role="alert">{withdraw.error.message}</span>;
  if (withdraw.data?.outcome === 'refused')
    return <span role="alert">{withdraw.data.problems.map(label).join(' ')}</span>;
  return sure ? (
    <Button
      size="small"
      color="error"
      variant="contained"
      disabled={withdraw.isPending}
      onClick={() => withdraw.mutate(id)}
    >
      <Trans>Withdraw the plan</Trans>
    </Button>
  ) : (
    <Button
      size="small"
      color="inherit"
      aria-label={t`Made in error: ${what}`}
      onClick={() => setSure(true)}
    >
      <Trans>Made in error</Trans>
    </Button>
  );
}
