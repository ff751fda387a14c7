/** The board's decision on a rule, with its reason. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { execute } from '../../graph/execute.ts';
import { SwitchClinicalRuleDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import type { Rule } from './queries.ts';
import { problemWords } from './words.ts';

const least = 10;

export function SwitchDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const client = useQueryClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState(rule.mark === 'CONFIRMED');
  const work = useMutation({
    mutationFn: async () =>
      (
        await execute(SwitchClinicalRuleDocument, {
          rule: rule.id,
          version: rule.version,
          inForce: !rule.inForce,
          confirmed,
          reason,
        })
      ).switchClinicalRule,
    onSuccess: async ({ problem }) => {
      await client.invalidateQueries({ queryKey: ['clinical-rules'] });
      if (problem === null) onClose();
    },
  });
  const name = label(rule.title);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          work.mutate();
        }}
      >
        <DialogTitle id={id}>
          {rule.inForce ? t`Switch off: ${name}` : t`Switch on: ${name}`}
        </DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1.5 }}>
            {rule.inForce ? (
              <Trans>
                It disappears from every patient’s page. What was entered for it is retained.
              </Trans>
            ) : (
              <Trans>
                Every patient’s page shows version {rule.version} from now on, where it applies. Try
                it with the board’s own cases first.
              </Trans>
            )}
          </DialogContentText>
          <TextField
            label={t`Reason (recorded, with your account, in the history and the audit)`}
            value={reason}
            required
            fullWidth
            multiline
            minRows={2}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <FormControlLabel
            sx={{ mt: 1 }}
            control={
              <Checkbox
                checked={confirmed}
                onChange={(event) => setConfirmed(event.target.checked)}
              />
            }
            label={t`The board compared this version with its source`}
          />
          {work.data?.problem && (
            <Alert severity="warning" sx={{ mt: 1 }}>
              {i18n._(problemWords[work.data.problem])}
            </Alert>
          )}
          {work.isError && (
            <Alert severity="error" sx={{ mt: 1 }}>
              {work.error.message}
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
            disabled={reason.trim().length < least || work.isPending}
          >
            {rule.inForce ? <Trans>Switch off</Trans> : <Trans>Switch on</Trans>}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
