/** Whether a decision was carried out. */
import { Trans, useLingui } from '@lingui/react/macro';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { FormDialog } from '../../../design/form-dialog.tsx';
import type { BoardOutcomeKind } from '../../../graph/generated/graphql.ts';
import { type Decision, useBoardWork } from './data.ts';
import { OUTCOMES, outcomeWords } from './words.ts';

export function OutcomeDialog({
  id,
  decision,
  onClose,
}: {
  id: string;
  decision: Decision;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const [outcome, setOutcome] = useState<BoardOutcomeKind | null>(null);
  const [note, setNote] = useState('');
  const save = useBoardWork(onClose);
  const needed = outcome !== null && outcome !== 'CARRIED_OUT';
  return (
    <FormDialog
      title={t`Was the decision carried out?`}
      submit={<Trans>Save</Trans>}
      disabled={outcome === null || (needed && note.trim().length < 3) || save.isPending}
      problem={
        save.error?.message ??
        (save.data === false ? t`The decision was corrected meanwhile. Read the page again.` : null)
      }
      onSubmit={() =>
        outcome !== null &&
        save.mutate({
          ...{ work: 'outcome', id, version: decision.version, outcome },
          note: note.trim() || null,
        })
      }
      onClose={onClose}
    >
      <div>{decision.decision}</div>
      <RadioGroup
        aria-label={t`Was the decision carried out?`}
        value={outcome ?? ''}
        onChange={(_, value) => setOutcome(value as BoardOutcomeKind)}
      >
        {OUTCOMES.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            label={i18n._(outcomeWords[one])}
          />
        ))}
      </RadioGroup>
      <TextField
        label={t`Why not, or how instead`}
        value={note}
        required={needed}
        multiline
        minRows={2}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
