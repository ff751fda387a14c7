/** A list that opens: MUI's Select, fetched when it is meant. */
import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import type { SelectBoxProps } from './properties.ts';
import type { Beginning } from './when-meant.ts';
import { wordsOf } from './words-of.ts';

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
  return (
    <Select
      multiple={several}
      displayEmpty={always}
      {...(always ? { notched: true } : {})}
      // A control that comes where the focus is must not lose it.
      autoFocus={beginning.focused}
      defaultOpen={beginning.open}
      labelId={`${id}-label`}
      id={id}
      label={label}
      value={several ? chosen : (chosen[0] ?? '')}
      renderValue={() => wordsOf(choices, chosen)}
      onChange={(event) => onChange([event.target.value].flat())}
      sx={{ maxWidth: { sm: 220 } }}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value} dense>
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
        </MenuItem>
      ))}
    </Select>
  );
}
