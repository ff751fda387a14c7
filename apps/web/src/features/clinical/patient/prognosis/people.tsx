/** A hundred people, of whom so many are drawn full. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { wholePeople } from './answer.ts';

const [across, cell, radius] = [20, 11, 4];

export function HundredPeople({ people, label }: { people: number; label: string }) {
  const { t } = useLingui();
  const whole = wholePeople(people);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ typography: 'body2' }}>
        <strong>{t`${whole} of 100`}</strong> · {label}
      </Box>
      <Box
        component="svg"
        role="img"
        aria-label={t`${whole} of 100: ${label}`}
        viewBox={`0 0 ${across * cell} ${5 * cell}`}
        sx={{ display: 'block', width: '100%', maxWidth: across * cell, mt: 0.5 }}
      >
        {Array.from({ length: 100 }, (_, i) => (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: a hundred places without identity
            key={i}
            cx={(i % across) * cell + cell / 2}
            cy={Math.floor(i / across) * cell + cell / 2}
            r={radius}
            fill={i < whole ? 'var(--mui-palette-primary-main)' : 'none'}
            stroke={
              i < whole ? 'var(--mui-palette-primary-main)' : 'var(--mui-palette-text-secondary)'
            }
          />
        ))}
      </Box>
    </Box>
  );
}
