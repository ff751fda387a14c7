/** Cases or rates by year of diagnosis; years that the release does not hold whole have no rate. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { grid, tick, tooltip } from '../../../charts/style.ts';
import { okabeIto } from '../../../design/palette.ts';
import { formatCount } from '../../../format/quantity.ts';
import { useFigureColumns } from '../figures.tsx';
import { figureOf, formatOf, formatRate, intervalText, numberOf } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import type { Request } from '../request.ts';
import { measureWords, unitWords } from '../words.ts';
import { Note } from './note.tsx';

type Row = Statistics['byYear'][number];

export function ByYear({ statistics, request }: { statistics: Statistics; request: Request }) {
  const { t, i18n } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const columns = useFigureColumns();
  const { measure, fromYear, toYear } = request;
  const name = t`${i18n._(measureWords[measure])} by year of diagnosis`;
  const format = formatOf(measure);
  const rows = statistics.byYear;
  const points = rows.map((row) => {
    const figure = figureOf(row, measure);
    return {
      year: row.year,
      whole: row.complete ? numberOf(figure) : null,
      part: row.complete ? null : numberOf(figure),
      band:
        figure.is === 'shown' && figure.lower !== null && figure.upper !== null
          ? [figure.lower, figure.upper]
          : null,
      interval: figure.is === 'shown' ? intervalText(figure, format) : '',
    };
  });
  const partial = rows.filter((r) => !r.complete).map((r) => r.year);
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={i18n._(unitWords[measure])}
      chart={chart}
      rows={rows}
      columns={[
        {
          header: t`Year`,
          cell: (r: Row) => String(r.year),
          text: (r) => r.year,
          order: (r) => r.year,
        },
        {
          header: t`Whole year`,
          cell: (r) => (r.complete ? t`Yes` : t`No`),
          text: (r) => (r.complete ? t`Yes` : t`No`),
        },
        ...columns(t`Cases`, (r: Row) => figureOf(r, 'cases'), formatCount),
        ...columns(t`Crude rate`, (r: Row) => figureOf(r, 'crude'), formatRate, true),
        ...columns(t`ASR`, (r: Row) => figureOf(r, 'ageStandardised'), formatRate, true),
      ]}
    >
      <PlotBox
        name={name}
        chart={chart}
        height={230}
        empty={points.every((p) => p.whole === null && p.part === null)}
      >
        {(width) => (
          <ComposedChart
            width={width}
            height={230}
            data={points}
            margin={{ top: 10, right: 14, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke={grid} />
            <XAxis
              dataKey="year"
              type="number"
              domain={['dataMin - 0.5', 'dataMax + 0.5']}
              ticks={rows.map((r) => r.year)}
              interval="preserveStartEnd"
              minTickGap={10}
              tick={tick}
              tickLine={false}
            />
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={52}
              tickFormatter={format}
              domain={[0, 'auto']}
            />
            {(fromYear !== null || toYear !== null) && rows.length > 0 && (
              <ReferenceArea
                x1={(fromYear ?? rows[0]?.year ?? 0) - 0.5}
                x2={(toYear ?? rows.at(-1)?.year ?? 0) + 0.5}
                fill="var(--mui-palette-primary-main)"
                fillOpacity={0.08}
                ifOverflow="hidden"
              />
            )}
            <Tooltip
              {...tooltip}
              cursor={{ fill: 'var(--mui-palette-action-hover)', stroke: grid }}
              formatter={(value, _, item) => {
                const interval = (item.payload as (typeof points)[number]).interval;
                return interval ? `${format(Number(value))} (${interval})` : format(Number(value));
              }}
            />
            {measure === 'cases' ? (
              <>
                <Bar
                  dataKey="whole"
                  stackId="year"
                  name={t`Cases`}
                  fill={okabeIto.blue}
                  maxBarSize={44}
                  isAnimationActive={false}
                />
                <Bar
                  dataKey="part"
                  stackId="year"
                  name={t`Cases, year not whole`}
                  fill={okabeIto.blue}
                  fillOpacity={0.35}
                  stroke={okabeIto.blue}
                  strokeDasharray="3 3"
                  maxBarSize={44}
                  isAnimationActive={false}
                />
              </>
            ) : (
              <>
                <Area
                  dataKey="band"
                  stroke="none"
                  fill={okabeIto.blue}
                  fillOpacity={0.18}
                  tooltipType="none"
                  activeDot={false}
                  isAnimationActive={false}
                />
                <Line
                  dataKey="whole"
                  name={i18n._(measureWords[measure])}
                  stroke={okabeIto.blue}
                  strokeWidth={2}
                  dot={{ r: 3, fill: okabeIto.blue, strokeWidth: 0 }}
                  isAnimationActive={false}
                />
              </>
            )}
          </ComposedChart>
        )}
      </PlotBox>
      {partial.length > 0 && (
        <Note>
          <Trans>Not whole in this release, so without a rate: {partial.join(', ')}</Trans>
        </Note>
      )}
    </ChartFrame>
  );
}
