/** Applies the edits to the whole pool again, once it has been confirmed: for national data managers. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { AppLink } from '../../../design/links.tsx';
import { execute } from '../../../graph/execute.ts';
import { ApplyEditsDocument } from '../../../graph/generated/graphql.ts';

export function ApplyEdits() {
  const [asking, setAsking] = useState(false);
  const id = useId();
  const client = useQueryClient();
  const apply = useMutation({
    mutationFn: () => execute(ApplyEditsDocument, {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
  if (apply.isSuccess)
    return (
      <Alert severity="success" sx={{ mt: 2 }}>
        <Trans>
          The edits are being applied to the whole pool; how far it is stands under{' '}
          <AppLink to="/data-centre/jobs">Jobs</AppLink>.
        </Trans>
      </Alert>
    );
  return (
    <>
      <Button
        variant="outlined"
        sx={{ mt: 2, alignSelf: 'center' }}
        onClick={() => setAsking(true)}
      >
        <Trans>Apply the edits to the whole pool again</Trans>
      </Button>
      {apply.isError && (
        <Alert severity="error" sx={{ mt: 2 }}>
          <Trans>It was not done:</Trans> {apply.error.message}
        </Alert>
      )}
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={id}>
        <DialogTitle id={id}>
          <Trans>Apply the edits to every stored record?</Trans>
        </DialogTitle>
        <DialogContent>
          <DialogContentText>
            <Trans>
              Records that an edit finds now are held, out of patients’ pages, rules and new
              releases, until the data manager of their sender decides. Held records that no edit
              finds any more are taken. It runs by itself when an edit changed.
            </Trans>
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>
            <Trans>Not now</Trans>
          </Button>
          <Button
            variant="contained"
            disabled={apply.isPending}
            onClick={() => {
              setAsking(false);
              apply.mutate();
            }}
          >
            <Trans>Apply the edits</Trans>
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
