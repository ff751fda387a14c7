/** A picker that is typed in: MUI's Autocomplete, fetched when it is meant. */
import { useLingui } from '@lingui/react/macro';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { finder } from '@nodp/terminology/search';
import { useEffect, useRef, useState } from 'react';
import type { Choice } from './choice.ts';
import type { PickProps } from './properties.ts';

/** The choices that answer to what is typed, the best first. */
export type Find = (choices: readonly Choice[], typed: string) => Choice[];

const byWords: Find = finder(({ words, names = [], codes = [] }: Choice) => ({
  names: [words, ...names],
  codes,
}));

export function PickControl({
  label,
  choices,
  chosen,
  single,
  onChange,
  beginning,
  sx,
  find = byWords,
}: PickProps & { find?: Find }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(beginning.open);
  const [typed, setTyped] = useState(beginning.typed);
  const drawn = useRef(false);
  useEffect(() => {
    drawn.current = true;
  }, []);
  const shared = {
    open,
    onOpen: () => setOpen(true),
    onClose: () => setOpen(false),
    inputValue: typed,
    onInputChange: (_: unknown, text: string) => {
      // As it is first drawn it would empty what was typed into its face.
      if (drawn.current) setTyped(text);
    },
    options: choices as Choice[],
    getOptionLabel: (c: Choice) => c.words,
    getOptionKey: (c: Choice) => c.value,
    isOptionEqualToValue: (a: Choice, b: Choice) => a.value === b.value,
    filterOptions: (all: Choice[], { inputValue }: { inputValue: string }) => find(all, inputValue),
    clearText: t`Clear`,
    openText: t`Open`,
    closeText: t`Close`,
    noOptionsText: t`No matches`,
    renderInput: (params: object) => (
      <TextField {...params} label={label} autoFocus={beginning.focused} />
    ),
    renderOption: (
      { key, ...props }: React.HTMLAttributes<HTMLLIElement> & { key?: React.Key },
      c: Choice,
    ) => (
      <li key={key} {...props}>
        {c.mark ?? c.words}
      </li>
    ),
    sx,
  };
  return single ? (
    <Autocomplete
      {...shared}
      value={chosen[0] ?? null}
      onChange={(_, value) => onChange(value ? [value] : [])}
    />
  ) : (
    <Autocomplete
      {...shared}
      multiple
      disableCloseOnSelect
      limitTags={1}
      value={chosen}
      onChange={(_, value) => onChange(value)}
    />
  );
}
