/** The chart of an answer: lines, bars or a heat map, in panels on one scale. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type RefObject, useState } from 'react';
import { IntervalBars } from '../../../../charts/bars/interval-bars.tsx';
import type { Bar } from '../../../../charts/bars/layout.ts';
import { ClassLegend } from '../../../../charts/classes/legend.tsx';
import type { Scale } from '../../../../charts/classes/scale.ts';
import { HeatMap } from '../../../../charts/heat/heat-map.tsx';
import { Plot } from '../../../../charts/plot/plot.tsx';
import { DOTS, type Series } from '../../../../charts/plot/series.ts';
import { Legend } from '../../../../charts/plot/tip.tsx';
import { PlotBox } from '../../../../charts/plot-box.tsx';
import { usePrinting } from '../../../../design/print/printing.ts';
import { screenOnly } from '../../../../design/print/styles.ts';
import type {
  StatisticsCellState,
  StatisticsDimension,
} from '../../../../graph/generated/graphql.ts';
import type { Cell } from '../../answer/cube.ts';
import type { Formats } from '../../answer/format.ts';
import { barOrder, type Drawing, type DrawnPanel } from '../../answer/panels.ts';
import type { Kind } from '../../answer/roles.ts';
import { useStateWords } from '../../answer/state-words.ts';
import { colourOf } from './colours.ts';

type Panel = DrawnPanel<StatisticsCellState>;

/** Bars shown at first; a button shows the others. */
const few = 25;
/** Bands of more lines would hide each other: theirs are upright marks. */
const mostBands = 3;
/** Pixels between the marks of two lines at one position. */
const mostShift = 6;
const gap = 16;
const leastPanel = { lines: 250, bars: 320, heat: 520 } as const;

export function Drawn({
  name,
  kind,
  drawing,
  formats,
  scale,
  unit,
  reference,
  chart,
}: {
  name: string;
  kind: Kind;
  drawing: Drawing<StatisticsDimension, StatisticsCellState>;
  formats: Formats;
  /** Of a heat map. */
  scale: Scale | null;
  unit: string;
  /** A value that the others are read against: 1 of a ratio, 0 of a difference. */
  reference: number | null;
  chart: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useLingui();
  const [chosenAll, setAll] = useState(false);
  const all = usePrinting() || chosenAll;
  const { along, colour, panels } = drawing;
  const names = panels[0]?.series ?? [];
  const colours = names.map(({ code }, i) => colourOf(colour?.dimension ?? null, code, i));
  const order = barOrder(drawing);
  const shown = kind === 'lines' || all ? order : order.slice(0, few);
  const reach = panels.flatMap(({ series }) =>
    series.flatMap(({ cells }) => shown.flatMap((i) => reachOf(cells[i]))),
  );
  const empty = panels.every(({ series }) =>
    series.every(({ cells }) => cells.every(({ value }) => value === null)),
  );
  const shared = { along: along?.labels ?? [], order: shown, colours, formats, reach };
  return (
    <>
      {kind === 'heat' && (
        <ClassLegend
          scale={scale}
          unit={unit}
          hatched={t`Not shown, or none`}
          format={formats.short}
        />
      )}
      {kind !== 'heat' && colour !== null && (
        <Legend
          items={names.map((one, i) => ({
            name: one.name,
            colour: colours[i] ?? '',
            dot: kind === 'lines' ? (DOTS[i] ?? 'circle') : 'square',
          }))}
        />
      )}
      <PlotBox name={name} chart={chart} empty={empty}>
        {(width) => {
          const across = Math.max(
            1,
            Math.min(panels.length, Math.floor((width + gap) / (leastPanel[kind] + gap))),
          );
          const own = Math.floor((width - gap * (across - 1)) / across);
          return (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: `${gap}px`, rowGap: 1.5 }}>
              {panels.map((panel) => (
                <Box key={panel.name} sx={{ width: own }}>
                  {panel.name !== '' && (
                    <Box
                      data-chart-words
                      sx={{ fontSize: 12, fontWeight: 600, lineHeight: '18px', mb: 0.25 }}
                    >
                      {panel.name}
                    </Box>
                  )}
                  {kind === 'lines' && (
                    <Lines panel={panel} width={own} alone={panels.length === 1} {...shared} />
                  )}
                  {kind === 'bars' && (
                    <Bars panel={panel} width={own} reference={reference} {...shared} />
                  )}
                  {kind === 'heat' && <Heat panel={panel} width={own} scale={scale} {...shared} />}
                </Box>
              ))}
            </Box>
          );
        }}
      </PlotBox>
      {kind !== 'lines' && order.length > few && (
        <Button {...screenOnly} onClick={() => setAll(!all)} aria-expanded={all} sx={{ ml: -1 }}>
          {all ? <Trans>Show the first {few}</Trans> : <Trans>Show all {order.length}</Trans>}
        </Button>
      )}
    </>
  );
}

/** What of a cell the axis has to reach. */
const reachOf = (cell: Cell<StatisticsCellState> | undefined): number[] =>
  [cell?.value, cell?.lower, cell?.upper].filter((v) => v != null);

type Shared = {
  panel: Panel;
  width: number;
  along: readonly string[];
  /** Members along the chart as they are drawn. */
  order: readonly number[];
  colours: readonly string[];
  formats: Formats;
  reach: readonly number[];
};

function Lines({
  panel,
  width,
  along,
  colours,
  formats,
  reach,
  alone,
}: Shared & { alone: boolean }) {
  const many = panel.series.length > mostBands;
  // Marks of one position stand beside each other, no wider than a part of the way to the next.
  const apart = Math.min(
    mostShift,
    (width * 0.6) / Math.max(along.length, 1) / panel.series.length,
  );
  const shift = (i: number) => (many ? (i - (panel.series.length - 1) / 2) * apart : 0);
  const intervals = panel.series.map(
    (one, i): Series => ({
      ...(many ? { as: 'interval', shift: shift(i) } : { as: 'band' }),
      name: `${one.name} ±`,
      colour: colours[i] ?? '',
      lower: one.cells.map((c) => c.lower),
      upper: one.cells.map((c) => c.upper),
    }),
  );
  const lines = panel.series.map(
    (one, i): Series => ({
      as: 'line',
      name: one.name,
      colour: colours[i] ?? '',
      values: one.cells.map((c) => c.value),
      dot: DOTS[i] ?? 'circle',
      shift: shift(i),
    }),
  );
  return (
    <Plot
      width={width}
      height={alone ? 320 : 190}
      labels={along}
      series={[...intervals, ...lines]}
      format={formats.short}
      formatTick={formats.tick}
      whole={formats.whole}
      reach={reach}
      note={(series, position) => {
        const cell = panel.series.find((one) => one.name === series.name)?.cells[position];
        return cell ? intervalWords(cell, formats.short) : '';
      }}
    />
  );
}

function Bars({
  panel,
  width,
  along,
  order,
  colours,
  formats,
  reach,
  reference,
}: Shared & { reference: number | null }) {
  const { short: words } = useStateWords();
  return (
    <IntervalBars
      width={width}
      groups={order.map((i) => ({
        name: along[i] ?? '',
        bars: onceWhereAlike(
          panel.series.map(({ cells }) => {
            const cell = cells[i];
            const { value = null, lower = null, upper = null } = cell ?? {};
            return {
              value,
              lower,
              upper,
              words: value === null ? words(cell?.state ?? 'ABSENT') : formats.short(value),
            };
          }),
        ),
      }))}
      colours={colours}
      format={formats.tick}
      reach={reach}
      reference={reference}
    />
  );
}

/** Where none of a member's bars has a figure, all for one reason, the reason is said once. */
const onceWhereAlike = (bars: readonly Bar[]): readonly Bar[] =>
  bars.every(({ value, words }) => value === null && words === bars[0]?.words)
    ? bars.slice(0, 1)
    : bars;

function Heat({ panel, width, along, order, formats, scale }: Shared & { scale: Scale | null }) {
  const { short: words } = useStateWords();
  return (
    <HeatMap
      width={width}
      rows={order.map((i) => along[i] ?? '')}
      columns={panel.series.map(({ name }) => name)}
      cells={order.map((i) =>
        panel.series.map(({ cells }) => {
          const { value = null, state = 'ABSENT' } = cells[i] ?? {};
          return { value, words: value === null ? words(state) : formats.short(value) };
        }),
      )}
      scale={scale}
    />
  );
}

const intervalWords = (
  { lower, upper }: Cell<StatisticsCellState>,
  format: (value: number) => string,
): string => (lower === null || upper === null ? '' : `${format(lower)}–${format(upper)}`);
