/** A dialog that is a form: what is asked, why it was not taken, and the two ways to end it. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { type ReactNode, useId } from 'react';

export function FormDialog({
  title,
  submit,
  disabled,
  problem,
  status,
  color,
  actions,
  onSubmit,
  onClose,
  children,
}: {
  title: ReactNode;
  /** What the button that sends it says; null once nothing is left to be sent. */
  submit: ReactNode | null;
  /** Whether it is not to be sent: incomplete, or under way. */
  disabled: boolean;
  /** Why it was not taken; null where nothing was refused. */
  problem: ReactNode | null;
  /** What came of it, said aloud when it changes. */
  status?: ReactNode;
  color?: 'primary' | 'error';
  /** Further buttons, before those that end it. */
  actions?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 1.5, mt: 1 }}>{children}</Stack>
          {status !== undefined && <div role="status">{status}</div>}
          {problem !== null && (
            <Alert severity="error" sx={{ mt: 1.5 }}>
              {problem}
            </Alert>
          )}
        </DialogContent>
        <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
          {actions}
          <Button onClick={onClose}>
            {submit === null ? <Trans>Close this window</Trans> : <Trans>Cancel</Trans>}
          </Button>
          {submit !== null && (
            <Button type="submit" variant="contained" color={color} disabled={disabled}>
              {submit}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
