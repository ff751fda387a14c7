/** One or several of many, found by typing. Its face stands until someone turns to it. */
import { mdiMenuDown } from '@mdi/js';
import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { SxProps } from '@mui/material/styles';
import type { ComponentType } from 'react';
import { useId } from 'react';
import { Icon } from '../icon.tsx';
import type { Choice } from './choice.ts';
import type { PickProps } from './properties.ts';
import { type Face, useWhenMeant } from './when-meant.ts';

const byWords = async (): Promise<ComponentType<PickProps>> =>
  (await import('./pick-control.tsx')).PickControl;

export function PickBox({
  label,
  choices,
  chosen,
  single = false,
  onChange,
  control = byWords,
  sx,
}: Omit<PickProps, 'beginning' | 'single'> & {
  single?: boolean;
  /** Fetches the picker, where it finds its choices in a way of its own. */
  control?: () => Promise<ComponentType<PickProps>>;
}) {
  const meant = useWhenMeant(control, chosen.length > 0);
  return meant.control ? (
    <meant.control
      label={label}
      choices={choices}
      chosen={chosen}
      single={single}
      onChange={onChange}
      beginning={meant.beginning}
      sx={sx}
    />
  ) : (
    <PickFace
      label={label}
      words={chosen.map((c: Choice) => c.words).join(', ')}
      face={meant.face}
      sx={sx}
    />
  );
}

function PickFace({
  label,
  words,
  face,
  sx,
}: {
  label: string;
  words: string;
  face: Face;
  sx: SxProps;
}) {
  const id = useId();
  return (
    <FormControl size="small" sx={sx}>
      <InputLabel htmlFor={id}>{label}</InputLabel>
      <OutlinedInput
        id={id}
        label={label}
        value={words || face.typed}
        onChange={(event) => face.open(event.target.value)}
        onFocus={face.onFocus}
        onBlur={face.onBlur}
        onPointerEnter={face.onPointerEnter}
        onMouseDown={(event) => {
          if (event.button === 0) face.open(face.typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') face.open(face.typed);
        }}
        inputProps={{
          role: 'combobox',
          'aria-expanded': false,
          'aria-autocomplete': 'list',
          autoComplete: 'off',
        }}
        endAdornment={
          <Icon
            path={mdiMenuDown}
            sx={{ fontSize: 24, color: 'action.active', mr: '-5px', flex: 'none' }}
          />
        }
      />
    </FormControl>
  );
}
