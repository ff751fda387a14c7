/** What came of a task, and why. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import DialogContentText from '@mui/material/DialogContentText';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import type { TaskResult, TaskRowFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type Choices, useAct } from './data.ts';
import { resultWords } from './words.ts';

export function FinishDialog({
  task,
  kind: { results, noted },
  name,
  onClose,
}: {
  task: TaskRowFragment;
  kind: Choices['worklistCounts'][number];
  name: string;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [result, setResult] = useState<TaskResult | null>(null);
  const [note, setNote] = useState('');
  const finish = useAct((changed) => {
    if (changed > 0) onClose();
  });
  const needed = result !== null && noted.includes(result);
  return (
    <FormDialog
      title={
        <>
          {label(task.title)}: {name}
        </>
      }
      submit={<Trans>Save</Trans>}
      disabled={result === null || (needed && note.trim().length < 3) || finish.isPending}
      problem={
        finish.isError ? (
          <>
            <Trans>It was not saved:</Trans> {finish.error.message}
          </>
        ) : null
      }
      status={
        finish.data === 0 && (
          <Alert severity="warning" sx={{ mt: 1.5 }}>
            <Trans>The task does not wait any more. Read the page again.</Trans>
          </Alert>
        )
      }
      onSubmit={() => {
        if (result !== null)
          finish.mutate({ act: 'finish', id: task.id, result, note: note.trim() || null });
      }}
      onClose={onClose}
    >
      <DialogContentText>{label(task.why)}</DialogContentText>
      <RadioGroup
        aria-label={t`What came of it`}
        value={result ?? ''}
        onChange={(_, value) => setResult(value as TaskResult)}
      >
        {results.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            label={i18n._(resultWords[one])}
          />
        ))}
      </RadioGroup>
      <TextField
        label={t`Note`}
        value={note}
        required={needed}
        multiline
        minRows={2}
        fullWidth
        onChange={(event) => setNote(event.target.value)}
        helperText={
          needed
            ? t`At least 3 characters; recorded with your account and audited`
            : t`Recorded with your account and audited`
        }
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
