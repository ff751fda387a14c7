/** Opens the form of what came of a contact. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import { openWords } from '../../i18n/language.ts';

const OutcomeDialog = lazy(async () => {
  const [{ OutcomeDialog }] = await Promise.all([
    import('./followup/outcome-dialog.tsx'),
    openWords('clinical-followup'),
  ]);
  return { default: OutcomeDialog };
});

export function OutcomeButton({
  patientId,
  contactId,
  name,
}: {
  patientId: string;
  /** Null where no contact was due. */
  contactId: string | null;
  name: string;
}) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={t`Enter the outcome: ${name}`}
        onClick={() => setAsking(true)}
      >
        <Trans>Outcome …</Trans>
      </Button>
      {asking && (
        <Suspense>
          <OutcomeDialog
            patientId={patientId}
            contactId={contactId}
            name={name}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
