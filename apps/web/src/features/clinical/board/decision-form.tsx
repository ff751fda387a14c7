/** What the board decides: options, decision, why, who, by when. A correction says why. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { formatDay } from '../../../format/date.ts';
import { type CasePage, type Decision, useBoardWork } from './data.ts';

/** What is written one in a line. */
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function DecisionForm({
  case_: one,
  former,
  onDone,
}: {
  case_: CasePage;
  /** The version that is corrected; null of the first. */
  former: Decision | null;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const client = useQueryClient();
  // Who attends is the same for every case of a meeting: it is offered again while the page is open.
  const attendedKey = ['board-attended', one.meeting.id];
  const [today] = useState(() => formatDay(Date.now()));
  const [options, setOptions] = useState(former?.options.join('\n') ?? '');
  const [decision, setDecision] = useState(former?.decision ?? '');
  const [reason, setReason] = useState(former?.reason ?? '');
  const [attended, setAttended] = useState(
    former?.attended.join('\n') ?? client.getQueryData<string>(attendedKey) ?? one.presenter,
  );
  const [decidedOn, setDecidedOn] = useState<string | null>(
    former?.decidedOn ?? (one.meeting.on <= today ? one.meeting.on : today),
  );
  const [dueOn, setDueOn] = useState<string | null>(former?.dueOn ?? null);
  const [correction, setCorrection] = useState('');
  const save = useBoardWork(() => {
    client.setQueryData(attendedKey, attended);
    onDone();
  });
  const complete =
    decision.trim().length >= 3 &&
    reason.trim().length >= 3 &&
    lines(attended).length > 0 &&
    decidedOn !== null &&
    (former === null || correction.trim().length >= 3);
  const area = { multiline: true, fullWidth: true } as const;
  return (
    <Box
      component="form"
      className="screen-only"
      aria-label={former === null ? t`Record the decision` : t`Correct the decision`}
      onSubmit={(event) => {
        event.preventDefault();
        if (decidedOn === null) return;
        save.mutate({
          work: 'decide',
          id: one.id,
          after: former?.version ?? 0,
          decision: {
            ...{ options: lines(options), decision: decision.trim(), reason: reason.trim() },
            ...{ attended: lines(attended), decidedOn, dueOn },
            correction: former === null ? null : correction.trim(),
          },
        });
      }}
      sx={{ display: 'grid', gap: 1.5, mt: 1.5, maxWidth: 960 }}
    >
      <TextField
        {...area}
        label={t`Options considered, one in a line`}
        value={options}
        minRows={2}
        onChange={(event) => setOptions(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <TextField
        {...area}
        label={t`Decision`}
        value={decision}
        required
        minRows={2}
        onChange={(event) => setDecision(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <TextField
        {...area}
        label={t`Why`}
        value={reason}
        required
        minRows={2}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <TextField
        {...area}
        label={t`Who attended and decided, one in a line`}
        value={attended}
        required
        minRows={2}
        onChange={(event) => setAttended(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 3000 } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <DateField
          label={t`Decided on`}
          value={decidedOn}
          onChange={(day) => setDecidedOn(day ?? null)}
        />
        <DateField
          label={t`To be carried out by`}
          value={dueOn}
          onChange={(day) => setDueOn(day ?? null)}
        />
      </Box>
      {former !== null && (
        <TextField
          {...area}
          label={t`Why it is corrected`}
          value={correction}
          required
          onChange={(event) => setCorrection(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      )}
      {save.isError && (
        <Alert severity="error">
          <Trans>It was not saved:</Trans> {save.error.message}
        </Alert>
      )}
      {save.data === false && (
        <Alert severity="warning">
          <Trans>
            It was not saved: somebody recorded a decision meanwhile, or the case was taken from the
            list.
          </Trans>
        </Alert>
      )}
      <div>
        <Button type="submit" variant="contained" disabled={!complete || save.isPending}>
          {former === null ? <Trans>Save the decision</Trans> : <Trans>Save the correction</Trans>}
        </Button>
      </div>
    </Box>
  );
}
