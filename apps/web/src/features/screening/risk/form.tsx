/** One form for every model: each input once, with where its value comes from. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../../design/page.tsx';
import { formatPartialDate } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { answersQuery, type Known, type RiskInput, type Values } from './data.ts';

const none: Values = {};

/** Cancers and the rules that are of them, of the models in force. */
function useCancers() {
  const label = useLabel();
  const { data } = useQuery(answersQuery(none));
  const found = new Map<string, string[]>();
  for (const { of, rule } of data?.answers ?? [])
    found.set(label(of), [...(found.get(label(of)) ?? []), rule.id]);
  return found;
}

export function RiskForm({
  inputs,
  known,
  values,
  recorded,
  onChange,
}: {
  inputs: readonly RiskInput[];
  known: readonly Known[];
  values: Values;
  recorded: Values;
  onChange: (values: Values) => void;
}) {
  const { t } = useLingui();
  const cancers = useCancers();
  const [cancer, setCancer] = useState('');
  const rules = cancers.get(cancer);
  const shown = inputs.filter((input) => !rules || input.rules.some((id) => rules.includes(id)));
  const set = (id: string, value: string) => {
    const { [id]: _, ...rest } = values;
    onChange(value.trim() === '' ? rest : { ...rest, [id]: value });
  };
  return (
    <Panel
      title={<Trans>What is known</Trans>}
      detail={t`${Object.keys(values).length} of ${inputs.length} known`}
      actions={
        <Button size="small" onClick={() => onChange(recorded)}>
          {known.length > 0 ? <Trans>As recorded</Trans> : <Trans>Empty the form</Trans>}
        </Button>
      }
    >
      <TextField
        select
        fullWidth
        size="small"
        label={t`Ask for`}
        value={cancer}
        onChange={(event) => setCancer(event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ my: 1 }}
      >
        <MenuItem value="">
          <Trans>every cancer</Trans>
        </MenuItem>
        {[...cancers.keys()].map((name) => (
          <MenuItem key={name} value={name}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <Box
        component="form"
        onSubmit={(event) => event.preventDefault()}
        aria-label={t`What is known`}
      >
        {shown.map((input) => (
          <Entry
            key={input.id}
            input={input}
            value={values[input.id] ?? ''}
            known={known.find((one) => one.input === input.id)}
            onChange={(value) => set(input.id, value)}
          />
        ))}
      </Box>
    </Panel>
  );
}

function Entry({
  input,
  value,
  known,
  onChange,
}: {
  input: RiskInput;
  value: string;
  known: Known | undefined;
  onChange: (value: string) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const choices =
    input.kind === 'flag'
      ? [
          { value: 'true', words: t`yes` },
          { value: 'false', words: t`no` },
        ]
      : input.choices
          .filter((choice) => choice.value !== 'unknown')
          .map((choice) => ({ value: choice.value, words: label(choice.label) }));
  const wordsOf = (said: string) => choices.find((one) => one.value === said)?.words ?? said;
  const helper = known
    ? known.value === value
      ? [t`record: ${label(known.source)}`, known.date && formatPartialDate(known.date)]
          .filter(Boolean)
          .join(', ')
      : t`the record says ${wordsOf(known.value)}`
    : input.kind === 'number' && input.max != null
      ? `${input.min ?? 0}–${input.max >= 1e6 ? input.max.toExponential(0) : input.max}`
      : undefined;
  return (
    <TextField
      fullWidth
      size="small"
      margin="dense"
      select={choices.length > 0}
      label={label(input.label)}
      value={value}
      helperText={helper}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        select: { displayEmpty: true },
        inputLabel: {
          shrink: true,
          sx: { whiteSpace: 'normal', position: 'static', transform: 'none', typography: 'body2' },
        },
        htmlInput: {
          maxLength: 20,
          ...(choices.length === 0 && { inputMode: 'decimal' as const }),
        },
      }}
      sx={{ '& legend': { display: 'none' }, '& fieldset': { top: 0 } }}
    >
      {choices.length > 0 && [
        <MenuItem key="" value="">
          {t`not known`}
        </MenuItem>,
        ...choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {choice.words}
          </MenuItem>
        )),
      ]}
    </TextField>
  );
}
