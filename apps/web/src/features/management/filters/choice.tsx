/** One of a few, kept in the address. */
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { PrintChosen, useSearchState } from '../../../design/filters.tsx';

export function ChoiceFilter({
  label,
  name,
  value,
  choices,
  usual,
  minWidth = 120,
}: {
  label: string;
  name: string;
  value: string;
  choices: { value: string; words: string }[];
  /** The choice that the address leaves unsaid. */
  usual: string;
  minWidth?: number;
}) {
  const [, set] = useSearchState();
  const chosen = choices.find((c) => c.value === value && c.value !== usual);
  return (
    <>
      <PrintChosen name={label} words={[chosen?.words ?? '']} />
      <TextField
        select
        label={label}
        value={choices.some((c) => c.value === value) ? value : usual}
        onChange={({ target }) =>
          set({ [name]: target.value === usual ? undefined : target.value })
        }
        slotProps={{
          inputLabel: { shrink: true },
          select: { displayEmpty: true },
        }}
        sx={{ minWidth, flex: { xs: '1 1 40%', sm: '0 1 auto' } }}
      >
        {choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value} dense>
            {choice.words}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
