/** A field of a held record, with the values that it takes. */
import { useLingui } from '@lingui/react/macro';
import Autocomplete from '@mui/material/Autocomplete';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { BASES_OF_DIAGNOSIS } from '@nodp/terminology/basis-of-diagnosis';
import { morphologies } from '@nodp/terminology/morphology';
import { topographies } from '@nodp/terminology/topography';
import { useMemo } from 'react';
import { useLabel } from '../../../i18n/label.ts';
import type { HeldField } from './requests.ts';

/** Options that are shown at once: who types on finds the others. */
const MOST_SHOWN = 60;

interface InputProps {
  readonly field: HeldField;
  readonly value: string;
  /** Whether the gateway could not read it. */
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}

export function FieldInput(props: InputProps) {
  const { t } = useLingui();
  const label = useLabel();
  const { field, value, wrong, onChange } = props;
  if (field.type === 'topography' || field.type === 'morphology') return <CodeInput {...props} />;
  if (field.type === 'basis-of-diagnosis')
    return (
      <TextField
        select
        size="small"
        label={label(field.label)}
        value={value}
        error={wrong}
        onChange={(event) => onChange(event.target.value)}
        sx={{ minWidth: 260, flex: 1 }}
      >
        {[...BASES_OF_DIAGNOSIS].map(([code, { label: words }]) => (
          <MenuItem key={code} value={code}>
            {code} {label(words)}
          </MenuItem>
        ))}
      </TextField>
    );
  const helper = {
    date: t`yyyy, yyyy-MM or yyyy-MM-dd; empty where it is not known`,
    time: t`yyyy-MM-dd, or with a time: 2026-03-14T09:30:00+08:00`,
    number: t`A number, with a point`,
    text: '',
  }[field.type];
  return (
    <TextField
      size="small"
      label={label(field.label)}
      value={value}
      error={wrong}
      helperText={helper}
      onChange={(event) => onChange(event.target.value)}
      sx={{ minWidth: 220, flex: 1 }}
      slotProps={{
        htmlInput: {
          maxLength: 200,
          ...(field.type === 'number' ? { inputMode: 'decimal' as const } : {}),
        },
      }}
    />
  );
}

function CodeInput({ field, value, wrong, onChange }: InputProps) {
  const label = useLabel();
  const options = useMemo(
    () =>
      field.type === 'topography'
        ? topographies()
            .filter(({ code }) => code.length > 3)
            .map(({ code, label: words }) => ({ code, words: label(words) }))
        : morphologies().map(({ code, en, zh }) => ({
            code,
            words: label({ en, zh: zh ?? en }),
          })),
    [field.type, label],
  );
  return (
    <Autocomplete
      freeSolo
      size="small"
      options={options}
      inputValue={value}
      onInputChange={(_, text, why) => {
        if (why !== 'reset') onChange(text);
      }}
      onChange={(_, chosen) => {
        if (chosen !== null) onChange(typeof chosen === 'string' ? chosen : chosen.code);
      }}
      getOptionLabel={(option) =>
        typeof option === 'string' ? option : `${option.code} ${option.words}`
      }
      filterOptions={(all, { inputValue }) => {
        const sought = inputValue.trim().toLowerCase();
        return all
          .filter(
            ({ code, words }) =>
              code.toLowerCase().startsWith(sought) || words.toLowerCase().includes(sought),
          )
          .slice(0, MOST_SHOWN);
      }}
      renderInput={(params) => <TextField {...params} label={label(field.label)} error={wrong} />}
      sx={{ minWidth: 260, flex: 1 }}
    />
  );
}
