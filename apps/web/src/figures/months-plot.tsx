/** Submissions month by month, as bars; what is said where there are none. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import type { RefObject } from 'react';
import { Plot } from '../charts/plot/plot.tsx';
import { PlotBox } from '../charts/plot-box.tsx';
import { okabeIto } from '../design/palette.ts';
import { formatCount } from '../format/quantity.ts';

export function MonthsPlot({
  months,
  name,
  chart,
  height,
}: {
  months: readonly { month: string; submissions: number }[];
  name: string;
  chart: RefObject<HTMLDivElement | null>;
  height: number;
}) {
  const { t } = useLingui();
  if (months.length === 0) {
    return (
      <Box sx={{ py: 2, color: 'text.secondary' }}>
        <Trans>Nothing has been submitted yet</Trans>
      </Box>
    );
  }
  return (
    <PlotBox name={name} chart={chart} height={height}>
      {(width) => (
        <Plot
          width={width}
          height={height}
          labels={months.map((m) => m.month)}
          series={[
            {
              as: 'bars',
              name: t`Submissions`,
              colour: okabeIto.blue,
              values: months.map((m) => m.submissions),
            },
          ]}
          format={formatCount}
          whole
        />
      )}
    </PlotBox>
  );
}
