/** Gives an account a larger budget of counts for a project, with a reason and an end. */
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../design/date-field.tsx';
import { FormDialog } from '../../design/form-dialog.tsx';
import { execute } from '../../graph/execute.ts';
import { ApproveProjectDocument } from '../../graph/generated/graphql.ts';

export function ApproveProject({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [accountId, setAccountId] = useState('');
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [counts, setCounts] = useState('100000');
  const [until, setUntil] = useState<string>();
  const approve = useMutation({
    mutationFn: (last: string) =>
      execute(ApproveProjectDocument, {
        input: {
          accountId: accountId.trim(),
          title: title.trim(),
          reason: reason.trim(),
          countsPerDay: Number(counts),
          until: last,
        },
      }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['data-access'] }),
  });
  const complete =
    [accountId, title, reason].every((text) => text.trim() !== '') &&
    /^[1-9]\d{0,6}$/.test(counts) &&
    until !== undefined;
  return (
    <FormDialog
      title={<Trans>Approve a project</Trans>}
      submit={<Trans>Approve</Trans>}
      disabled={!complete || approve.isPending}
      problem={
        approve.isError ? (
          <>
            <Trans>The project was not approved:</Trans> {approve.error.message}
          </>
        ) : null
      }
      onSubmit={() => {
        if (until !== undefined) approve.mutate(until);
      }}
      onClose={onClose}
    >
      <TextField
        label={t`Account`}
        value={accountId}
        required
        autoFocus
        onChange={(event) => setAccountId(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
      />
      <TextField
        label={t`Project`}
        value={title}
        required
        onChange={(event) => setTitle(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        label={t`Reason`}
        value={reason}
        required
        multiline
        minRows={2}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      <TextField
        label={t`Counts a day`}
        value={counts}
        required
        onChange={(event) => setCounts(event.target.value)}
        helperText={t`1 to 1,000,000; the same account’s former project is replaced.`}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 7 } }}
      />
      <DateField label={t`Last day`} value={until ?? null} onChange={setUntil} />
    </FormDialog>
  );
}
