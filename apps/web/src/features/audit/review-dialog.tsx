/** Asks what was found of an access. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { AccessVerdict } from '../../graph/generated/graphql.ts';

export type Verdict = { verdict: AccessVerdict; remark: string };

export function ReviewDialog({
  name,
  onReview,
}: {
  /** Which access, for whoever hears the button. */
  name: string;
  onReview: (verdict: Verdict) => Promise<unknown>;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [remark, setRemark] = useState('');
  const id = useId();
  const review = useMutation({
    mutationFn: (verdict: AccessVerdict) => onReview({ verdict, remark }),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['access-reviews'] });
    },
  });
  return (
    <>
      <Button size="small" aria-label={t`Review: ${name}`} onClick={() => setAsking(true)}>
        <Trans>Review</Trans>
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} aria-labelledby={id} fullWidth>
        <DialogTitle id={id}>
          <Trans>What did you find? {name}</Trans>
        </DialogTitle>
        <DialogContent>
          <TextField
            label={t`Remark`}
            value={remark}
            multiline
            minRows={2}
            fullWidth
            onChange={(event) => setRemark(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            sx={{ mt: 1 }}
          />
          {review.isError && (
            <Alert severity="error" sx={{ mt: 1 }}>
              <Trans>The review was not saved:</Trans> {review.error.message}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>
            <Trans>Not yet</Trans>
          </Button>
          <Button
            color="error"
            disabled={review.isPending}
            onClick={() => review.mutate('UNJUSTIFIED')}
          >
            <Trans>Not justified</Trans>
          </Button>
          <Button
            variant="contained"
            disabled={review.isPending}
            onClick={() => review.mutate('JUSTIFIED')}
          >
            <Trans>Justified</Trans>
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
