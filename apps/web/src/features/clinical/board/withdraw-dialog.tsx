/** Takes a case that waits from the list of a meeting, with the reason. */
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { useBoardWork } from './data.ts';

export function WithdrawDialog({
  id,
  name,
  onClose,
}: {
  id: string;
  name: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const save = useBoardWork(onClose);
  return (
    <FormDialog
      title={t`Take from the list: ${name}`}
      submit={<Trans>Take off</Trans>}
      disabled={reason.trim().length < 3 || save.isPending}
      problem={
        save.error?.message ??
        (save.data === false ? t`The case does not wait any more. Read the page again.` : null)
      }
      onSubmit={() => save.mutate({ work: 'withdraw', id, reason: reason.trim() })}
      onClose={onClose}
    >
      <TextField
        label={t`Why`}
        value={reason}
        required
        multiline
        minRows={2}
        helperText={t`At least 3 characters; recorded with your account and audited`}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
