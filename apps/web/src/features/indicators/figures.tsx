/** Rates of an indicator, drawn and in words. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { okabeIto } from '../../design/palette.ts';
import type { Figures } from './data.ts';

/** `62.5% (48.1–75.0)`; that none can be judged is not a rate of nothing, and that there is no case is neither. */
export function Rate({
  figures: { rate, lower, upper, met, notMet, cannotBeJudged },
}: {
  figures: Figures;
}) {
  const { t } = useLingui();
  if (met + notMet + cannotBeJudged === 0) return t`no case`;
  if (rate === null || lower === null || upper === null) return t`none can be judged`;
  return `${rate.toFixed(1)}% (${lower.toFixed(1)}–${upper.toFixed(1)})`;
}

/** The rate on a scale of a hundred with its interval, and what the source expects; the words stand beside it. */
export function RateBar({
  figures: { rate, lower, upper },
  expected,
}: {
  figures: Figures;
  expected: number | null;
}) {
  return (
    <Box
      component="svg"
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      aria-hidden
      sx={{ width: '100%', minWidth: 96, height: 14, display: 'block', color: 'text.secondary' }}
    >
      <rect x={0} y={5} width={100} height={2} fill="currentColor" opacity={0.25} />
      {expected !== null && <rect x={expected} y={0} width={0.8} height={12} fill="currentColor" />}
      {rate !== null && lower !== null && upper !== null && (
        <>
          <rect
            x={lower}
            y={4}
            width={Math.max(0.5, upper - lower)}
            height={4}
            fill={okabeIto.skyBlue}
          />
          <rect x={Math.max(0, rate - 0.75)} y={1} width={1.5} height={10} fill={okabeIto.blue} />
        </>
      )}
    </Box>
  );
}
