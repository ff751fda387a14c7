/** Age-specific rates of women and men. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { grid, tick, tooltip } from '../../../charts/style.ts';
import { sexColours } from '../../../design/palette.ts';
import { formatCount } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { useFigureColumns } from '../figures.tsx';
import { figureOfCount, figureOfRate, formatRate, numberOf } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import { Note } from './note.tsx';

type Row = Statistics['byAge'][number];

const rateOf = (sex: 'female' | 'male') => (row: Row) =>
  figureOfRate(row[sex].rate, row[sex].cases);

export function ByAge({ statistics }: { statistics: Statistics }) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const columns = useFigureColumns();
  const name = t`Rates by age and sex`;
  const rows = statistics.byAge;
  const points = rows.map((row) => ({
    age: row.ageGroup >= 85 ? '85+' : `${row.ageGroup}–${row.ageGroup + 4}`,
    female: numberOf(rateOf('female')(row)),
    male: numberOf(rateOf('male')(row)),
  }));
  const kept = rows.some((r) => r.female.cases.suppressed || r.male.cases.suppressed);
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={t`per 100,000 person-years`}
      legend={[
        { words: t`Female`, colour: sexColours.FEMALE, mark: 'line' },
        { words: t`Male`, colour: sexColours.MALE, mark: 'line' },
      ]}
      chart={chart}
      rows={rows}
      columns={[
        {
          header: t`Age`,
          cell: (r: Row) => label(r.label),
          text: (r) => label(r.label),
          order: (r) => r.ageGroup,
          nowrap: true,
        },
        ...columns(t`Cases, female`, (r: Row) => figureOfCount(r.female.cases), formatCount),
        ...columns(t`Rate, female`, rateOf('female'), formatRate, true),
        ...columns(t`Cases, male`, (r: Row) => figureOfCount(r.male.cases), formatCount),
        ...columns(t`Rate, male`, rateOf('male'), formatRate, true),
      ]}
    >
      <PlotBox
        name={name}
        chart={chart}
        height={230}
        empty={points.every((p) => p.female === null && p.male === null)}
      >
        {(width) => (
          <LineChart
            width={width}
            height={230}
            data={points}
            margin={{ top: 10, right: 14, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke={grid} />
            <XAxis dataKey="age" tick={tick} tickLine={false} minTickGap={12} />
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={52}
              tickFormatter={(v: number) => formatCount(v)}
              domain={[0, 'auto']}
            />
            <Tooltip {...tooltip} formatter={(value) => formatRate(Number(value))} />
            <Legend
              verticalAlign="top"
              align="right"
              height={24}
              wrapperStyle={{ fontSize: 12 }}
              formatter={(words) => (
                <span style={{ color: 'var(--mui-palette-text-primary)' }}>{words}</span>
              )}
            />
            <Line
              dataKey="female"
              name={t`Female`}
              stroke={sexColours.FEMALE}
              strokeWidth={2}
              legendType="circle"
              dot={{ r: 3, fill: sexColours.FEMALE, strokeWidth: 0 }}
              isAnimationActive={false}
            />
            <Line
              dataKey="male"
              name={t`Male`}
              stroke={sexColours.MALE}
              strokeWidth={2}
              legendType="square"
              dot={<Square />}
              isAnimationActive={false}
            />
          </LineChart>
        )}
      </PlotBox>
      {kept && (
        <Note>
          <Trans>Ages with too few cases are left out of the curve.</Trans>
        </Note>
      )}
    </ChartFrame>
  );
}

/** A shape of its own, so that colour does not stand alone. */
const Square = ({ cx, cy }: { cx?: number; cy?: number }) =>
  cx === undefined || cy === undefined || Number.isNaN(cy) || cy === null ? null : (
    <rect x={cx - 3} y={cy - 3} width={6} height={6} fill={sexColours.MALE} />
  );
