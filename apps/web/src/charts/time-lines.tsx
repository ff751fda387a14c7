/** Lines over days with limits, above and below zero: courses of markers and lesions, in plain SVG. */
import { extent, nice, ticks } from 'd3-array';
import { line } from 'd3-shape';
import { gutterOf } from './plot/scale.ts';
import { timeTicks } from './time-axis.ts';

export type TimeLine = {
  readonly name: string;
  readonly colour: string;
  /** `hollow` points are drawn open and join no line. */
  readonly points: readonly {
    readonly at: number;
    readonly value: number;
    readonly hollow?: boolean;
  }[];
};
export type Limit = { readonly value: number; readonly name: string };
export type Moment = { readonly at: number; readonly name: string };

const margin = { top: 12, right: 16, bottom: 22 };
const words = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;
const grid = 'var(--mui-palette-divider)';

export function TimeLines({
  width,
  height,
  lines,
  limits = [],
  moments = [],
  format,
}: {
  width: number;
  height: number;
  lines: readonly TimeLine[];
  limits?: readonly Limit[];
  moments?: readonly Moment[];
  format: (value: number) => string;
}) {
  const points = lines.flatMap((one) => one.points);
  const days = [...points, ...moments].map(({ at }) => at);
  const [first = 0, last = 1] = extent(days);
  const [least = 0, most = 1] = extent([
    0,
    ...points.map(({ value }) => value),
    ...limits.map(({ value }) => value),
  ]);
  const [low, high] = nice(least, most, 4);
  const steps = ticks(low, high, 4);
  const left = gutterOf(steps.map(format));
  const [w, h] = [Math.max(40, width - left - margin.right), height - margin.top - margin.bottom];
  const x = (at: number): number => (last === first ? w / 2 : ((at - first) / (last - first)) * w);
  const y = (value: number): number => h * (1 - (value - low) / (high - low || 1));
  const path = line<{ at: number; value: number }>()
    .x(({ at }) => x(at))
    .y(({ value }) => y(value));
  return (
    <svg
      data-chart
      width={width}
      height={height}
      aria-hidden="true"
      style={{ display: 'block', overflow: 'visible' }}
    >
      <g transform={`translate(${left}, ${margin.top})`}>
        {steps.map((tick) => (
          <g key={tick} transform={`translate(0, ${y(tick)})`}>
            <line x2={w} stroke={grid} />
            <text x={-8} dy="0.32em" textAnchor="end" {...words}>
              {format(tick)}
            </text>
          </g>
        ))}
        {timeTicks({ start: first, end: last }, w).map(({ at, label }) => (
          <text
            key={at}
            x={x(at)}
            y={h + 15}
            textAnchor={x(at) > w - 24 ? 'end' : 'middle'}
            {...words}
          >
            {label}
          </text>
        ))}
        {limits.map(({ value, name }) => (
          <g key={name} transform={`translate(0, ${y(value)})`}>
            <line x2={w} stroke="var(--mui-palette-text-secondary)" strokeDasharray="5 4" />
            <text
              x={w}
              y={y(value) < words.fontSize ? words.fontSize : -4}
              textAnchor="end"
              {...words}
            >
              {name}
            </text>
          </g>
        ))}
        {moments.map(({ at, name }) => (
          <g key={name} transform={`translate(${x(at)}, 0)`}>
            <line y2={h} stroke="var(--mui-palette-text-secondary)" />
            {/* Words run into the plot: beyond its right edge they are cut. */}
            <text
              x={x(at) > w / 2 ? -4 : 4}
              y={8}
              {...words}
              textAnchor={x(at) > w / 2 ? 'end' : 'start'}
            >
              {name}
            </text>
          </g>
        ))}
        {lines.map((one, index) => (
          <g key={one.name}>
            <path
              d={path(one.points.filter(({ hollow }) => hollow !== true)) ?? ''}
              fill="none"
              stroke={one.colour}
              strokeWidth={2}
              strokeDasharray={index % 2 === 1 ? '6 3' : undefined}
            />
            {one.points.map(({ at, value, hollow }) => (
              <circle
                key={`${at} ${value}`}
                cx={x(at)}
                cy={y(value)}
                r={3.2}
                fill={hollow ? 'var(--mui-palette-background-paper)' : one.colour}
                stroke={one.colour}
              />
            ))}
          </g>
        ))}
      </g>
    </svg>
  );
}
