/** Cancels a job once it has been confirmed. */
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';

export function CancelJob({ name, onCancel }: { name: string; onCancel: () => void }) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        <Trans>Cancel the job</Trans>
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={id}>
        <DialogTitle id={id}>
          <Trans>Cancel this job: {name}?</Trans>
        </DialogTitle>
        <DialogContent>
          <DialogContentText>
            <Trans>What it has begun is undone. The job can be requested again.</Trans>
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>
            <Trans>Let it go on</Trans>
          </Button>
          <Button
            variant="contained"
            color="error"
            onClick={() => {
              setAsking(false);
              onCancel();
            }}
          >
            <Trans>Cancel the job</Trans>
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
