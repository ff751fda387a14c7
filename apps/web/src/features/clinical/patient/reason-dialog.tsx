/** The reason for what an account makes of an alert. */
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';

type ReasonDialogProps = {
  /** What is made of what. */
  title: string;
  act: (reason: string) => Promise<unknown>;
  /** The queries of the patient that are asked again. */
  patientId: string;
  parts: readonly string[];
  onClose: () => void;
};

export function ReasonDialog({ title, act, patientId, parts, onClose }: ReasonDialogProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const acting = useMutation({
    mutationFn: () => act(reason),
    onSuccess: async () => {
      onClose();
      for (const part of parts)
        await client.invalidateQueries({ queryKey: ['patient', patientId, part] });
    },
  });
  return (
    <FormDialog
      title={title}
      submit={<Trans>Save</Trans>}
      disabled={reason.trim().length < 3 || acting.isPending}
      problem={
        acting.isError ? (
          <>
            <Trans>It was not saved:</Trans> {acting.error.message}
          </>
        ) : null
      }
      onSubmit={acting.mutate}
      onClose={onClose}
    >
      <TextField
        label={t`Reason`}
        value={reason}
        required
        multiline
        minRows={2}
        fullWidth
        onChange={(event) => setReason(event.target.value)}
        helperText={t`At least 3 characters; recorded with your account and audited`}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
