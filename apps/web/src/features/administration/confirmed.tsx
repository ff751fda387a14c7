/** A button that does what it says once that has been confirmed. */
import { Trans } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId, useState } from 'react';

export function Confirmed({
  action,
  question,
  children,
  disabled,
  ready = true,
  onConfirm,
}: {
  action: string;
  question: string;
  /** What will have happened then. */
  children: ReactNode;
  disabled: boolean;
  /** Whether what has to be typed is complete. */
  ready?: boolean;
  onConfirm: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  return (
    <>
      <Button size="small" variant="outlined" disabled={disabled} onClick={() => setAsking(true)}>
        {action}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={id}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setAsking(false);
            onConfirm();
          }}
        >
          <DialogTitle id={id}>{question}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            <Button onClick={() => setAsking(false)}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" variant="contained" color="error" disabled={!ready}>
              {action}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
