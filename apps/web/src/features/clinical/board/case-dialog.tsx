/** Puts a patient before the tumour board, or changes the case while it waits. */
import { Trans, useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { formatDay } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { choicesQuery, useBoardWork, type Work } from './data.ts';
import { type ChosenPatient, PatientChoice } from './patient-choice.tsx';

/** Of the list of meetings: one that is planned with the case. */
const NEW = 'new';

interface WaitingCase {
  readonly id: string;
  readonly question: string;
  readonly presenter: string;
}

export function CaseDialog({
  patient: given,
  meeting: first,
  waiting,
  tumour = null,
  onClose,
}: {
  /** Null where the person chooses one. */
  patient: ChosenPatient | null;
  /** The meeting to begin with. */
  meeting: string | null;
  /** The case that is changed; null where one is added. */
  waiting: WaitingCase | null;
  /** The tumour that is discussed; of a patient who is chosen here the leading one. */
  tumour?: string | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const [today] = useState(() => formatDay(Date.now()));
  const meetings = useQuery(choicesQuery(today));
  const [patient, setPatient] = useState(given);
  const [chosen, setChosen] = useState(first);
  const [on, setOn] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [question, setQuestion] = useState(waiting?.question ?? '');
  const [typed, setTyped] = useState<string | null>(waiting?.presenter ?? null);
  const presenter = typed ?? (me ? label(me.name) : '');
  const known = meetings.data ?? [];
  const choices = [
    ...known.map((one) => ({ id: one.id, words: `${one.on} · ${one.name}` })),
    ...(waiting === null ? [{ id: NEW, words: t`Another meeting …` }] : []),
  ];
  // A meeting of a former day is not among those to come.
  const meeting = choices.some(({ id }) => id === chosen) ? chosen : (known[0]?.id ?? null);
  const isNew = chosen === NEW || (waiting === null && meetings.isSuccess && known.length === 0);
  const save = useBoardWork(onClose);
  const planned = isNew ? on !== null && name.trim() !== '' : meeting !== null;
  const complete =
    patient !== null && planned && question.trim().length >= 3 && presenter.trim() !== '';
  const work = (): Work | null => {
    if (patient === null) return null;
    const said = { question: question.trim(), presenter: presenter.trim() };
    if (isNew)
      return on === null
        ? null
        : {
            ...{ work: 'add', patient: patient.id, tumour: tumour ?? patient.tumour, ...said },
            meeting: { on, name: name.trim() },
          };
    if (meeting === null) return null;
    return waiting === null
      ? { work: 'add', meeting, patient: patient.id, tumour: tumour ?? patient.tumour, ...said }
      : { work: 'change', id: waiting.id, meeting, ...said };
  };
  return (
    <FormDialog
      title={
        waiting !== null
          ? t`Change the case: ${given?.name ?? ''}`
          : given === null
            ? t`Put a patient before the board`
            : t`Put before the board: ${given.name}`
      }
      submit={<Trans>Save</Trans>}
      disabled={!complete || save.isPending}
      problem={
        save.error?.message ??
        meetings.error?.message ??
        (save.data === false
          ? t`It was not saved: the patient is on the list of this meeting already, or the meeting was changed meanwhile.`
          : null)
      }
      onSubmit={() => {
        const what = work();
        if (what !== null) save.mutate(what);
      }}
      onClose={onClose}
    >
      {given === null && <PatientChoice chosen={patient} onChoose={setPatient} />}
      <TextField
        select
        label={t`Meeting`}
        value={isNew ? NEW : (meeting ?? '')}
        required
        onChange={(event) => setChosen(event.target.value)}
      >
        {choices.map(({ id, words }) => (
          <MenuItem key={id} value={id}>
            {words}
          </MenuItem>
        ))}
      </TextField>
      {isNew && (
        <>
          <TextField
            label={t`Which board`}
            value={name}
            required
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
          <DateField
            label={t`Day of the meeting`}
            value={on}
            onChange={(next) => setOn(next ?? null)}
          />
        </>
      )}
      <TextField
        label={t`Question to the board`}
        value={question}
        required
        multiline
        minRows={3}
        onChange={(event) => setQuestion(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      <TextField
        label={t`Presented by`}
        value={presenter}
        required
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
    </FormDialog>
  );
}
