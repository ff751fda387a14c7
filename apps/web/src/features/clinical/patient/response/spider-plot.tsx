/** Change of the sum from the baseline over time, with the limits of response and progression from the baseline. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useRef } from 'react';
import { ChartFrame } from '../../../../charts/chart-frame.tsx';
import { PlotBox } from '../../../../charts/plot-box.tsx';
import { TimeLines } from '../../../../charts/time-lines.tsx';
import { okabeIto } from '../../../../design/palette.ts';
import type { Assessment } from './data.ts';

const COLOURS = [
  okabeIto.blue,
  okabeIto.vermillion,
  okabeIto.green,
  okabeIto.purple,
  okabeIto.orange,
];

type Row = { readonly name: string; readonly date: string; readonly change: number };

/** Of each target lesion and of the sum, from the baseline, in per cent; what was not measured is left out. */
const rowsOf = ({ baseline, timepoints, lesions }: Assessment, sum: string): Row[] => {
  const dates = [baseline, ...timepoints.map(({ date }) => date)];
  const ofSum = timepoints.flatMap(({ date, changeFromBaseline: change }) =>
    change == null ? [] : [{ name: sum, date, change }],
  );
  const ofLesions = lesions
    .filter(({ role, marks }) => role === 'TARGET' && (marks[0]?.millimetres ?? 0) > 0)
    .flatMap(({ lesion, marks }) => {
      const first = marks[0]?.millimetres ?? 1;
      return marks.flatMap((mark, index) =>
        mark?.millimetres == null
          ? []
          : [
              {
                name: lesion,
                date: dates[index] ?? baseline,
                change: Math.round((mark.millimetres / first - 1) * 1000) / 10,
              },
            ],
      );
    });
  return [{ name: sum, date: baseline, change: 0 }, ...ofSum, ...ofLesions];
};

export function SpiderPlot({ assessment, name }: { assessment: Assessment; name: string }) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const sum = t`Sum of targets`;
  const rows = rowsOf(assessment, sum);
  const lines = [...Map.groupBy(rows, (row) => row.name)].map(([of, points], index) => ({
    name: of,
    colour: of === sum ? 'var(--mui-palette-text-primary)' : (COLOURS[index % 5] ?? okabeIto.grey),
    points: points.map(({ date, change }) => ({ at: Date.parse(date), value: change })),
  }));
  const title = t`Change from the baseline`;
  return (
    <ChartFrame
      title={title}
      name={`${title}: ${name}`}
      detail="%"
      chart={chart}
      rows={rows}
      legend={lines.map((line) => ({ words: line.name, colour: line.colour }))}
      columns={[
        { header: t`Lesion`, cell: (r) => r.name, text: (r) => r.name, nowrap: true },
        { header: t`Date`, cell: (r) => r.date, text: (r) => r.date, nowrap: true },
        { header: '%', cell: (r) => r.change, text: (r) => r.change, align: 'right' },
      ]}
    >
      <Box
        component="ul"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, m: 0, mb: 1, p: 0, typography: 'caption' }}
      >
        {lines.map((line) => (
          <Box
            key={line.name}
            component="li"
            sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}
          >
            <Box aria-hidden sx={{ width: 14, height: 3, bgcolor: line.colour }} />
            {line.name}
          </Box>
        ))}
      </Box>
      <PlotBox name={title} chart={chart} height={230} empty={rows.length < 2}>
        {(width) => (
          <TimeLines
            width={width}
            height={230}
            lines={lines}
            limits={[{ value: -30, name: t`partial response −30 %` }]}
            moments={
              assessment.startedOn
                ? [{ at: Date.parse(assessment.startedOn), name: t`treatment` }]
                : []
            }
            format={(value) => `${value} %`}
          />
        )}
      </PlotBox>
    </ChartFrame>
  );
}
