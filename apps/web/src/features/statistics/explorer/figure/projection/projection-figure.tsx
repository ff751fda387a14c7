/** A projection drawn: a panel for each line, as it came, as it is expected, and as it would have been expected. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { type ComponentProps, useRef } from 'react';
import type { ChartColumn } from '../../../../../charts/chart-frame.tsx';
import { Figure } from '../../../../../charts/figure/figure.tsx';
import { Plot } from '../../../../../charts/plot/plot.tsx';
import { Legend } from '../../../../../charts/plot/tip.tsx';
import { PlotBox } from '../../../../../charts/plot-box.tsx';
import { okabeIto } from '../../../../../design/palette.ts';
import { formatCount } from '../../../../../format/quantity.ts';
import { useLabel } from '../../../../../i18n/label.ts';
import { useFormats } from '../../../answer/format.ts';
import type { AnswerFigure, Shown } from '../answer-figure.tsx';
import { useFigureWords } from '../figure-words.ts';
import { linesOf, type ProjectionRow } from './projection-rows.ts';

type Props = Omit<ComponentProps<typeof AnswerFigure>, 'shown' | 'beside' | 'onBeside'> & {
  shown: Shown;
};

const gap = 16;
const leastPanel = 300;

export function ProjectionFigure({ shown: { table, info, letter }, number, link, actions }: Props) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const formats = useFormats(info);
  const words = useFigureWords()([table], [letter], [letter]);
  const lines = linesOf(table);
  const along = table.axes.find(({ dimension }) => dimension === 'PERIOD');
  const marks = [
    { name: t`as it came`, colour: okabeIto.blue, dot: 'circle' as const },
    { name: t`expected`, colour: okabeIto.vermillion, dot: 'diamond' as const },
    { name: t`as it would have been expected`, colour: okabeIto.green, dot: 'cross' as const },
  ] as const;
  const kinds = { OBSERVED: marks[0].name, EXPECTED: marks[1].name, HELD_BACK: marks[2].name };
  const nameOf = (line: number) =>
    (lines[line]?.names ?? []).map(label).join(' · ') || label(table.about.name);
  const percent = (value: number) =>
    `${value > 0 ? '+' : ''}${value.toFixed(1).replace('-', '−')}%`;
  const figure = (
    header: string,
    of: (row: ProjectionRow) => number | null,
    format: (value: number) => string,
  ): ChartColumn<ProjectionRow> => ({
    header,
    align: 'right',
    cell: (row) => {
      const value = of(row);
      return value === null ? null : format(value);
    },
    text: of,
  });
  const text = (header: string, of: (row: ProjectionRow) => string) => ({
    ...{ header, cell: of, text: of },
  });
  const columns: ChartColumn<ProjectionRow>[] = [
    ...(lines.length > 1 ? [text(t`Line`, ({ line }) => nameOf(line))] : []),
    text(label(along?.label), ({ period }) => label(period)),
    text(t`How known`, ({ kind }) => kinds[kind]),
    figure(label(info?.label ?? table.about.name), ({ rate }) => rate, formats.full),
    figure(
      t`Cases or deaths`,
      ({ count }) => count,
      (n) => formatCount(Math.round(n)),
    ),
    figure(t`Off by`, ({ percentError }) => percentError, percent),
    figure(
      t`p of what came`,
      ({ pValue }) => pValue,
      (p) => (p < 0.001 ? '<0.001' : p.toFixed(3)),
    ),
  ];
  const notes = lines.flatMap(({ of }, line) => {
    const name = lines.length > 1 ? `${nameOf(line)}: ` : '';
    const missed = of.heldBack
      .map(({ period, percentError }) => `${label(period)} ${percent(percentError)}`)
      .join(i18n.locale === 'zh' ? '，' : ', ');
    const from = label(of.fromAge);
    const periods = of.periodsUsed;
    return [
      of.heldBack.length === 0
        ? t`${name}Too few periods to hold one back: how far the method can be trusted here is not known.`
        : t`${name}Without knowing the last periods, the same method would have been off by ${missed}.`,
      of.recentTrend
        ? t`${name}Rests on the last ${periods} periods and carries the trend of the last two on; ages from ${from} are modelled.`
        : t`${name}Rests on the last ${periods} periods and carries their average trend on; ages from ${from} are modelled.`,
      ...(of.goodnessOfFit < 0.01
        ? [t`${name}The model fits what came badly (p below 0.01): read it with care.`]
        : []),
    ];
  });
  const reach = lines.flatMap(({ rows }) =>
    rows.flatMap(({ rate }) => (rate === null ? [] : [rate])),
  );
  return (
    <Figure
      words={{
        ...words,
        title: number === null ? words.title : t`Figure ${number}. ${words.title}`,
        name: number === null ? words.name : t`Figure ${number}. ${words.name}`,
        notes: [...notes, ...words.notes],
      }}
      link={link}
      legend={marks.map(({ name, colour }) => ({ words: name, colour, mark: 'line' as const }))}
      columns={columns}
      rows={lines.flatMap(({ rows }) => rows)}
      chart={chart}
      actions={actions}
    >
      <Legend items={marks} />
      <PlotBox name={words.name} chart={chart}>
        {(width) => {
          const across = Math.max(
            1,
            Math.min(lines.length, Math.floor((width + gap) / (leastPanel + gap))),
          );
          const own = Math.floor((width - gap * (across - 1)) / across);
          return (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: `${gap}px`, rowGap: 1.5 }}>
              {lines.map(({ of, observed, rows }, line) => {
                const counted = observed.length;
                const all = counted + of.periods.length;
                const at = (place: number) =>
                  rows.find(
                    (row) =>
                      row.kind === 'HELD_BACK' &&
                      row.period === of.heldBack.find((one) => one.place === place)?.period,
                  )?.rate;
                const values = (value: (i: number) => number | null | undefined) =>
                  Array.from({ length: all }, (_, i) => value(i) ?? null);
                return (
                  <Box key={of.codes.join()} sx={{ width: own }}>
                    {lines.length > 1 && (
                      <Box data-chart-words sx={panelName}>
                        {nameOf(line)}
                      </Box>
                    )}
                    <Plot
                      width={own}
                      height={across === 1 && lines.length === 1 ? 320 : 240}
                      labels={[...(along?.labels ?? []), ...of.periods].map(label)}
                      series={[
                        { as: 'line', ...marks[0], values: values((i) => observed[i]) },
                        {
                          ...{ as: 'line', dashed: true, ...marks[1] },
                          values: values((i) => of.rates[i - counted]),
                        },
                        { as: 'line', dashed: true, ...marks[2], values: values(at) },
                      ]}
                      format={formats.short}
                      formatTick={formats.tick}
                      reach={reach}
                      shade={[counted, all - 1]}
                    />
                  </Box>
                );
              })}
            </Box>
          );
        }}
      </PlotBox>
    </Figure>
  );
}

const panelName = { fontSize: 12, fontWeight: 600, lineHeight: '18px', mb: 0.25 } as const;
