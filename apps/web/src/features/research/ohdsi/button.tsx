/** The way to OHDSI's ATLAS and from it; what reads circe's expressions is fetched when it is asked for. */
import { Trans } from '@lingui/react/macro';
import { mdiSwapHorizontal } from '@mdi/js';
import Button from '@mui/material/Button';
import type { CohortDefinition } from '@nodp/cohorts';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../../design/icon.tsx';

const OhdsiDialog = lazy(async () => ({ default: (await import('./dialog.tsx')).OhdsiDialog }));

export function OhdsiButton({
  definition,
  release,
}: {
  definition: CohortDefinition;
  release: number;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        startIcon={<Icon path={mdiSwapHorizontal} />}
        onClick={() => setOpen(true)}
      >
        <Trans>OHDSI</Trans>
      </Button>
      {open && (
        <Suspense>
          <OhdsiDialog definition={definition} release={release} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
