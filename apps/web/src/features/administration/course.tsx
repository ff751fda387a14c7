/** One figure over the last two hours: its latest value, its highest, and the course between. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';

const WIDTH = 240;
const HEIGHT = 48;

/** Lines of a drawing, broken where nothing was measured. */
const linesOf = (values: readonly (number | null)[], most: number): string =>
  values
    .map((value, i) => {
      if (value === null) return '';
      const x = values.length < 2 ? WIDTH : (WIDTH * i) / (values.length - 1);
      const y = HEIGHT - 2 - ((HEIGHT - 4) * value) / (most || 1);
      const starts = i === 0 || values[i - 1] === null;
      const alone = starts && (values[i + 1] ?? null) === null;
      return `${starts ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}${alone ? 'h.1' : ''}`;
    })
    .join('');

export function Course({
  name,
  values,
  format,
  least = 0,
}: {
  name: string;
  values: readonly (number | null)[];
  format: (value: number) => string;
  /** The scale reaches at least this far: small changes stay small. */
  least?: number;
}) {
  const known = values.filter((value) => value !== null);
  const latest = values.at(-1) ?? null;
  const highest = known.length === 0 ? null : Math.max(...known);
  const now = latest === null ? '—' : format(latest);
  const top = highest === null ? '—' : format(highest);
  return (
    <Paper variant="outlined" sx={{ p: 1.25, minWidth: 0 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography variant="h3" component="p" sx={{ my: 0.25 }}>
        {now}
      </Typography>
      <Box
        component="svg"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden
        sx={{ display: 'block', width: '100%', height: HEIGHT, color: 'primary.main' }}
      >
        <path
          d={linesOf(values, Math.max(highest ?? 0, least))}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
          strokeLinecap="round"
        />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <Trans>highest in two hours: {top}</Trans>
      </Typography>
    </Paper>
  );
}
