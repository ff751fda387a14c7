/** Takes a step of an export; what follows is said before. */
import { Trans, useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { ErrorWords } from '../../../design/states.tsx';
import { execute } from '../../../graph/execute.ts';
import {
  type DataExportStepKind,
  StepDataExportDocument,
} from '../../../graph/generated/graphql.ts';
import { projectsKey } from '../queries.ts';
import { exportActionWords, exportConsequences, needsWords } from './words.ts';

export default function StepDialog({
  id,
  kind,
  onClose,
}: {
  id: string;
  kind: DataExportStepKind;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const take = useMutation({
    mutationFn: () => execute(StepDataExportDocument, { input: { id, kind, words } }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: projectsKey }),
  });
  const destroys = kind === 'WITHDRAW' || kind === 'DECLINE' || kind === 'REVOKE';
  return (
    <FormDialog
      title={i18n._(exportActionWords[kind])}
      submit={i18n._(exportActionWords[kind])}
      color={destroys ? 'error' : 'primary'}
      disabled={(needsWords(kind) && words.trim() === '') || take.isPending}
      problem={
        take.isError ? (
          <>
            <Trans>It was not done:</Trans> <ErrorWords error={take.error} />
          </>
        ) : null
      }
      onSubmit={() => take.mutate()}
      onClose={onClose}
    >
      <Typography variant="body2">{i18n._(exportConsequences[kind])}</Typography>
      <TextField
        label={needsWords(kind) ? t`Reason` : t`Remark`}
        value={words}
        required={needsWords(kind)}
        autoFocus
        multiline
        minRows={2}
        onChange={(event) => setWords(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </FormDialog>
  );
}
