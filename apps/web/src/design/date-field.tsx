/**
 * A day, typed as the platform writes days, or picked from the browser's calendar. The browser's own field would write
 * days its own way; its calendar, which keyboards and screen readers know, is opened beside the text.
 */
import { useLingui } from '@lingui/react/macro';
import { mdiCalendar } from '@mdi/js';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { isDay } from '../format/date.ts';
import { Icon } from './icon.tsx';
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
  const calendar = useRef<HTMLInputElement>(null);
  const wrong = text !== '' && !isDay(text);
  return (
    <>
      {value && <PrintSelection name={label}>{value}</PrintSelection>}
      <TextField
        label={label}
        value={text}
        placeholder={t`yyyy-MM-dd`}
        error={wrong && text.length >= 10}
        helperText={
          wrong && text.length >= 10 ? t`Write the day as year-month-day: 2026-03-01.` : undefined
        }
        onChange={(event) => {
          const next = event.target.value.trim();
          setText(next);
          if (next === '' || isDay(next)) onChange(next || undefined);
        }}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { inputMode: 'numeric', maxLength: 10 },
          input: {
            endAdornment: (
              <InputAdornment position="end" sx={{ position: 'relative' }}>
                <input
                  ref={calendar}
                  type="date"
                  tabIndex={-1}
                  aria-hidden
                  value={isDay(text) ? text : ''}
                  onChange={(event) => onChange(event.target.value || undefined)}
                  style={{
                    position: 'absolute',
                    inset: 0,
                    opacity: 0,
                    pointerEvents: 'none',
                    width: '100%',
                  }}
                />
                <IconButton
                  aria-label={t`Open the calendar: ${label}`}
                  edge="end"
                  onClick={() => calendar.current?.showPicker()}
                >
                  <Icon path={mdiCalendar} sx={{ fontSize: 18 }} />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
        sx={{ width: 190 }}
      />
    </>
  );
}
