/** Observed survival from diagnosis, with its band. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { grid, tick, tooltip } from '../../../charts/style.ts';
import { okabeIto } from '../../../design/palette.ts';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import { FigureText } from '../figures.tsx';
import { figureOfCount, intervalText } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import { Note } from './note.tsx';

type Point = NonNullable<Statistics['survival']>['points'][number];

export function SurvivalCurve({ statistics }: { statistics: Statistics }) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const name = t`Observed survival from diagnosis`;
  const survival = statistics.survival;
  const rows = survival?.points ?? [];
  const points = rows.map((p) => ({
    ...p,
    band: p.lower !== null && p.upper !== null ? [p.lower, p.upper] : null,
  }));
  const last = rows.at(-1)?.months ?? 0;
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={t`share alive, with 95% confidence band`}
      chart={chart}
      rows={rows}
      columns={[
        {
          header: t`Months`,
          align: 'right',
          cell: (p: Point) => p.months,
          text: (p) => p.months,
          order: (p) => p.months,
        },
        {
          header: t`Survival`,
          align: 'right',
          cell: (p) => formatPercent(p.survival),
          text: (p) => p.survival,
        },
        {
          header: t`Lower limit`,
          align: 'right',
          cell: (p) => (p.lower === null ? '—' : formatPercent(p.lower)),
          text: (p) => p.lower,
        },
        {
          header: t`Upper limit`,
          align: 'right',
          cell: (p) => (p.upper === null ? '—' : formatPercent(p.upper)),
          text: (p) => p.upper,
        },
      ]}
    >
      {survival === null ? (
        <Note>
          <Trans>Too few of these cases have a known time of follow-up for a curve.</Trans>
        </Note>
      ) : (
        <>
          <PlotBox name={name} chart={chart} height={240}>
            {(width) => (
              <ComposedChart
                width={width}
                height={240}
                data={points}
                margin={{ top: 10, right: 14, bottom: 0, left: 0 }}
                accessibilityLayer={false}
              >
                <CartesianGrid stroke={grid} />
                <XAxis
                  dataKey="months"
                  type="number"
                  domain={[0, last]}
                  ticks={Array.from({ length: Math.floor(last / 12) + 1 }, (_, i) => i * 12)}
                  interval={0}
                  tick={tick}
                  tickLine={false}
                  tickFormatter={(months: number) => String(months / 12)}
                />
                <YAxis
                  tick={tick}
                  tickLine={false}
                  axisLine={false}
                  width={44}
                  domain={[0, 1]}
                  ticks={[0, 0.25, 0.5, 0.75, 1]}
                  tickFormatter={formatPercent}
                />
                <Tooltip
                  {...tooltip}
                  cursor={{ stroke: grid }}
                  labelFormatter={(months) => t`${String(months)} months`}
                  formatter={(value, _, item) => {
                    const interval = intervalText(item.payload as Point, formatPercent);
                    return `${formatPercent(Number(value))}${interval ? ` (${interval})` : ''}`;
                  }}
                />
                <Area
                  type="stepAfter"
                  dataKey="band"
                  stroke="none"
                  fill={okabeIto.blue}
                  fillOpacity={0.18}
                  tooltipType="none"
                  activeDot={false}
                  isAnimationActive={false}
                />
                <Line
                  type="stepAfter"
                  dataKey="survival"
                  name={t`Alive`}
                  stroke={okabeIto.blue}
                  strokeWidth={2}
                  dot={false}
                  isAnimationActive={false}
                />
              </ComposedChart>
            )}
          </PlotBox>
          <Note>
            <Trans>
              Years since diagnosis. Kaplan–Meier, death of any cause;{' '}
              <FigureText figure={figureOfCount(survival.cases)} format={formatCount} /> cases with
              a known time of follow-up, of whom{' '}
              <FigureText figure={figureOfCount(survival.deaths)} format={formatCount} /> died.
            </Trans>
          </Note>
        </>
      )}
    </ChartFrame>
  );
}
