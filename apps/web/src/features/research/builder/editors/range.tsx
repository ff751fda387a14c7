/** Two whole numbers, either of which may be left open; they are asked when typing pauses. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { OpenBounds } from '../../definition/asked.ts';

const pause = 500;

export function RangeEditor({
  name,
  bounds,
  hint,
  signed,
  decimal,
  onChange,
}: {
  /** What the numbers are, for who cannot see the criterion around them. */
  name: string;
  bounds: OpenBounds;
  /** Whether numbers may be negative, and as long as days are. */
  signed?: boolean;
  /** Whether numbers need not be whole. */
  decimal?: boolean;
  /** What an open bound comes to, where that is known. */
  hint?: OpenBounds;
  onChange: (bounds: OpenBounds) => void;
}) {
  const { t } = useLingui();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <NumberField
        label={signed ? t`From, days` : t`From`}
        name={t`${name}: from`}
        value={bounds.from}
        hint={hint?.from}
        signed={signed}
        decimal={decimal}
        onChange={(from) => onChange({ ...bounds, from })}
      />
      <span aria-hidden>–</span>
      <NumberField
        label={signed ? t`To, days (included)` : t`To (included)`}
        name={t`${name}: to`}
        value={bounds.to}
        hint={hint?.to}
        signed={signed}
        decimal={decimal}
        onChange={(to) => onChange({ ...bounds, to })}
      />
    </Box>
  );
}

const written = (value: number | null) => (value === null ? '' : String(value));

/** What of a text is a number as far as it is typed. */
const digitsOf = (text: string, signed: boolean, decimal: boolean): string => {
  if (decimal) return /^-?\d{0,9}(?:\.\d{0,6})?/.exec(text.replace(/[^\d.-]/g, ''))?.[0] ?? '';
  return signed
    ? (/^-?\d{0,5}/.exec(text.replace(/[^\d-]/g, ''))?.[0] ?? '')
    : text.replace(/\D/g, '').slice(0, 4);
};

/** A sign alone is no number yet. */
const readNumber = (text: string): number | null => {
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? null : number;
};

export function NumberField({
  label,
  name,
  value,
  hint,
  signed = false,
  decimal = false,
  onChange,
}: {
  label: string;
  name: string;
  value: number | null;
  hint?: number | null | undefined;
  signed?: boolean | undefined;
  decimal?: boolean | undefined;
  onChange: (value: number | null) => void;
}) {
  const [text, setText] = useState(written(value));
  useEffect(() => setText(written(value)), [value]);
  const commit = () => {
    if (text !== written(value)) onChange(readNumber(text));
  };
  useEffect(() => {
    if (text === written(value)) return;
    const timer = setTimeout(commit, pause);
    return () => clearTimeout(timer);
  });
  return (
    <TextField
      label={label}
      value={text}
      placeholder={written(hint ?? null)}
      onChange={(event) => setText(digitsOf(event.target.value, signed, decimal))}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { inputMode: signed || decimal ? 'text' : 'numeric', 'aria-label': name },
      }}
      sx={{ flex: 1, maxWidth: 140 }}
    />
  );
}
