/** A list that opens: MUI's Select, fetched when it is meant. */
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useEffect, useRef } from 'react';
import type { SelectBoxProps } from './properties.ts';
import type { Beginning } from './when-meant.ts';
import { wordsOf } from './words-of.ts';

/** The keyboard comes to greyed choices too, so that their reasons are read out. */
const reachable = { slotProps: { list: { disabledItemsFocusable: true } } } as const;

/** Greyed choices can be read, with their reason beneath them. */
const reasoned = {
  flexWrap: 'wrap',
  whiteSpace: 'normal',
  maxWidth: 420,
  '&.Mui-disabled': { opacity: 1, color: 'text.secondary', cursor: 'not-allowed' },
} as const;

type Props = Omit<SelectBoxProps, 'sx'> & { id: string; beginning: Beginning };

export function SelectControl({
  id,
  label,
  choices,
  chosen,
  several = false,
  always = false,
  onChange,
  beginning,
}: Props) {
  const input = useRef<{ focus: () => void }>(null);
  // A control that comes where the focus is must not lose it. MUI's own `autoFocus` turns to its native input first, whose
  // focus nobody sees.
  const focused = useRef(beginning.focused);
  useEffect(() => {
    if (focused.current) input.current?.focus();
  }, []);
  return (
    <Select
      inputRef={input}
      multiple={several}
      displayEmpty={always}
      MenuProps={reachable}
      {...(always ? { notched: true } : {})}
      defaultOpen={beginning.open}
      labelId={`${id}-label`}
      id={id}
      label={label}
      value={several ? chosen : (chosen[0] ?? '')}
      renderValue={() => wordsOf(choices, chosen)}
      onChange={(event) => onChange([event.target.value].flat())}
      sx={{ maxWidth: { sm: 220 } }}
    >
      {choices.flatMap((choice, i) => [
        choice.group !== undefined && choice.group !== choices[i - 1]?.group && (
          <ListSubheader key={choice.group} sx={{ lineHeight: '32px' }}>
            {choice.group}
          </ListSubheader>
        ),
        <MenuItem
          key={choice.value}
          value={choice.value}
          dense
          disabled={choice.absent !== undefined}
          sx={reasoned}
        >
          {several && (
            <Checkbox
              size="small"
              checked={chosen.includes(choice.value)}
              sx={{ p: 0, mr: 1 }}
              tabIndex={-1}
              slotProps={{ input: { 'aria-hidden': true, tabIndex: -1 } }}
            />
          )}
          {choice.mark ?? choice.words}
          {choice.absent !== undefined && (
            <Box component="span" sx={{ flexBasis: '100%', fontSize: 12 }}>
              {choice.absent}
            </Box>
          )}
        </MenuItem>,
      ])}
    </Select>
  );
}
