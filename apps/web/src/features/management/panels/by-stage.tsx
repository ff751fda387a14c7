/** Stage at diagnosis: all cases, and year by year. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { Plot } from '../../../charts/plot/plot.tsx';
import type { Series } from '../../../charts/plot/series.ts';
import { PlotBox } from '../../../charts/plot-box.tsx';
import { stageColours } from '../../../design/palette.ts';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { FigureText, useFigureColumns } from '../figures.tsx';
import { figureOfCount, figureOfShare } from '../measure.ts';
import type { Statistics } from '../overview.ts';
import { Note } from './note.tsx';
import { missingOf, sharesOfWhole } from './stage-shares.ts';

type Share = Statistics['byStage'][number];
type Row = Share & { year: number | null };

export function ByStage({ statistics }: { statistics: Statistics }) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const columns = useFigureColumns();
  const name = t`Stage at diagnosis`;
  const rows: Row[] = [
    ...statistics.byStage.map((s) => ({ ...s, year: null })),
    ...statistics.stageByYear.flatMap(({ year, stages }) => stages.map((s) => ({ ...s, year }))),
  ];
  const years = statistics.stageByYear.map(({ year, stages }) => ({
    year,
    stages: sharesOfWhole(stages),
  }));
  const shown: Series[] = statistics.byStage.map(({ stage, label: words }) => ({
    as: 'bars',
    name: label(words),
    colour: stageColours[stage],
    values: years.map(({ stages }) => stages.find((s) => s.stage === stage)?.share ?? null),
  }));
  // What is left of a year where stages have too few cases to be shown.
  const missing: Series = {
    as: 'bars',
    fill: 'missing',
    name: t`Too few cases to be shown by stage`,
    colour: 'var(--mui-palette-text-secondary)',
    values: years.map(({ stages }) => missingOf(stages)),
  };
  return (
    <ChartFrame
      title={name}
      name={name}
      detail={t`share of cases`}
      legend={statistics.byStage.map(({ stage, label: words }) => ({
        words: label(words),
        colour: stageColours[stage],
      }))}
      chart={chart}
      rows={rows}
      columns={[
        {
          header: t`Year`,
          cell: (r: Row) => r.year ?? t`All years`,
          text: (r) => r.year ?? t`All years`,
        },
        { header: t`Stage`, cell: (r) => label(r.label), text: (r) => label(r.label) },
        ...columns(t`Cases`, (r: Row) => figureOfCount(r.cases), formatCount),
        {
          header: t`Share`,
          align: 'right',
          cell: (r) => (r.share === null ? '—' : formatPercent(r.share)),
          text: (r) => r.share,
          order: (r) => r.share,
        },
      ]}
    >
      <Overall stages={statistics.byStage} />
      <Box component="p" sx={{ m: 0, mt: 1, mb: 1, fontSize: 13 }}>
        <Trans>
          Stage known:{' '}
          <strong>
            <FigureText figure={figureOfShare(statistics.stageKnown)} format={formatPercent} />
          </strong>{' '}
          of cases
        </Trans>
      </Box>
      <PlotBox
        name={t`Stage at diagnosis by year`}
        chart={chart}
        height={190}
        empty={rows.every((r) => r.year === null || r.share === null)}
      >
        {(width) => (
          <Plot
            width={width}
            height={190}
            labels={years.map(({ year }) => String(year))}
            series={[...shown, missing]}
            format={formatPercent}
            end={1}
          />
        )}
      </PlotBox>
      {rows.some((r) => r.share === null) && (
        <Note>
          <Trans>Hatched: stages with too few cases of a year to be shown.</Trans>
        </Note>
      )}
    </ChartFrame>
  );
}

/** One bar of all cases, which is the legend of the years below it as well. */
function Overall({ stages }: { stages: readonly Share[] }) {
  const label = useLabel();
  return (
    <>
      <Box
        aria-hidden="true"
        sx={{ display: 'flex', height: 18, borderRadius: 1, overflow: 'hidden' }}
      >
        {stages.map((s) => (
          <Box
            key={s.stage}
            sx={{
              width: `${(s.share ?? 0) * 100}%`,
              bgcolor: stageColours[s.stage],
              boxShadow: 'inset -1px 0 0 var(--mui-palette-background-paper)',
            }}
          />
        ))}
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          mt: 0.75,
          p: 0,
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          rowGap: 0.25,
          fontSize: 12,
        }}
      >
        {stages.map((s) => (
          <Box
            component="li"
            key={s.stage}
            sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}
          >
            <Box
              aria-hidden="true"
              sx={{
                width: 10,
                height: 10,
                borderRadius: '2px',
                bgcolor: stageColours[s.stage],
                boxShadow: 'inset 0 0 0 1px rgb(127 127 127 / 45%)',
              }}
            />
            {label(s.label)}
            <strong>
              {s.share === null ? (
                <FigureText figure={figureOfCount(s.cases)} format={formatCount} />
              ) : (
                formatPercent(s.share)
              )}
            </strong>
          </Box>
        ))}
      </Box>
    </>
  );
}
