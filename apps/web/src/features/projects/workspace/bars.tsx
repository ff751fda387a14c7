/** Persons by value as bars, with their numbers: what a table of two columns says at a glance. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { formatCount } from '../../../format/quantity.ts';
import type { Answer } from './queries.ts';

const MOST_BARS = 40;

export function Bars({ answer, label }: { answer: Answer; label: string }) {
  const { t } = useLingui();
  const bars = answer.rows
    .map(([value, persons]) => ({ value: value ?? null, persons: Number(persons) }))
    .toSorted((a, b) => b.persons - a.persons)
    .slice(0, MOST_BARS);
  const most = Math.max(1, ...bars.map(({ persons }) => persons));
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {bars.map(({ value, persons }) => (
        <Box
          component="li"
          key={value ?? '\u0000'}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(72px, 180px) 1fr 72px',
            alignItems: 'center',
            gap: 1,
            py: 0.25,
          }}
        >
          <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
            {value ?? t({ message: 'none', context: 'value' })}
          </Box>
          <Box aria-hidden sx={{ bgcolor: 'action.hover' }}>
            <Box
              sx={{ height: 14, bgcolor: 'primary.main', width: `${(100 * persons) / most}%` }}
            />
          </Box>
          <Box component="span" sx={{ textAlign: 'end', fontVariantNumeric: 'tabular-nums' }}>
            {formatCount(persons)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
