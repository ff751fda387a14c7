/**
 * A funnel plot: the share of each place over its number of cases, between limits of chance about the share of all. One
 * stop of the Tab key; arrow keys go from place to place by number of cases, Home and End to the least and the most.
 */
import Box from '@mui/material/Box';
import { line } from 'd3-shape';
import { type KeyboardEvent, useRef, useState } from 'react';
import { linesOf } from '../export/caption.ts';
import { Dot } from '../plot/dot.tsx';
import { gutterOf } from '../plot/scale.ts';
import type { DotShape } from '../plot/series.ts';
import { Tip } from '../plot/tip.tsx';
import { casesAxis, namesBeside, shareAxis } from './layout.ts';

export type FunnelPoint = {
  readonly code: string;
  readonly name: string;
  /** Per cent. */
  readonly share: number;
  readonly cases: number;
  /** How far out: 0 within both limits, 1 beyond the inner, 2 beyond the outer. */
  readonly beyond: 0 | 1 | 2;
  readonly colour: string;
  readonly shape: DotShape;
  /** What is said of it: beside the pointer line by line, and to a screen reader. */
  readonly lines: readonly { readonly name: string; readonly text: string }[];
};

/** Limits along numbers of cases, ascending; lists of one length. */
export type FunnelCurves = {
  readonly cases: readonly number[];
  /** Lower and upper, 95% and 99.8%. */
  readonly inner: readonly [readonly number[], readonly number[]];
  readonly outer: readonly [readonly number[], readonly number[]];
};

const words = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;
const ink = 'var(--mui-palette-text-primary)';
const quiet = 'var(--mui-palette-text-secondary)';
const margins = { top: 18, right: 14, bottom: 38 };
const lineHeight = 13;
/** Px that words take at most: a Chinese sign is as wide as it is high. */
const widest = (said: string): number =>
  Array.from(said).reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 11 : 6.5), 0);

export function FunnelPlot({
  label,
  width,
  height,
  points,
  target,
  curves,
  format,
  formatCases,
  axisWords,
}: {
  /** What a screen reader says of the whole. */
  label: string;
  width: number;
  height: number;
  points: readonly FunnelPoint[];
  target: number;
  curves: FunnelCurves;
  /** How ticks read. */
  format: (share: number) => string;
  formatCases: (cases: number) => string;
  /** What lies along the axes. */
  axisWords: { readonly share: string; readonly cases: string };
}) {
  const svg = useRef<SVGSVGElement>(null);
  const ranked = points.toSorted((a, b) => a.cases - b.cases || a.share - b.share);
  const [active, setActive] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const stop = ranked.find(({ code }) => code === active) ?? ranked[0];

  const shares = shareAxis([target, ...points.map(({ share }) => share), ...curves.outer.flat()]);
  const left = gutterOf(shares.ticks.map(format));
  const along = linesOf(axisWords.cases, width - margins.right, widest);
  const inner = {
    width: width - left - margins.right,
    height: height - margins.top - margins.bottom - lineHeight * (along.length - 1),
  };
  const cases = casesAxis(Math.max(...points.map((point) => point.cases)), inner.width);
  const x = (value: number) => (value / cases.end) * inner.width;
  const y = (share: number) =>
    inner.height * (1 - (share - shares.start) / (shares.end - shares.start));
  const curve = (limits: readonly number[]): string =>
    line<number>()
      .x((_, i) => x(curves.cases[i] ?? 0))
      .y(y)(limits) ?? '';

  // Those farthest out are named first: the others say who they are on being pointed at.
  const outside = ranked
    .filter(({ beyond }) => beyond > 0)
    .sort((a, b) => b.beyond - a.beyond || b.cases - a.cases);
  const names = namesBeside(
    outside.map(({ name, ...at }) => ({ name, x: x(at.cases), y: y(at.share) })),
    inner.width,
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const at = ranked.findIndex(({ code }) => code === stop?.code);
    const to = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      Home: 0,
      End: ranked.length - 1,
    }[event.key];
    if (event.key === 'Escape') return setPointed(null);
    if (to === undefined) return;
    event.preventDefault();
    const next = ranked[Math.min(ranked.length - 1, Math.max(0, to))];
    if (next) svg.current?.querySelector<SVGElement>(`[data-code="${next.code}"]`)?.focus();
  };
  const tip = ranked.find(({ code }) => code === pointed);
  return (
    <Box sx={{ position: 'relative', '& [data-code]': { outline: 'none' } }}>
      {/* biome-ignore lint/a11y/useSemanticElements: points of a drawing, not fields of a form */}
      <svg
        ref={svg}
        data-chart
        width={width}
        height={height}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
        style={{ display: 'block', overflow: 'visible' }}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g aria-hidden="true">
          <text x={2} y={10} {...words}>
            {axisWords.share}
          </text>
          {along.map((said, i) => (
            <text
              key={said}
              x={width - margins.right}
              y={height - 4 - lineHeight * (along.length - 1 - i)}
              textAnchor="end"
              {...words}
            >
              {said}
            </text>
          ))}
        </g>
        <g transform={`translate(${left}, ${margins.top})`}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
          <g aria-hidden="true">
            {shares.ticks.map((tick) => (
              <g key={tick} transform={`translate(0, ${y(tick)})`}>
                <line x2={inner.width} stroke="var(--mui-palette-divider)" />
                <text x={-8} dy="0.32em" textAnchor="end" {...words}>
                  {format(tick)}
                </text>
              </g>
            ))}
            {cases.ticks.map((tick) => (
              <text key={tick} x={x(tick)} y={inner.height + 15} textAnchor="middle" {...words}>
                {formatCases(tick)}
              </text>
            ))}
            <line x2={inner.width} y1={y(target)} y2={y(target)} stroke={ink} />
            {curves.outer.map((limits, i) => (
              <path
                key={i === 0 ? 'lower' : 'upper'}
                d={curve(limits)}
                fill="none"
                stroke={quiet}
              />
            ))}
            {curves.inner.map((limits, i) => (
              <path
                key={i === 0 ? 'lower' : 'upper'}
                d={curve(limits)}
                fill="none"
                stroke={quiet}
                strokeDasharray="4 3"
              />
            ))}
            {outside.map(({ code, name }, i) => {
              const at = names[i];
              return (
                at && (
                  <text
                    key={code}
                    x={at.x}
                    y={at.y + 4}
                    textAnchor={at.anchor}
                    fill={ink}
                    fontSize={11.5}
                  >
                    {name}
                  </text>
                )
              );
            })}
          </g>
          {ranked.map((point) => {
            const [cx, cy] = [x(point.cases), y(point.share)];
            return (
              // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a point is read without a pointer, and nothing happens on pressing it
              <g
                key={point.code}
                data-code={point.code}
                role="img"
                tabIndex={point.code === stop?.code ? 0 : -1}
                aria-label={[
                  point.name,
                  ...point.lines.map(({ name, text }) => `${name}: ${text}`),
                ].join('; ')}
                onFocus={() => {
                  setActive(point.code);
                  setPointed(point.code);
                }}
                onBlur={() => setPointed(null)}
                onPointerEnter={() => setPointed(point.code)}
              >
                {/* A point is small to hit: its surroundings are it too. */}
                <circle cx={cx} cy={cy} r={10} fill="transparent" />
                <Dot shape={point.shape} x={cx} y={cy} colour={point.colour} />
                {point.code === pointed && (
                  <circle cx={cx} cy={cy} r={7.5} fill="none" stroke={ink} strokeWidth={1.5} />
                )}
              </g>
            );
          })}
        </g>
      </svg>
      {tip && (
        <Tip
          left={left + x(tip.cases)}
          width={width}
          title={tip.name}
          lines={tip.lines.map((one) => ({ ...one, colour: tip.colour }))}
        />
      )}
    </Box>
  );
}
