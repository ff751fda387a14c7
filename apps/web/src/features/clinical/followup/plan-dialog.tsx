/** A plan of follow-up made, changed or ended: stored as a record of the institution, under the account. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useCodeWords } from '../../../design/code-words.ts';
import { DateField } from '../../../design/date-field.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { formatDay, isDay } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { PlanItems } from './plan-items.tsx';
import {
  ACTIVITY_STATUSES,
  isOver,
  type KnownPlan,
  PLAN_STATUSES,
  type PlannedItem,
  type PlanStatus,
  scheduleOf,
  useEnterPlan,
} from './plans.ts';

const today = () => formatDay(Date.now());
const known = <Value extends string>(values: readonly Value[], text: string | null, or: Value) =>
  values.find((one) => one === text) ?? or;

export function PlanDialog({
  patientId,
  name,
  plan,
  onClose,
}: {
  patientId: string;
  name: string;
  /** Null makes one. */
  plan: KnownPlan | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const code = useCodeWords();
  const [what, setWhat] = useState(plan?.what ?? '');
  const [status, setStatus] = useState<PlanStatus>(
    known(PLAN_STATUSES, plan?.status ?? null, 'active'),
  );
  const [started, setStarted] = useState<string | null>(plan?.startedOn ?? today());
  const [ended, setEnded] = useState<string | null>(plan?.endedOn ?? null);
  const [items, setItems] = useState<readonly PlannedItem[]>(
    plan?.activities.map((one) => ({
      what: one.what,
      status: known(ACTIVITY_STATUSES, one.status, 'not-started'),
    })) ?? [],
  );
  const [on, setOn] = useState<string | null>(null);
  const [at, setAt] = useState('09:00');
  const [venue, setVenue] = useState('');
  const [callOff, setCallOff] = useState(true);
  const over = isOver(status);
  const enter = useEnterPlan((answer) => {
    if (answer.outcome === 'taken') onClose();
  });
  const schedule = useMutation({
    mutationFn: () => scheduleOf(patientId),
    onSuccess: (found) => {
      if (found === null) return;
      if (what === '') setWhat(label(found.title));
      setItems((former) => [
        ...former,
        ...found.due.map((one) => ({
          what: `${label(one)} · ${one.on}`,
          status: 'not-started' as const,
        })),
      ]);
    },
  });
  const refused =
    enter.data?.outcome === 'refused' ? enter.data.problems.map(label).join(' ') : undefined;
  const problem = enter.error?.message ?? refused;
  const complete =
    what.trim() !== '' &&
    started !== null &&
    isDay(started) &&
    items.every((one) => one.what.trim() !== '') &&
    /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(at);
  return (
    <FormDialog
      title={plan === null ? t`A plan of follow-up: ${name}` : t`Change the plan: ${name}`}
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
        if (started === null) return;
        enter.mutate({
          ...{ patient: patientId, plan: plan?.id ?? null, what: what.trim(), status, started },
          ended: over ? (ended ?? today()) : ended,
          activities: items.map((one) => ({ ...one, what: one.what.trim() })),
          visit: over || on === null ? null : { on, at, venue: venue.trim() || null },
          callOff: over && callOff,
        });
      }}
      onClose={onClose}
    >
      <TextField
        required
        label={t`Plan`}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button size="small" disabled={schedule.isPending} onClick={() => schedule.mutate()}>
          <Trans>Fill in from the surveillance schedule</Trans>
        </Button>
        <span role="status">
          {schedule.isError
            ? schedule.error.message
            : schedule.isSuccess && schedule.data === null
              ? t`No schedule is known for this patient.`
              : schedule.isSuccess
                ? t`Filled in: customary dates, to be confirmed by the clinical board.`
                : ''}
        </span>
      </Box>
      <TextField
        select
        label={t`Status`}
        value={status}
        onChange={(event) => setStatus(event.target.value as PlanStatus)}
      >
        {PLAN_STATUSES.map((one) => (
          <MenuItem key={one} value={one}>
            {code('status', one)}
          </MenuItem>
        ))}
      </TextField>
      <DateField label={t`First day`} value={started} onChange={(day) => setStarted(day ?? null)} />
      <DateField label={t`Last day`} value={ended} onChange={(day) => setEnded(day ?? null)} />
      <PlanItems items={items} onChange={setItems} />
      {over ? (
        <>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={callOff}
                onChange={(_, checked) => setCallOff(checked)}
              />
            }
            label={t`Call off the appointments made here that are still to come`}
          />
          <Alert severity="info">
            <Trans>
              Letters and text messages about a plan that is over are not sent any more.
            </Trans>
          </Alert>
        </>
      ) : (
        <>
          <DateField label={t`Appointment on`} value={on} onChange={(day) => setOn(day ?? null)} />
          {on !== null && (
            <>
              <TextField
                label={t`Time`}
                value={at}
                onChange={(event) => setAt(event.target.value)}
                helperText={t`Hours and minutes, as 09:30`}
                slotProps={{ htmlInput: { maxLength: 5, inputMode: 'numeric' } }}
              />
              <TextField
                label={t`Place`}
                value={venue}
                onChange={(event) => setVenue(event.target.value)}
                helperText={t`A letter about the appointment says it`}
                slotProps={{ htmlInput: { maxLength: 200 } }}
              />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
