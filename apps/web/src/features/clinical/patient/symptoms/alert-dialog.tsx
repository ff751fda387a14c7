/** The reason for what an account makes of a symptom's alert. */
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
import { execute } from '../../../../graph/execute.ts';
import { ActOnSymptomAlertDocument } from '../../../../graph/generated/graphql.ts';
import type { SymptomAlert } from './data.ts';
import { type Verdict, verdictWords } from './words.ts';

type Props = {
  alert: SymptomAlert;
  name: string;
  patientId: string;
  verdict: Verdict;
  onClose: () => void;
};

export function SymptomDialog({ alert, name, patientId, verdict, onClose }: Props) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: async () => execute(ActOnSymptomAlertDocument, { id: alert.id, verdict, reason }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['patient', patientId, 'symptoms'] });
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate();
        }}
      >
        <DialogTitle id={id}>
          {i18n._(verdictWords[verdict])}: {name}
        </DialogTitle>
        <DialogContent>
          <TextField
            label={t`Reason`}
            value={reason}
            required
            multiline
            minRows={2}
            fullWidth
            onChange={(event) => setReason(event.target.value)}
            helperText={t`3 characters at least; kept with your account and audited`}
            slotProps={{ htmlInput: { maxLength: 500 } }}
            sx={{ mt: 1 }}
          />
          {act.isError && (
            <Alert severity="error" sx={{ mt: 1 }}>
              <Trans>It was not kept:</Trans> {act.error.message}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={reason.trim().length < 3 || act.isPending}
          >
            <Trans>Keep</Trans>
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
