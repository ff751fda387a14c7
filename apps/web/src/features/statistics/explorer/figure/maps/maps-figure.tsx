/** Maps of one measure, one a period, on one scale of classes. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { type ComponentProps, useRef, useState } from 'react';
import { ClassLegend } from '../../../../../charts/classes/legend.tsx';
import { classOf, colourOf, rangesOf, scaleOf } from '../../../../../charts/classes/scale.ts';
import { Figure } from '../../../../../charts/figure/figure.tsx';
import { type MapProvince, ProvinceMap } from '../../../../../charts/map/province-map.tsx';
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
import type { MapOf } from './maps-of.ts';

type Props = Omit<ComponentProps<typeof AnswerFigure>, 'shown' | 'beside' | 'onBeside'> & {
  shown: Shown;
  maps: readonly MapOf[];
};

export function MapsFigure({ shown: { table, info, letter }, maps, number, link, actions }: Props) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const state = useStateWords();
  const formats = useFormats(info);
  const [chosen, choose] = useState<readonly string[]>([]);
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
  const province = table.axes.find(({ dimension }) => dimension === 'PROVINCE');
  const time = table.axes.find((axis) => axis !== province);
  // What is not known is nowhere on a map.
  const known = table.values.filter((value): value is number => value !== null);
  const scale = scaleOf(known);
  const provincesOf = ({ cells, place }: MapOf) =>
    new Map(
      [...cells].map(([code, cell], i): [string, MapProvince] => {
        const value = table.values[cell] ?? null;
        const name = label(province?.labels[i]);
        const said =
          value === null ? state.short(table.states[cell] ?? 'SUPPRESSED') : formats.full(value);
        const text = `${name}, ${label(time?.labels[place])}: ${said}`;
        const colour = scale && value !== null ? classOf(scale, value) : null;
        return [code, { code, value, colour, words: text, tip: text }];
      }),
    );
  const hatched = t`Not shown, or none`;
  return (
    <Figure
      words={{
        ...words,
        title: number === null ? words.title : t`Figure ${number}. ${words.title}`,
        name: number === null ? words.name : t`Figure ${number}. ${words.name}`,
        notes: [
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
      legend={
        scale
          ? rangesOf(scale).map(({ from, to }, i) => ({
              words: `${formats.short(from)}–${formats.short(to)}`,
              colour: `var(--class-${colourOf(scale, i)})`,
            }))
          : []
      }
      columns={columns}
      rows={rows}
      table={<CellTable name={words.name} columns={columns} rows={rows} />}
      chart={chart}
      actions={actions}
    >
      <ClassLegend scale={scale} unit={words.unit} hatched={hatched} format={formats.short} />
      <Box ref={chart} sx={panels}>
        {maps.map((map) => {
          const name = label(time?.labels[map.place]);
          return (
            <Box key={map.place}>
              <Box data-chart-words sx={panelName}>
                {name}
              </Box>
              <ProvinceMap
                label={`${words.name}, ${name}`}
                provinces={provincesOf(map)}
                chosen={chosen}
                hint=""
                onToggle={(code) =>
                  choose(
                    chosen.includes(code)
                      ? chosen.filter((one) => one !== code)
                      : [...chosen, code],
                  )
                }
              />
            </Box>
          );
        })}
      </Box>
      <Box component="p" sx={{ m: 0, fontSize: 12, color: 'text.secondary' }}>
        <Trans>All maps have one scale. Choose a province to see it outlined on every map.</Trans>
      </Box>
    </Figure>
  );
}

const panels = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
  gap: 2,
} as const;
const panelName = { fontSize: 12, fontWeight: 600, lineHeight: '18px', mb: 0.25 } as const;
