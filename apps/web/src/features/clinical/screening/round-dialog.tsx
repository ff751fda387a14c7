/** A round of screening: stored as a record of the institution, under the account. */
import { Trans, useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DateField } from '../../../design/date-field.tsx';
import { FormDialog } from '../../../design/form-dialog.tsx';
import { formatDay } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type Programme, programmesQuery, useEnterRound } from './data.ts';

type What = 'test' | 'invited' | 'declined';

function Choice<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: Value | '';
  choices: readonly { readonly value: Value; readonly words: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <TextField
      select
      required
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {choices.map((one) => (
        <MenuItem key={one.value} value={one.value}>
          {one.words}
        </MenuItem>
      ))}
    </TextField>
  );
}

function TestFields({
  programme,
  test,
  result,
  onTest,
  onResult,
}: {
  programme: Programme;
  test: string;
  result: string;
  onTest: (id: string) => void;
  onResult: (code: string) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const chosen = programme.tests.find(({ id }) => id === test);
  return (
    <>
      <Choice
        label={t`Test`}
        value={test}
        choices={programme.tests.map((one) => ({ value: one.id, words: label(one.title) }))}
        onChange={onTest}
      />
      {chosen && (
        <TextField
          select
          label={t`Result by ${chosen.scale}`}
          value={result}
          onChange={(event) => onResult(event.target.value)}
          helperText={t`Left empty, the result is awaited`}
        >
          <MenuItem value="">—</MenuItem>
          {chosen.results.map(({ code, label: words }) => (
            <MenuItem key={code} value={code}>
              {code} · {label(words)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  );
}

export function RoundDialog({
  patientId,
  name,
  programme: first,
  onClose,
}: {
  patientId: string;
  name: string;
  /** The programme that is asked about; undefined where it is to be chosen. */
  programme?: string | undefined;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const programmes = useQuery(programmesQuery).data ?? [];
  const [programmeId, setProgramme] = useState(first ?? '');
  const [what, setWhat] = useState<What>('test');
  const [day, setDay] = useState<string | null>(formatDay(Date.now()));
  const [testId, setTest] = useState('');
  const [result, setResult] = useState('');
  const enter = useEnterRound((answer) => {
    if (answer.outcome === 'taken') onClose();
  });
  const programme = programmes.find(({ id }) => id === programmeId);
  const only = programme?.tests.length === 1 ? programme.tests[0]?.id : undefined;
  const test = testId || (only ?? '');
  const complete =
    programme !== undefined && day !== null && (what !== 'test' || test !== '') && !enter.isPending;
  const problem = enter.isError
    ? enter.error.message
    : enter.data?.outcome === 'refused'
      ? enter.data.problems.map(label).join(' ')
      : null;
  return (
    <FormDialog
      title={t`Screening of ${name}`}
      submit={<Trans>Save</Trans>}
      disabled={!complete}
      problem={problem}
      onClose={onClose}
      onSubmit={() => {
        const isTest = what === 'test';
        enter.mutate({
          ...{ patient: patientId, programme: programmeId },
          invited: what === 'invited' ? day : null,
          declined: what === 'declined' ? day : null,
          tested: isTest ? day : null,
          test: isTest ? test : null,
          result: isTest && result !== '' ? result : null,
        });
      }}
    >
      <Choice
        label={t`Programme`}
        value={programmeId}
        choices={programmes.map(({ id, title }) => ({ value: id, words: label(title) }))}
        onChange={(id) => {
          setProgramme(id);
          setTest('');
          setResult('');
        }}
      />
      <Choice<What>
        label={t`What is entered`}
        value={what}
        choices={[
          { value: 'test', words: t`A test and its result` },
          { value: 'invited', words: t`An invitation` },
          { value: 'declined', words: t`The person opts out` },
        ]}
        onChange={setWhat}
      />
      <DateField label={t`Day`} value={day} onChange={(next) => setDay(next ?? null)} />
      {what === 'test' && programme && (
        <TestFields
          programme={programme}
          test={test}
          result={result}
          onTest={(id) => {
            setTest(id);
            setResult('');
          }}
          onResult={setResult}
        />
      )}
    </FormDialog>
  );
}
