/** A range within a criterion of several parts, under what its numbers are. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Bounds } from '@nodp/cohorts';
import type { OpenBounds } from '../../definition/asked.ts';
import { RangeEditor } from './range.tsx';

export const opened = ({ from, to }: Bounds = {}): OpenBounds => ({
  from: from ?? null,
  to: to ?? null,
});

export const closed = ({ from, to }: OpenBounds): Bounds => ({
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
});

export function LabelledRange({
  label,
  bounds,
  signed = false,
  decimal = false,
  onChange,
}: {
  label: string;
  bounds: OpenBounds;
  /** Whether the numbers are days, before something too. */
  signed?: boolean;
  /** Whether the numbers need not be whole. */
  decimal?: boolean;
  onChange: (bounds: OpenBounds) => void;
}) {
  return (
    <Box role="group" aria-label={label}>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mb: 0.75 }}>
        {label}
      </Typography>
      <RangeEditor
        name={label}
        bounds={bounds}
        signed={signed}
        decimal={decimal}
        onChange={onChange}
      />
    </Box>
  );
}
