/** A meeting of the tumour board: planned, put off, called off. */
import { Trans, useLingui } from '@lingui/react/macro';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { type Meeting, useBoardWork } from './data.ts';

export function MeetingDialog({
  meeting,
  day,
  onClose,
}: {
  /** Null where one is planned. */
  meeting: Pick<Meeting, 'id' | 'on' | 'name' | 'place' | 'cancelled'> | null;
  /** The day to begin with. */
  day: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [on, setOn] = useState<string | null>(meeting?.on ?? day);
  const [name, setName] = useState(meeting?.name ?? '');
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [cancelled, setCancelled] = useState(meeting?.cancelled ?? false);
  const save = useBoardWork(onClose);
  return (
    <FormDialog
      title={meeting === null ? t`Plan a meeting` : t`Change the meeting`}
      submit={<Trans>Save</Trans>}
      disabled={on === null || name.trim() === '' || save.isPending}
      problem={
        save.error?.message ??
        (save.data === false ? t`There is another meeting of this name on that day.` : null)
      }
      onSubmit={() =>
        on !== null &&
        save.mutate({
          work: 'meeting',
          id: meeting?.id ?? null,
          meeting: { on, name: name.trim(), place: place.trim() || null, cancelled },
        })
      }
      onClose={onClose}
    >
      <TextField
        label={t`Which board`}
        value={name}
        required
        onChange={(event) => setName(event.target.value)}
        helperText={t`Such as: lung tumour board`}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <DateField label={t`Day`} value={on} onChange={(next) => setOn(next ?? null)} />
      <TextField
        label={t`Place`}
        value={place}
        onChange={(event) => setPlace(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      {meeting !== null && (
        <FormControlLabel
          control={
            <Checkbox
              checked={cancelled}
              onChange={(event) => setCancelled(event.target.checked)}
            />
          }
          label={t`The meeting does not take place`}
        />
      )}
    </FormDialog>
  );
}
