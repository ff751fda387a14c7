/** Provinces chosen, year by year, each a line of its own: how they differ and whether they go the same way. */
import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { Plot } from '../../../charts/plot/plot.tsx';
import { Legend } from '../../../charts/plot/tip.tsx';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { okabeIto } from '../../../design/palette.ts';
import { cellOf, type Figure, figureOf, formatOf, numberOf, textOf } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import type { Request } from '../request.ts';
import { measureWords, unitWords } from '../words.ts';

/** Yellow is left out: a line of it cannot be seen on white. */
const colours = [
  okabeIto.blue,
  okabeIto.vermillion,
  okabeIto.green,
  okabeIto.purple,
  okabeIto.orange,
  okabeIto.skyBlue,
  okabeIto.grey,
];
const dots = ['circle', 'square'] as const;

/** One province with its cases by year. */
export type Compared = { readonly name: string; readonly statistics: Statistics };
type Row = { readonly year: number; readonly figures: readonly Figure[] };

export function ComparedYears({
  provinces,
  request: { measure },
}: {
  provinces: readonly Compared[];
  request: Request;
}) {
  const { t, i18n } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const words = i18n._(measureWords[measure]);
  const name = t`${words} by year of diagnosis, the provinces chosen side by side`;
  const format = formatOf(measure);
  const years = provinces[0]?.statistics.byYear ?? [];
  const rows: Row[] = years.map(({ year, complete }) => ({
    year,
    // A year that the release does not hold whole would be a fall that nobody saw.
    figures: provinces.map(({ statistics }): Figure => {
      const own = statistics.byYear.find((of) => of.year === year);
      return own && complete ? figureOf(own, measure) : { is: 'none' };
    }),
  }));
  const lines = provinces.map(({ name: province }, i) => ({
    as: 'line' as const,
    name: province,
    colour: colours[i % colours.length] ?? okabeIto.blue,
    dot: dots[i % dots.length] ?? ('circle' as const),
    values: rows.map(({ figures }) => numberOf(figures[i] ?? { is: 'none' })),
  }));
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={i18n._(unitWords[measure])}
      legend={lines.map((line) => ({ words: line.name, colour: line.colour, mark: 'line' }))}
      chart={chart}
      rows={rows}
      columns={[
        { header: t`Year`, cell: (r: Row) => String(r.year), text: (r) => r.year },
        ...provinces.map((province, i) => ({
          header: province.name,
          align: 'right' as const,
          cell: (r: Row) => textOf(r.figures[i] ?? { is: 'none' }, format),
          text: (r: Row) => cellOf(r.figures[i] ?? { is: 'none' }),
        })),
      ]}
    >
      <Legend items={lines} />
      <PlotBox
        name={name}
        chart={chart}
        height={230}
        empty={lines.every(({ values }) => values.every((value) => value === null))}
      >
        {(width) => (
          <Plot
            width={width}
            height={230}
            labels={rows.map((r) => String(r.year))}
            series={lines}
            format={format}
            whole={measure === 'cases'}
          />
        )}
      </PlotBox>
    </ChartFrame>
  );
}
