/** Bars, lines and steps over years, ages or months: plain SVG, a hundredth of a chart library's weight. */
import Box from '@mui/material/Box';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import { type ReactNode, useState } from 'react';
import { Marks } from './marks.tsx';
import { gutterOf, labelStep, nearest, stacked, valueAxis } from './scale.ts';
import type { Series } from './series.ts';
import { Tip } from './tip.tsx';

export type PlotProps = {
  readonly width: number;
  readonly height: number;
  /** The word of each position. */
  readonly labels: readonly string[];
  /** Where the positions lie on an axis of numbers; absent: side by side. */
  readonly at?: readonly number[];
  /** Numbers of that axis that carry a word. */
  readonly words?: readonly { readonly at: number; readonly label: string }[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  /** How ticks of the axis of values read, where otherwise than values. */
  readonly formatTick?: (value: number) => string;
  /** Where the axis of values ends; absent: above the highest. */
  readonly end?: number;
  /** Values that the axis has to reach as well: those of the plots beside it, for one scale. */
  readonly reach?: readonly number[];
  /** Values are counts: no tick between two whole numbers. */
  readonly whole?: boolean;
  /** Positions shaded, first and last included. */
  readonly shade?: readonly [number, number] | null;
  /** What is said of a position beside its values. */
  readonly title?: (position: number) => string;
  readonly note?: (series: Series, position: number) => string;
};

const outer = { top: 10, right: 14, bottom: 22 };
const words = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;
const grid = 'var(--mui-palette-divider)';
const widestBar = 44;

export function Plot(props: PlotProps): ReactNode {
  const { width, height, labels, at, series, format, shade } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const bars = series.filter((s) => s.as === 'bars');
  const stacks = stacked(bars.map((s) => s.values));
  const tops = series.flatMap((s) => ('upper' in s ? s.upper : s.as === 'line' ? s.values : []));
  const bottoms = series.flatMap((s) => ('lower' in s ? s.lower : []));
  const heights = stacks.flatMap((stack) => stack.map((part) => part?.[1] ?? null));
  const highest = [...heights, ...tops, ...bottoms, ...(props.reach ?? [])];
  const axis = valueAxis(highest, { end: props.end, whole: props.whole ?? false });
  const tickWords = props.formatTick ?? format;
  const margin = { ...outer, left: gutterOf(axis.ticks.map(tickWords)) };
  const inner = {
    width: width - margin.left - margin.right,
    height: height - margin.top - margin.bottom,
  };
  const y = (value: number) => inner.height * (1 - (value - axis.start) / (axis.end - axis.start));

  const apart = inner.width / Math.max(labels.length, 1);
  const [first, last] = [at?.[0] ?? 0, at?.at(-1) ?? 1];
  const along = (number: number) => ((number - first) / (last - first || 1)) * inner.width;
  const x = (position: number) =>
    at === undefined ? (position + 0.5) * apart : along(at[position] ?? 0);
  const step = labelStep(labels, apart);
  const named =
    props.words?.map((word) => ({ x: along(word.at), label: word.label })) ??
    labels.flatMap((label, i) => (i % step === 0 ? [{ x: x(i), label }] : []));

  const places = labels.map((_, i) => x(i));
  const onPoint = (event: React.PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setPointed(nearest(places, event.clientX - left - margin.left));
  };
  const pathOf = (s: Series): string => {
    const curve = 'step' in s && s.step ? curveStepAfter : curveLinear;
    const all = labels.map((_, i) => i);
    if (s.as === 'line') {
      const known = line<number>()
        .x((i) => x(i) + (s.shift ?? 0))
        .curve(curve)
        .defined((i) => s.values[i] != null);
      return known.y((i) => y(s.values[i] ?? 0))(all) ?? '';
    }
    if (s.as === 'band') {
      const known = area<number>()
        .x(x)
        .curve(curve)
        .defined((i) => s.lower[i] != null && s.upper[i] != null);
      return known.y0((i) => y(s.lower[i] ?? 0)).y1((i) => y(s.upper[i] ?? 0))(all) ?? '';
    }
    if (s.as === 'interval') {
      const mark = (i: number): string => {
        const [low, high] = [s.lower[i] ?? null, s.upper[i] ?? null];
        if (low === null || high === null) return '';
        return `M${x(i) + (s.shift ?? 0) - 2} ${y(high)}h4m-2 0V${y(low)}m-2 0h4`;
      };
      return all.map(mark).join('');
    }
    return '';
  };

  return (
    <Box sx={{ position: 'relative' }}>
      <svg
        data-chart
        width={width}
        height={height}
        aria-hidden="true"
        onPointerMove={onPoint}
        onPointerLeave={() => setPointed(null)}
        style={{ display: 'block', overflow: 'visible' }}
      >
        <g transform={`translate(${margin.left}, ${margin.top})`}>
          {axis.ticks.map((tick) => (
            <g key={tick} transform={`translate(0, ${y(tick)})`}>
              <line x2={inner.width} stroke={grid} />
              <text x={-8} dy="0.32em" textAnchor="end" {...words}>
                {tickWords(tick)}
              </text>
            </g>
          ))}
          {named.map((word) => (
            <text key={word.x} x={word.x} y={inner.height + 15} textAnchor="middle" {...words}>
              {word.label}
            </text>
          ))}
          {shade && (
            <rect
              x={x(shade[0]) - apart / 2}
              width={x(shade[1]) - x(shade[0]) + apart}
              height={inner.height}
              fill="var(--mui-palette-primary-main)"
              fillOpacity={0.08}
            />
          )}
          {pointed !== null && (
            <line
              x1={x(pointed)}
              x2={x(pointed)}
              y2={inner.height}
              stroke="var(--mui-palette-text-secondary)"
              strokeOpacity={0.5}
            />
          )}
          <Marks
            bars={bars}
            stacks={stacks}
            others={series
              .filter((s) => s.as !== 'bars')
              .map((s) => ({ series: s, path: pathOf(s) }))}
            x={x}
            y={y}
            barWidth={Math.min(apart * 0.76, widestBar)}
          />
        </g>
      </svg>
      {pointed !== null && (
        <Tip
          left={margin.left + x(pointed)}
          width={width}
          title={props.title?.(pointed) ?? labels[pointed] ?? ''}
          lines={series.flatMap((s) => {
            const value = 'lower' in s ? null : (s.values[pointed] ?? null);
            if (value === null) return [];
            const note = props.note?.(s, pointed);
            return [
              {
                name: s.name,
                colour: s.colour,
                text: `${format(value)}${note ? ` (${note})` : ''}`,
              },
            ];
          })}
        />
      )}
    </Box>
  );
}
