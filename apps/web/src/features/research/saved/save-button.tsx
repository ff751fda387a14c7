/** Saves the cohort that is being edited; its dialog is fetched when it is asked for. */
import { Trans } from '@lingui/react/macro';
import { mdiContentSaveOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import type { CohortDefinition } from '@nodp/cohorts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Icon } from '../../../design/icon.tsx';

const SaveDialog = lazy(async () => ({ default: (await import('./save-dialog.tsx')).SaveDialog }));

export function SaveButton({
  definition,
  release,
  variant,
  children,
}: {
  definition: CohortDefinition;
  release: number;
  variant?: 'outlined' | 'contained';
  /** What it is called; Save where left out. */
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        variant={variant ?? 'text'}
        startIcon={<Icon path={mdiContentSaveOutline} />}
        onClick={() => setOpen(true)}
      >
        {children ?? <Trans>Save</Trans>}
      </Button>
      {open && (
        <Suspense>
          <SaveDialog definition={definition} release={release} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
