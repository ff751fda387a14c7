/** The board's decision on a rule, with its reason. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import DialogContentText from '@mui/material/DialogContentText';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../design/form-dialog.tsx';
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
    <FormDialog
      title={rule.inForce ? t`Switch off: ${name}` : t`Switch on: ${name}`}
      submit={rule.inForce ? <Trans>Switch off</Trans> : <Trans>Switch on</Trans>}
      disabled={reason.trim().length < least || work.isPending}
      problem={work.error?.message ?? null}
      status={
        work.data?.problem && (
          <Alert severity="warning" sx={{ mt: 1.5 }}>
            {i18n._(problemWords[work.data.problem])}
          </Alert>
        )
      }
      onSubmit={work.mutate}
      onClose={onClose}
    >
      <DialogContentText>
        {rule.inForce ? (
          <Trans>
            It disappears from every patient’s page. What was entered for it is retained.
          </Trans>
        ) : (
          <Trans>
            Every patient’s page shows version {rule.version} from now on, where it applies. Try it
            with the board’s own cases first.
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
        control={
          <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
        }
        label={t`The board compared this version with its source`}
      />
    </FormDialog>
  );
}
