/** Rates by age and time as age, period and cohort curves, small multiples on one scale of logarithms. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { type ComponentProps, useRef } from 'react';
import { LogCurves } from '../../../../../charts/curves/log-curves.tsx';
import { Figure } from '../../../../../charts/figure/figure.tsx';
import { PlotBox } from '../../../../../charts/plot-box.tsx';
import { formatCount } from '../../../../../format/quantity.ts';
import { useLabel } from '../../../../../i18n/label.ts';
import { cubeOf } from '../../../answer/cube.ts';
import { useFormats } from '../../../answer/format.ts';
import { missingOf } from '../../../answer/missing.ts';
import { useStateWords } from '../../../answer/state-words.ts';
import type { AnswerFigure, Shown } from '../answer-figure.tsx';
import { CellTable } from '../cell-table.tsx';
import { useFigureWords } from '../figure-words.ts';
import { rowsOf, useCellColumns } from '../rows.ts';
import type { Curve, CurveSet } from './curves-of.ts';

type Props = Omit<ComponentProps<typeof AnswerFigure>, 'shown' | 'beside' | 'onBeside'> & {
  shown: Shown;
  curves: readonly CurveSet[];
};

const gap = 16;
const leastPanel = 240;

export function CurvesFigure({
  shown: { table, info, letter },
  curves: sets,
  number,
  link,
  actions,
}: Props) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const state = useStateWords();
  const formats = useFormats(info);
  const words = useFigureWords()([table], [letter], [letter]);
  const cube = cubeOf({
    ...table,
    axes: table.axes.map((axis) => ({ ...axis, labels: axis.labels.map(label) })),
  });
  const rows = rowsOf(cube);
  const columns = useCellColumns(
    cube,
    {
      value: label(info?.label ?? table.about.title),
      numerator: label(table.about.numerator),
      denominator: table.about.denominator ? label(table.about.denominator) : t`Below the line`,
      axes: table.axes.map((axis) => label(axis.label)),
    },
    formats,
  );
  const missing = missingOf(cube);
  const isTime = (dimension: string) => dimension === 'PERIOD' || dimension === 'YEAR';
  const time = table.axes.find(({ dimension }) => isTime(dimension));
  const age = table.axes.find(({ dimension }) => dimension === 'AGE');
  const others = table.axes.filter((axis) => axis !== time && axis !== age);
  const nameIn = (axis: typeof time, code: string) =>
    label(axis?.labels[axis.codes.indexOf(code)] ?? { en: code, zh: code });
  const named = (axis: typeof time, curves: readonly Curve[]) =>
    curves.map(({ code, points }) => ({ name: nameIn(axis, code), points }));
  const reach = sets.flatMap(({ byAge }) =>
    byAge.flatMap(({ points }) => points.map(({ value }) => value)),
  );
  const year = (at: number) => String(Math.floor(at));
  const panels = ({ byAge, byTime, byCohort }: CurveSet) => [
    {
      ...{ name: t`by age, a curve a period`, along: t`Age`, formatAt: year },
      curves: named(time, byAge),
    },
    {
      ...{ name: t`by year, a curve an age group`, along: t`Year`, formatAt: year },
      curves: named(age, byTime),
    },
    {
      ...{ name: t`by year of birth, a curve an age group`, along: t`Born`, formatAt: year },
      curves: named(age, byCohort),
    },
  ];
  return (
    <Figure
      words={{
        ...words,
        title: number === null ? words.title : t`Figure ${number}. ${words.title}`,
        name: number === null ? words.name : t`Figure ${number}. ${words.name}`,
        notes: [
          t`Curves are on a scale of logarithms: equal slopes are equal changes in percent. Curves of periods that lie apart evenly over all ages speak of a change that met everybody at once; curves of age groups that fall into one line by year of birth speak of a change that came with a generation.`,
          t`Those born together are named by the middle of their age group and period; age, period and cohort cannot be told apart by rates alone.`,
          ...[...missing.reasons].map(([why, count]) => {
            const number = formatCount(count);
            const of = formatCount(missing.expected);
            const reason = state.explained(why);
            return t`${number} of ${of} figures are not there: ${reason}.`;
          }),
          ...words.notes,
        ],
      }}
      link={link}
      columns={columns}
      rows={rows}
      table={<CellTable name={words.name} columns={columns} rows={rows} />}
      chart={chart}
      actions={actions}
    >
      <PlotBox name={words.name} chart={chart} empty={reach.length === 0}>
        {(width) => {
          const across = Math.max(1, Math.min(3, Math.floor((width + gap) / (leastPanel + gap))));
          const own = Math.floor((width - gap * (across - 1)) / across);
          return (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: `${gap}px`, rowGap: 1.5 }}>
              {sets.flatMap((set) =>
                panels(set)
                  .filter(({ curves }) => curves.length > 0)
                  .map(({ name, ...panel }) => (
                    <Box key={`${set.places.join()} ${name}`} sx={{ width: own }}>
                      <Box data-chart-words sx={panelName}>
                        {[
                          ...set.places.map((place, i) => label(others[i]?.labels[place])),
                          name,
                        ].join(' · ')}
                      </Box>
                      <LogCurves
                        width={own}
                        height={280}
                        reach={reach}
                        format={formats.tick}
                        {...panel}
                      />
                    </Box>
                  )),
              )}
            </Box>
          );
        }}
      </PlotBox>
    </Figure>
  );
}

const panelName = { fontSize: 12, fontWeight: 600, lineHeight: '18px', mb: 0.25 } as const;
