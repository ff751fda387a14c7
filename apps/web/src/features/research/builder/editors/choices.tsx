/** A few values side by side, each on or off. */
import { mdiCheck } from '@mdi/js';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { Icon } from '../../../../design/icon.tsx';

export type ChoiceOf<Value> = { value: Value; words: string; colour?: string };

export function Choices<Value extends string>({
  label,
  choices,
  values,
  onChange,
  single,
}: {
  label: string;
  choices: readonly ChoiceOf<Value>[];
  values: readonly Value[];
  onChange: (values: Value[]) => void;
  /** At most one is on. */
  single?: boolean;
}) {
  const toggle = (value: Value) => {
    const on = values.includes(value);
    if (single) return onChange(on ? [] : [value]);
    const wanted = new Set(on ? values.filter((v) => v !== value) : [...values, value]);
    return onChange(choices.map((c) => c.value).filter((v) => wanted.has(v)));
  };
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
      {choices.map(({ value, words, colour }) => {
        const on = values.includes(value);
        return (
          <Chip
            key={value}
            size="medium"
            variant={on ? 'filled' : 'outlined'}
            color={on ? 'primary' : 'default'}
            aria-pressed={on}
            onClick={() => toggle(value)}
            icon={on ? <Icon path={mdiCheck} /> : undefined}
            label={
              colour && !on ? (
                <Box
                  component="span"
                  sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}
                >
                  <Swatch colour={colour} />
                  {words}
                </Box>
              ) : (
                words
              )
            }
            sx={{ height: 28, maxWidth: '100%', '& .MuiChip-icon': { fontSize: 16 } }}
          />
        );
      })}
    </Box>
  );
}

const Swatch = ({ colour }: { colour: string }) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      width: 9,
      height: 9,
      borderRadius: '2px',
      bgcolor: colour,
      boxShadow: 'inset 0 0 0 1px rgb(127 127 127 / 45%)',
    }}
  />
);
