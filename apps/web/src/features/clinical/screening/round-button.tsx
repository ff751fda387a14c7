/** Opens the form of a round of screening. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';

const RoundDialog = lazy(async () => ({
  default: (await import('./round-dialog.tsx')).RoundDialog,
}));

export function RoundButton({
  patientId,
  name,
  programme,
}: {
  patientId: string;
  name: string;
  programme?: string;
}) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-label={t`Enter screening: ${name}`}
        onClick={() => setOpen(true)}
      >
        <Trans>Enter …</Trans>
      </Button>
      {open && (
        <Suspense>
          <RoundDialog
            patientId={patientId}
            name={name}
            programme={programme}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
