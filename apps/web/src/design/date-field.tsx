/** A day, typed as the platform writes days. A browser's own field would write it its own way. */
import { useLingui } from '@lingui/react/macro';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import { isDay } from '../format/date.ts';
import { PrintSelection } from './print/parts.tsx';

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
    <>
      {value && <PrintSelection name={label}>{value}</PrintSelection>}
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
    </>
  );
}
