/** What came of a follow-up contact: stored as records of the institution, under the account. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { trendWords } from '../../../design/words.ts';
import { formatDay } from '../../../format/date.ts';
import type { ContactOutcomeKind } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { OUTCOMES, outcomeWords, STATUSES, useEnterOutcome } from './outcomes.ts';

type Status = (typeof STATUSES)[number];

export function OutcomeDialog({
  patientId,
  contactId,
  name,
  onClose,
}: {
  patientId: string;
  contactId: string | null;
  name: string;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [outcome, setOutcome] = useState<ContactOutcomeKind | null>(null);
  const [on, setOn] = useState<string | null>(formatDay(Date.now()));
  const [status, setStatus] = useState<Status | null>(null);
  const [died, setDied] = useState('');
  const [cause, setCause] = useState('');
  const [note, setNote] = useState('');
  const [next, setNext] = useState<string | null>(null);
  const enter = useEnterOutcome((answer) => {
    if (answer.outcome === 'taken') onClose();
  });
  const refused =
    enter.data?.outcome === 'refused' ? enter.data.problems.map(label).join(' ') : undefined;
  const problem = enter.error?.message ?? refused;
  const isDead = outcome === 'DIED';
  const complete =
    outcome !== null &&
    on !== null &&
    (outcome !== 'REACHED_WITH_DISEASE' || status !== null) &&
    (!isDead || died !== '');
  return (
    <FormDialog
      title={t`Outcome of the contact: ${name}`}
      submit={<Trans>Save</Trans>}
      disabled={!complete || enter.isPending}
      problem={
        problem === undefined ? null : (
          <>
            <Trans>It was not saved:</Trans> {problem}
          </>
        )
      }
      onSubmit={() => {
        if (outcome === null || on === null) return;
        enter.mutate({
          ...{ patient: patientId, contact: contactId, outcome, on, status },
          died: isDead ? died : null,
          cause: isDead ? cause.trim() || null : null,
          note: note.trim() || null,
          ...(next === null ? {} : { next }),
        });
      }}
      onClose={onClose}
    >
      <RadioGroup
        aria-label={t`What came of it`}
        value={outcome ?? ''}
        onChange={(_, value) => setOutcome(value as ContactOutcomeKind)}
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
      <DateField label={t`Day of the contact`} value={on} onChange={(day) => setOn(day ?? null)} />
      {outcome === 'REACHED_WITH_DISEASE' && (
        <TextField
          select
          required
          label={t`How the disease stands`}
          value={status ?? ''}
          onChange={(event) => setStatus(event.target.value as Status)}
        >
          {STATUSES.map((one) => (
            <MenuItem key={one} value={one}>
              {i18n._(trendWords[one])}
            </MenuItem>
          ))}
        </TextField>
      )}
      {isDead && (
        <>
          <TextField
            required
            label={t`Date of death`}
            value={died}
            onChange={(event) => setDied(event.target.value.trim())}
            helperText={t`As far as it is known: 2026-05-31, 2026-05 or 2026`}
            slotProps={{ htmlInput: { maxLength: 10, inputMode: 'numeric' } }}
          />
          <TextField
            label={t`Cause of death`}
            value={cause}
            onChange={(event) => setCause(event.target.value)}
            helperText={t`An ICD-10 code, or in words`}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
          <Alert severity="warning">
            <Trans>
              A death ends every task, alert and link of the patient at once, for every institution.
            </Trans>
          </Alert>
        </>
      )}
      {!isDead && outcome !== 'REFUSED' && (
        <>
          <DateField
            label={t`Next contact`}
            value={next}
            onChange={(day) => setNext(day ?? null)}
          />
          <span>
            <Trans>
              Left empty, it is planned 3, 6 or 12 months ahead by the years since the plan began:
              customary intervals, to be confirmed by the clinical board.
            </Trans>
          </span>
        </>
      )}
      <TextField
        label={t`Note`}
        value={note}
        multiline
        minRows={2}
        onChange={(event) => setNote(event.target.value)}
        helperText={t`Recorded with your account and audited`}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
