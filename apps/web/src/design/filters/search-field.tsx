/** Words to look for; they reach the address when typing pauses. */
import { useLingui } from '@lingui/react/macro';
import { mdiClose, mdiMagnify } from '@mdi/js';
import FormControl from '@mui/material/FormControl';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useId, useLayoutEffect, useState } from 'react';
import { Icon } from '../icon.tsx';
import { announceTyping } from '../outdated.tsx';
import { PrintChosen } from './print-chosen.tsx';
import { useSearchState } from './search-state.ts';

export function SearchField({
  label,
  name = 'q',
  title,
}: {
  label: string;
  name?: string;
  /** What can be typed, where the label has no room for it. */
  title?: string;
}) {
  const { t } = useLingui();
  const id = useId();
  const [search, set] = useSearchState();
  const inAddress = search[name] ?? '';
  const [text, setText] = useState(inAddress);
  useEffect(() => setText(inAddress), [inAddress]);
  const pending = text.trim() !== inAddress;
  // In time for the next paint: nothing of the list before can be clicked once a letter is typed.
  useLayoutEffect(() => (pending ? announceTyping() : undefined), [pending]);
  useEffect(() => {
    if (text.trim() === inAddress) return;
    const timer = setTimeout(() => set({ [name]: text.trim() || undefined }), 300);
    return () => clearTimeout(timer);
  });
  return (
    <>
      <PrintChosen name={label} words={[inAddress]} />
      <FormControl
        size="small"
        title={title}
        sx={{
          flex: '1 1 240px',
          maxWidth: { sm: 360 },
          '& input::-webkit-search-cancel-button': { display: 'none' },
        }}
      >
        <InputLabel htmlFor={id}>{label}</InputLabel>
        <OutlinedInput
          id={id}
          type="search"
          label={label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') set({ [name]: text.trim() || undefined });
          }}
          startAdornment={
            <InputAdornment position="start">
              <Icon path={mdiMagnify} />
            </InputAdornment>
          }
          endAdornment={
            text && (
              <InputAdornment position="end">
                <IconButton aria-label={t`Clear`} edge="end" onClick={() => setText('')}>
                  <Icon path={mdiClose} sx={{ fontSize: 16 }} />
                </IconButton>
              </InputAdornment>
            )
          }
        />
      </FormControl>
    </>
  );
}
