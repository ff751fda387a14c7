/** The drawing of a plot's series. */
import { useId } from 'react';
import { Dot } from './dot.tsx';
import type { Series } from './series.ts';

type Bars = Extract<Series, { as: 'bars' }>;
type Other = Exclude<Series, { as: 'bars' }>;

export function Marks({
  bars,
  stacks,
  others,
  x,
  y,
  barWidth,
}: {
  bars: readonly Bars[];
  stacks: readonly (readonly ([number, number] | null)[])[];
  others: readonly { readonly series: Other; readonly path: string }[];
  x: (position: number) => number;
  y: (value: number) => number;
  barWidth: number;
}) {
  const hatch = useId();
  return (
    <>
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" fill="var(--mui-palette-background-paper)" />
          <rect width="2" height="6" fill="var(--mui-palette-text-secondary)" opacity="0.55" />
        </pattern>
      </defs>
      {bars.map((series, s) => (
        <g
          key={series.name}
          fill={series.fill === 'missing' ? `url(#${hatch})` : series.colour}
          fillOpacity={series.fill === 'part' ? 0.35 : 1}
          stroke={series.fill === 'part' ? series.colour : 'var(--mui-palette-background-paper)'}
          strokeWidth={series.fill === 'part' ? 1 : 0.5}
          strokeDasharray={series.fill === 'part' ? '3 3' : undefined}
        >
          {stacks[s]?.map(
            (part, i) =>
              part !== null &&
              part[1] > part[0] && (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a position is its index
                  key={i}
                  x={x(i) - barWidth / 2}
                  y={y(part[1])}
                  width={barWidth}
                  height={y(part[0]) - y(part[1])}
                />
              ),
          )}
        </g>
      ))}
      {others.map(({ series, path }) =>
        series.as === 'band' ? (
          <path key={series.name} d={path} fill={series.colour} fillOpacity={0.18} />
        ) : series.as === 'interval' ? (
          <path key={series.name} d={path} fill="none" stroke={series.colour} strokeOpacity={0.7} />
        ) : (
          <g key={series.name}>
            <path
              d={path}
              fill="none"
              stroke={series.colour}
              strokeWidth={2}
              strokeDasharray={series.dashed ? '5 4' : undefined}
            />
            {series.dot &&
              series.values.map(
                (value, i) =>
                  value !== null && (
                    <Dot
                      // biome-ignore lint/suspicious/noArrayIndexKey: a position is its index
                      key={i}
                      shape={series.dot}
                      x={x(i) + (series.shift ?? 0)}
                      y={y(value)}
                      colour={series.colour}
                    />
                  ),
              )}
          </g>
        ),
      )}
    </>
  );
}
