/** Families of curves on one scale of logarithms: each named at its end, paler to darker in their order. */
import { bisector, extent, ticks } from 'd3-array';
import { line } from 'd3-shape';
import { type ReactNode, useState } from 'react';
import { gutterOf, wordsWidth } from '../plot/scale.ts';
import { Tip } from '../plot/tip.tsx';
import { logAxis } from './log-axis.ts';

export type LogCurve = {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
};

const margin = { top: 10, bottom: 24 };
const words = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;
/** Least pixels between two names at the ends of curves. */
const apart = 11;

/** Blue to vermillion by way of green, even in lightness enough for both themes. */
const colourOf = (place: number, of: number): string => {
  const share = of < 2 ? 0 : place / (of - 1);
  return `hsl(${Math.round(220 - 205 * share)} 70% ${Math.round(42 + 6 * Math.sin(Math.PI * share))}%)`;
};

const byPlace = bisector(({ at }: { at: number }) => at);

export function LogCurves({
  width,
  height,
  curves,
  reach,
  format,
  formatAt,
  along,
}: {
  width: number;
  height: number;
  /** In their order. */
  curves: readonly LogCurve[];
  /** Values that the scale has to reach: those of the panels beside. */
  reach: readonly number[];
  format: (value: number) => string;
  formatAt: (at: number) => string;
  /** What lies along the panel. */
  along: string;
}): ReactNode {
  const [pointed, setPointed] = useState<number | null>(null);
  const axis = logAxis(reach);
  const left = gutterOf(axis.ticks.map(format));
  const right = Math.max(14, ...curves.map(({ name }) => wordsWidth(name))) + 8;
  const inner = {
    width: Math.max(40, width - left - right),
    height: height - margin.top - margin.bottom,
  };
  const places = curves.flatMap(({ points }) => points.map(({ at }) => at));
  const [first = 0, last = 1] = extent(places);
  const x = (at: number) => (last === first ? 0.5 : (at - first) / (last - first)) * inner.width;
  const y = (value: number) =>
    inner.height * (1 - Math.log(value / axis.start) / Math.log(axis.end / axis.start));
  const path = line<LogCurve['points'][number]>()
    .x(({ at }) => x(at))
    .y(({ value }) => y(value));
  const ends = endsOf(curves, x, y, inner.height);
  const all = [...new Set(places)].sort((a, b) => a - b);
  const onPoint = ({ nativeEvent }: { nativeEvent: PointerEvent }) => {
    const at = first + ((nativeEvent.offsetX - left) / inner.width) * (last - first);
    setPointed(
      all[
        byPlace.center(
          all.map((place) => ({ at: place })),
          at,
        )
      ] ?? null,
    );
  };
  return (
    <div style={{ position: 'relative' }}>
      <svg
        data-chart
        width={width}
        height={height}
        aria-hidden="true"
        onPointerMove={onPoint}
        onPointerLeave={() => setPointed(null)}
        style={{ display: 'block', overflow: 'visible' }}
      >
        <g transform={`translate(${left}, ${margin.top})`}>
          {axis.ticks.map((tick) => (
            <g key={tick} transform={`translate(0, ${y(tick)})`}>
              <line x2={inner.width} stroke="var(--mui-palette-divider)" />
              <text x={-8} dy="0.32em" textAnchor="end" {...words}>
                {format(tick)}
              </text>
            </g>
          ))}
          {ticks(first, last, Math.max(3, Math.floor(inner.width / 60)))
            .filter((tick) => Number.isInteger(tick))
            .map((tick) => (
              <text key={tick} x={x(tick)} y={inner.height + 16} textAnchor="middle" {...words}>
                {String(tick)}
              </text>
            ))}
          {pointed !== null && (
            <line
              x1={x(pointed)}
              x2={x(pointed)}
              y2={inner.height}
              stroke="var(--mui-palette-text-secondary)"
              strokeOpacity={0.5}
            />
          )}
          {curves.map(({ name, points }, i) => (
            <g key={name}>
              <path
                d={path(points) ?? ''}
                fill="none"
                stroke={colourOf(i, curves.length)}
                strokeWidth={1.75}
              />
              {points.map(({ at, value }) => (
                <circle key={at} cx={x(at)} cy={y(value)} r={2} fill={colourOf(i, curves.length)} />
              ))}
              {ends[i] !== null && (
                <text x={x(points.at(-1)?.at ?? last) + 6} y={ends[i] ?? 0} dy="0.32em" {...words}>
                  {name}
                </text>
              )}
            </g>
          ))}
        </g>
      </svg>
      {pointed !== null && (
        <Tip
          left={left + x(pointed)}
          width={width}
          title={`${along} ${formatAt(pointed)}`}
          lines={curves.flatMap(({ name, points }, i) => {
            const value = points.find(({ at }) => at === pointed)?.value;
            return value === undefined
              ? []
              : [{ name, colour: colourOf(i, curves.length), text: format(value) }];
          })}
        />
      )}
    </div>
  );
}

/** Where the name of each curve stands: at its end, below one that stands there already; null where no room is left. */
function endsOf(
  curves: readonly LogCurve[],
  x: (at: number) => number,
  y: (value: number) => number,
  height: number,
): (number | null)[] {
  const wanted = curves
    .map(({ name, points }, i) => ({
      i,
      width: wordsWidth(name),
      at: y(points.at(-1)?.value ?? 1),
      from: x(points.at(-1)?.at ?? 0),
    }))
    .sort((a, b) => a.at - b.at);
  const places: (number | null)[] = curves.map(() => null);
  const taken: { at: number; from: number; width: number }[] = [];
  for (const { i, at, from, width } of wanted) {
    const near = taken.filter((one) => from < one.from + one.width && one.from < from + width);
    const free = Math.max(at, ...near.map((one) => one.at + apart));
    if (free > height + 6 || free - at > 3 * apart) continue;
    taken.push({ at: free, from, width });
    places[i] = free;
  }
  return places;
}
