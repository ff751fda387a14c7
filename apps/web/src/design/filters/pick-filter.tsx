/** One or several of many, found by typing and kept in the address. Its face stands until someone turns to it. */
import { mdiMenuDown } from '@mdi/js';
import FormControl from '@mui/material/FormControl';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { ComponentType } from 'react';
import { useId } from 'react';
import { joined } from '../../address.ts';
import { Icon } from '../icon.tsx';
import type { Choice } from './choice.ts';
import { PrintChosen } from './print-chosen.tsx';
import type { PickProps } from './properties.ts';
import { useSearchState } from './search-state.ts';
import { type Face, useWhenMeant } from './when-meant.ts';

const place = { flex: '1 1 200px', maxWidth: { sm: 320 } };

const byWords = async (): Promise<ComponentType<PickProps>> =>
  (await import('./pick-control.tsx')).PickControl;

export function PickFilter({
  label,
  name,
  choices,
  single = false,
  control = byWords,
}: {
  label: string;
  name: string;
  choices: readonly Choice[];
  single?: boolean;
  /** Fetches the picker, where it finds its choices in a way of its own. */
  control?: () => Promise<ComponentType<PickProps>>;
}) {
  const [search, set] = useSearchState();
  const values = search[name]?.split(',') ?? [];
  const chosen = choices.filter((c) => values.includes(c.value));
  const meant = useWhenMeant(control, chosen.length > 0);
  return (
    <>
      <PrintChosen name={label} words={chosen.map((c) => c.words)} />
      {meant.control ? (
        <meant.control
          label={label}
          choices={choices}
          chosen={chosen}
          single={single}
          onChange={(next) => set({ [name]: joined(next.map((c) => c.value)) })}
          beginning={meant.beginning}
          sx={place}
        />
      ) : (
        <PickFace label={label} words={chosen.map((c) => c.words).join(', ')} face={meant.face} />
      )}
    </>
  );
}

function PickFace({ label, words, face }: { label: string; words: string; face: Face }) {
  const id = useId();
  return (
    <FormControl size="small" sx={place}>
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
