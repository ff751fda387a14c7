/** Does something to records of persons once it was said why. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button, { type ButtonProps } from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';

/** In characters, as the graph asks for. */
const shortest = 10;

export function ReasonDialog({
  action,
  what,
  color = 'primary',
  onConfirm,
}: {
  /** What the button says. */
  action: string;
  /** What will happen. */
  what: ReactNode;
  color?: NonNullable<ButtonProps['color']>;
  /** @returns whether it was done */
  onConfirm: (reason: string) => Promise<boolean>;
}) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const id = useId();
  const change = useMutation({
    mutationFn: () => onConfirm(reason.trim()),
    onSuccess: (done) => {
      if (!done) return;
      setAsking(false);
      setReason('');
    },
  });
  return (
    <>
      <Button size="small" color={color} onClick={() => setAsking(true)}>
        {action}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={id} fullWidth>
        <DialogTitle id={id}>{action}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1.5 }}>{what}</DialogContentText>
          <TextField
            label={t`Why (10 characters at least)`}
            value={reason}
            multiline
            minRows={2}
            fullWidth
            autoFocus
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            sx={{ mt: 1 }}
          />
          {change.isError && (
            <Alert severity="error" sx={{ mt: 1 }}>
              <Trans>It was not done:</Trans> {change.error.message}
            </Alert>
          )}
          {change.data === false && (
            <Alert severity="warning" sx={{ mt: 1 }}>
              <Trans>It was changed meanwhile. Read the page again.</Trans>
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            variant="contained"
            color={color}
            disabled={reason.trim().length < shortest || change.isPending}
            onClick={() => change.mutate()}
          >
            {action}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
