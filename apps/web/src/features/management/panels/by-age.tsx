/** Age-specific rates of women and men. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { Plot } from '../../../charts/plot/plot.tsx';
import { Legend } from '../../../charts/plot/tip.tsx';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { sexColours } from '../../../design/palette.ts';
import { formatCount, formatRate } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { FigureText, useFigureColumns } from '../figures.tsx';
import { figureOfCount, figureOfRate, numberOf } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import { Note } from './note.tsx';

type Row = Statistics['byAge'][number];

const rateOf = (sex: 'female' | 'male') => (row: Row) =>
  figureOfRate(row[sex].rate, row[sex].cases);

export function ByAge({ statistics }: { statistics: Statistics }) {
  const { t } = useLingui();
  const unknown = figureOfCount(statistics.ageUnknown);
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
  const sexes = [
    {
      as: 'line',
      dot: 'circle',
      name: t`Female`,
      colour: sexColours.FEMALE,
      values: points.map((p) => p.female),
    },
    {
      as: 'line',
      dot: 'square',
      name: t`Male`,
      colour: sexColours.MALE,
      values: points.map((p) => p.male),
    },
  ] as const;
  const suppressed = rows.some((r) => r.female.cases.suppressed || r.male.cases.suppressed);
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
          <>
            <Legend items={sexes} />
            <Plot
              width={width}
              height={208}
              labels={points.map((p) => p.age)}
              series={sexes}
              format={formatRate}
            />
          </>
        )}
      </PlotBox>
      {suppressed && (
        <Note>
          <Trans>Ages with too few cases are left out of the curve.</Trans>
        </Note>
      )}
      {(unknown.is !== 'shown' || unknown.value > 0) && (
        <Note>
          <Trans>
            Age not known: <FigureText figure={unknown} format={formatCount} />
          </Trans>
        </Note>
      )}
    </ChartFrame>
  );
}
