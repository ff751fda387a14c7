/** Expected survival of 100 people by year, as curves and as a table. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useRef } from 'react';
import { Plot } from '../../../../charts/plot/plot.tsx';
import { PlotBox } from '../../../../charts/plot-box.tsx';
import { okabeIto } from '../../../../design/palette.ts';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import type { Score } from './data.ts';

const colours = [okabeIto.blue, okabeIto.orange] as const;
const told = [1, 2, 3, 5, 10, 15];

export function Curves({ name, curves }: { name: string; curves: Score['curves'] }) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const years = Array.from({ length: (curves[0]?.alive.length ?? 0) + 1 }, (_, year) => year);
  const at = (curve: Score['curves'][number], year: number) =>
    year === 0 ? 100 : (curve.alive[year - 1] ?? null);
  return (
    <>
      <PlotBox name={t`Expected survival: ${name}`} chart={chart} height={220}>
        {(width) => (
          <Plot
            width={width}
            height={220}
            labels={years.map(String)}
            at={years}
            end={100}
            format={(value) => String(Math.round(value))}
            title={(year) => t`after ${year} years`}
            series={curves.map((curve, i) => ({
              as: 'line',
              name: label(curve.label),
              colour: colours[i] ?? okabeIto.blue,
              values: years.map((year) => at(curve, year)),
            }))}
          />
        )}
      </PlotBox>
      <Box
        sx={{
          typography: 'caption',
          color: 'text.secondary',
          display: 'flex',
          gap: 2,
          flexWrap: 'wrap',
        }}
      >
        {curves.map((curve, i) => (
          <span key={curve.label.en}>
            <Box
              component="span"
              aria-hidden
              sx={{
                display: 'inline-block',
                width: 14,
                height: 3,
                mr: 0.75,
                verticalAlign: 'middle',
                bgcolor: colours[i],
              }}
            />
            {label(curve.label)}
          </span>
        ))}
        <span>{t`alive of 100, by years from diagnosis`}</span>
      </Box>
      <SimpleTable
        label={t`Expected survival: ${name}`}
        rows={told.filter((year) => year < years.length)}
        rowKey={(year) => year}
        columns={[
          { header: t`Years`, align: 'right', cell: (year) => year },
          ...curves.map((curve) => ({
            header: label(curve.label),
            align: 'right' as const,
            cell: (year: number) => {
              const alive = at(curve, year);
              return alive === null ? null : t`${Math.round(alive)} of 100`;
            },
          })),
        ]}
      />
    </>
  );
}
