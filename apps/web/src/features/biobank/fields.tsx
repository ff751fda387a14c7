/** Fields of the biobank's forms. */
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useLabel } from '../../i18n/label.ts';
import { termsQuery } from './queries.ts';

export type Choice = { value: string; words: string };

/** One of a list, as the browser's own control: it opens on every telephone. */
export function ChoiceField({
  label,
  choices,
  value,
  empty,
  onChange,
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  /** What stands for none; without it one has to be chosen. */
  empty?: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <TextField
      id={id}
      select
      fullWidth
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true, htmlFor: id } }}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </TextField>
  );
}

export function WordsField({
  label,
  value,
  onChange,
  type = 'text',
  lines = 1,
  optional = false,
  helper,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'number' | 'date' | 'datetime-local';
  lines?: number;
  optional?: boolean;
  helper?: string;
}) {
  return (
    <TextField
      fullWidth
      label={label}
      value={value}
      type={type}
      required={!optional}
      multiline={lines > 1}
      minRows={lines}
      helperText={helper}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: type === 'number' ? { step: 'any' } : { maxLength: 2000 },
        ...(type === 'date' || type === 'datetime-local' ? { inputLabel: { shrink: true } } : {}),
      }}
    />
  );
}

/** A typed number; null where the field is empty. */
export const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** The biobank's lists of terms as choices. */
export function useTerms() {
  const label = useLabel();
  const { data } = useQuery(termsQuery);
  const of = (list: 'types' | 'temperatures' | 'uses' | 'preservations' | 'procedures') =>
    (data?.[list] ?? []).map((term) => ({ value: term.code, words: label(term.label) }));
  return { of, units: (data?.units ?? []).map((unit) => ({ value: unit, words: unit })) };
}
