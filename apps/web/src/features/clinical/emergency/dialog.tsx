/** Asks who the patient of an emergency is, and why the record is needed. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import DialogContentText from '@mui/material/DialogContentText';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { execute } from '../../../graph/execute.ts';
import { BreakGlassDocument, type BreakGlassInput } from '../../../graph/generated/graphql.ts';

const nobody: BreakGlassInput = { name: '', nationalId: '', birthDate: '', reason: '' };

export function EmergencyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [input, setInput] = useState(nobody);
  const open = useMutation({
    mutationFn: async () => (await execute(BreakGlassDocument, { input })).breakGlass,
    onSuccess: ({ patientId }) => {
      if (patientId) void navigate({ to: `/clinical/patients/${patientId}` as string });
    },
  });
  const field = (name: keyof BreakGlassInput, label: string, more: object = {}) => (
    <TextField
      label={label}
      value={input[name]}
      required
      fullWidth
      onChange={(event) => setInput({ ...input, [name]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 500, autoComplete: 'off' } }}
      {...more}
    />
  );
  const complete = Object.values(input).every((text) => text.trim() !== '');
  return (
    <FormDialog
      title={<Trans>Access in an emergency</Trans>}
      submit={<Trans>Open the record</Trans>}
      color="error"
      disabled={!complete || open.isPending}
      problem={
        open.isError ? (
          <>
            <Trans>The record could not be asked for:</Trans> {open.error.message}
          </>
        ) : null
      }
      status={
        <>
          {open.data?.state === 'NOT_FOUND' && (
            <Alert severity="info" sx={{ mt: 1.5 }}>
              <Trans>Nobody known has this number, date of birth and name.</Trans>
            </Alert>
          )}
          {open.data?.state === 'TOO_MANY' && (
            <Alert severity="warning" sx={{ mt: 1.5 }}>
              <Trans>More than ten tries in an hour. Wait, or ask the patient’s hospital.</Trans>
            </Alert>
          )}
        </>
      }
      onSubmit={open.mutate}
      onClose={onClose}
    >
      <DialogContentText>
        <Trans>
          Opens the record of a patient whom your institution does not treat yet, to you alone, for
          four hours. Your data manager reviews it afterwards, and the patient’s hospitals see it.
        </Trans>
      </DialogContentText>
      {field('name', t`Name, whole`)}
      {field('nationalId', t`National identification number`)}
      {field('birthDate', t`Date of birth`, { placeholder: t`yyyy-MM-dd` })}
      {field('reason', t`Why (10 characters at least)`, { multiline: true, minRows: 2 })}
    </FormDialog>
  );
}
