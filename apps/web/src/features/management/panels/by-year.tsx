/** Cases or rates by year of diagnosis; years that the release does not hold whole have no rate. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { Plot } from '../../../charts/plot/plot.tsx';
import type { Series } from '../../../charts/plot/series.ts';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { okabeIto } from '../../../design/palette.ts';
import { formatCount, formatRate } from '../../../format/quantity.ts';
import { FigureText, useFigureColumns } from '../figures.tsx';
import { figureOf, figureOfCount, formatOf, intervalText, numberOf } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import type { Request } from '../request.ts';
import { measureWords, unitWords } from '../words.ts';
import { Note } from './note.tsx';

type Row = Statistics['byYear'][number];

export function ByYear({ statistics, request }: { statistics: Statistics; request: Request }) {
  const { t, i18n } = useLingui();
  const unknown = figureOfCount(statistics.yearUnknown);
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
          ? ([figure.lower, figure.upper] as const)
          : null,
      interval: figure.is === 'shown' ? intervalText(figure, format) : '',
    };
  });
  const words = i18n._(measureWords[measure]);
  const series: Series[] =
    measure === 'cases'
      ? [
          { as: 'bars', name: t`Cases`, colour: okabeIto.blue, values: points.map((p) => p.whole) },
          {
            as: 'bars',
            fill: 'part',
            name: t`Cases, incomplete year`,
            colour: okabeIto.blue,
            values: points.map((p) => p.part),
          },
        ]
      : [
          {
            as: 'band',
            name: t`95% confidence interval`,
            colour: okabeIto.blue,
            lower: points.map((p) => p.band?.[0] ?? null),
            upper: points.map((p) => p.band?.[1] ?? null),
          },
          {
            as: 'line',
            dot: 'circle',
            name: words,
            colour: okabeIto.blue,
            values: points.map((p) => p.whole),
          },
        ];
  const positionOf = (year: number | null, otherwise: number) => {
    const found = rows.findIndex((r) => r.year === year);
    return found === -1 ? otherwise : found;
  };
  const chosen = fromYear !== null || toYear !== null;
  const partial = rows.filter((r) => !r.complete).map((r) => r.year);
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={i18n._(unitWords[measure])}
      legend={series.map((s) => ({
        words: s.name,
        colour: s.colour,
        mark: s.as === 'line' ? 'line' : 'fill' in s && s.fill ? 'hatched' : 'square',
      }))}
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
          header: t`Registered whole`,
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
          <Plot
            width={width}
            height={230}
            labels={rows.map((r) => String(r.year))}
            series={series}
            format={format}
            whole={measure === 'cases'}
            shade={chosen ? [positionOf(fromYear, 0), positionOf(toYear, rows.length - 1)] : null}
            note={(_, position) => points[position]?.interval ?? ''}
          />
        )}
      </PlotBox>
      {partial.length > 0 && (
        <Note>
          <Trans>Without a rate, because not registered whole: {partial.join(', ')}</Trans>
        </Note>
      )}
      {measure === 'cases' && (unknown.is !== 'shown' || unknown.value > 0) && (
        <Note>
          <Trans>
            Year of diagnosis not known: <FigureText figure={unknown} format={formatCount} />
          </Trans>
        </Note>
      )}
    </ChartFrame>
  );
}
