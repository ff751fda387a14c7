/** Starts a build once it has been confirmed. */
import { Trans } from '@lingui/react/macro';
import { mdiDatabaseLockOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import { Icon } from '../../design/icon.tsx';

export function StartBuild({ busy, onStart }: { busy: boolean; onStart: () => void }) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        variant="contained"
        disabled={busy}
        startIcon={<Icon path={mdiDatabaseLockOutline} />}
        onClick={() => setAsking(true)}
      >
        <Trans>Build a release</Trans>
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={id}>
        <DialogTitle id={id}>
          <Trans>Build a new release?</Trans>
        </DialogTitle>
        <DialogContent>
          <DialogContentText>
            <Trans>
              It copies the clinical records of every institution, removes direct identifiers, and
              becomes the release that research uses from then on. A release is never changed or
              withdrawn afterwards.
            </Trans>
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="contained"
            onClick={() => {
              setAsking(false);
              onStart();
            }}
          >
            <Trans>Build</Trans>
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
