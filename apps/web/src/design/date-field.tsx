/** A day, typed as the platform writes days. A browser's own field would write it its own way. */
import { useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { spanOfPartialDate } from '../format/date.ts';

/** Whether a text is a day of the calendar, yyyy-MM-dd. */
export const isDay = (text: string): boolean => {
  const span = text.length === 10 ? spanOfPartialDate(text) : null;
  return span !== null && new Date(span.start).toISOString().startsWith(text);
};

export function DateField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (day: string | undefined) => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const wrong = text !== '' && !isDay(text);
  return (
    <TextField
      label={label}
      value={text}
      placeholder="yyyy-MM-dd"
      error={wrong && text.length >= 10}
      helperText={wrong && text.length >= 10 ? t`Write the day as yyyy-MM-dd.` : undefined}
      onChange={(event) => {
        const next = event.target.value.trim();
        setText(next);
        if (next === '' || isDay(next)) onChange(next || undefined);
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { inputMode: 'numeric', maxLength: 10 },
      }}
      sx={{ width: 170 }}
    />
  );
}
