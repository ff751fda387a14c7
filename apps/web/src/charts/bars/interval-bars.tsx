/** Lying bars with their intervals, in groups: categories with long names, each with its number in words beside it. */
import { valueAxis } from '../plot/scale.ts';
import { type BarGroup, barLayout } from './layout.ts';

const words = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;
const ink = 'var(--mui-palette-text-primary)';
const grid = 'var(--mui-palette-divider)';
const axisHeight = 20;

export function IntervalBars({
  width,
  groups,
  colours,
  format,
  reach = [],
  reference = null,
}: {
  width: number;
  groups: readonly BarGroup[];
  /** One for each bar of a group. */
  colours: readonly string[];
  format: (value: number) => string;
  /** Values that the axis has to reach as well, for one scale with other drawings. */
  reach?: readonly number[];
  /** A value that the others are read against: 1 of a ratio. */
  reference?: number | null;
}) {
  const { names, numbers, thickness, height, groups: placed } = barLayout(groups, width);
  const bars = groups.flatMap((group) => group.bars);
  const axis = valueAxis([
    ...bars.flatMap(({ value, lower, upper }) => [value, lower, upper]),
    ...reach,
    reference,
  ]);
  const room = Math.max(40, width - names - numbers - 8);
  const x = (value: number) => ((value - axis.start) / (axis.end - axis.start)) * room;
  return (
    <svg
      data-chart
      width={width}
      height={height + axisHeight}
      aria-hidden="true"
      style={{ display: 'block', overflow: 'visible' }}
    >
      <g transform={`translate(${names}, 0)`}>
        {axis.ticks.map((tick) => (
          <g key={tick} transform={`translate(${x(tick)}, 0)`}>
            <line y1={axisHeight - 4} y2={height + axisHeight - 6} stroke={grid} />
            <text y={10} textAnchor="middle" {...words}>
              {format(tick)}
            </text>
          </g>
        ))}
      </g>
      <g transform={`translate(0, ${axisHeight})`}>
        {placed.map((group, g) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two categories may have one name
          <g key={g}>
            {group.lines.map((line, i) => (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
                key={i}
                x={names === 0 ? 0 : names - 8}
                y={group.top + 10 + i * 14}
                textAnchor={names === 0 ? 'start' : 'end'}
                fill={ink}
                fontSize={11.5}
              >
                {line}
              </text>
            ))}
            {groups[g]?.bars.map((bar, b) => (
              <Drawn
                // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its series
                key={b}
                bar={bar}
                left={names}
                top={group.bars[b] ?? 0}
                thickness={thickness}
                colour={colours[b] ?? ink}
                x={x}
              />
            ))}
          </g>
        ))}
      </g>
      {reference !== null && (
        <line
          x1={names + x(reference)}
          x2={names + x(reference)}
          y1={axisHeight - 4}
          y2={height + axisHeight - 6}
          stroke={ink}
          strokeDasharray="4 3"
        />
      )}
    </svg>
  );
}

function Drawn({
  bar: { value, lower, upper, words: said },
  left,
  top,
  thickness,
  colour,
  x,
}: {
  bar: BarGroup['bars'][number];
  left: number;
  top: number;
  thickness: number;
  colour: string;
  x: (value: number) => number;
}) {
  const middle = top + thickness / 2;
  if (value === null) {
    return (
      <text x={left + 4} y={middle + 3.5} {...words}>
        {said}
      </text>
    );
  }
  const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
  const end = Math.max(to, upper === null ? to : x(upper));
  return (
    <>
      <rect
        x={left + from}
        y={top + 1}
        width={Math.max(to - from, 0.5)}
        height={thickness - 2}
        fill={colour}
      />
      {lower !== null && upper !== null && (
        <path
          d={`M${left + x(lower)} ${middle - 3}v6m0 -3H${left + x(upper)}m0 -3v6`}
          stroke={ink}
          strokeWidth={1.2}
          fill="none"
        />
      )}
      <text x={left + end + 6} y={middle + 3.5} fill={ink} fontSize={11}>
        {said}
      </text>
    </>
  );
}
