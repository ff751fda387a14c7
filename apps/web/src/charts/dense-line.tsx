/** A dense series over time (uPlot): bands of treatment behind it, its reference range shaded. */
import 'uplot/dist/uPlot.min.css';
import Box from '@mui/material/Box';
import { useColorScheme } from '@mui/material/styles';
import { useEffect } from 'react';
import uPlot from 'uplot';
import { usePrinting } from '../design/print/printing.ts';
import { formatNumber } from '../format/quantity.ts';
import { timeTicks } from './time-axis.ts';
import { useWidth } from './use-width.ts';
import { rangeWith } from './value-range.ts';

/** A stretch of time behind the curve; without length, a line. Times in ms UTC. */
export type Band = { start: number; end: number; colour: string; name?: string };

/** A stretch of time without values, and what is said of it. Times in ms UTC. */
export type Gap = { start: number; end: number; words: string };

export type DenseLineProps = {
  /** What the drawing shows, for who cannot see it. */
  label: string;
  /** ms UTC, ascending. */
  times: readonly number[];
  values: readonly number[];
  unit: string;
  referenceLow: number | null;
  referenceHigh: number | null;
  bands: readonly Band[];
  gaps?: readonly Gap[];
  /** The stretch of time shown, ms UTC. */
  domain: { start: number; end: number };
  height?: number;
  /** Charts of one name point at the same time together. */
  together: string;
  /** Writes the value pointed at. */
  onPoint: (index: number | null) => void;
};

export function DenseLine(props: DenseLineProps) {
  const { height = 190, label } = props;
  const [box, width] = useWidth();
  const { colorScheme } = useColorScheme();
  const printing = usePrinting();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme stands for its colours
  useEffect(() => {
    const element = box.current;
    if (!element || width < 50) return;
    const chart = new uPlot(options(props, width, height, element), data(props), element);
    return () => chart.destroy();
  }, [
    props.times,
    props.values,
    props.bands,
    props.gaps,
    props.domain,
    props.unit,
    width,
    height,
    colorScheme,
    printing,
  ]);
  return (
    <Box
      ref={box}
      role="img"
      aria-label={label}
      sx={{ width: '100%', height, minWidth: 0, overflow: 'hidden' }}
    />
  );
}

const data = ({ times, values }: DenseLineProps): uPlot.AlignedData => [
  times.map((t) => t / 1000),
  [...values],
];

function options(
  props: DenseLineProps,
  width: number,
  height: number,
  element: Element,
): uPlot.Options {
  const css = getComputedStyle(element);
  const colour = (name: string) => css.getPropertyValue(`--mui-palette-${name}`).trim();
  const text = colour('text-secondary');
  const grid = { stroke: colour('divider'), width: 1 };
  const font = `11px ${css.fontFamily}`;
  const { referenceLow: low, referenceHigh: high, domain } = props;
  return {
    width,
    height,
    legend: { show: false },
    cursor: {
      sync: { key: props.together },
      drag: { x: false, y: false },
      points: { size: 8 },
    },
    scales: {
      x: { time: true, range: () => [domain.start / 1000, domain.end / 1000] },
      y: { range: (_, min, max) => rangeWith(min, max, low, high) },
    },
    axes: [
      {
        stroke: text,
        grid,
        ticks: { show: false },
        font,
        size: 26,
        splits: (u) =>
          timeTicks(
            { start: (u.scales.x?.min ?? 0) * 1000, end: (u.scales.x?.max ?? 1) * 1000 },
            u.width - 60,
          ).map((t) => t.at / 1000),
        values: (u, splits) => {
          const ticks = timeTicks(
            { start: (u.scales.x?.min ?? 0) * 1000, end: (u.scales.x?.max ?? 1) * 1000 },
            u.width - 60,
          );
          return splits.map((s) => ticks.find((t) => t.at === s * 1000)?.label ?? '');
        },
      },
      {
        stroke: text,
        grid,
        ticks: { show: false },
        font,
        size: 52,
        values: (_, s) => s.map(formatNumber),
      },
    ],
    series: [
      {},
      {
        stroke: colour('text-primary'),
        width: 1.75,
        points: { show: props.times.length <= 120, size: 5, fill: colour('text-primary') },
        spanGaps: true,
      },
    ],
    hooks: {
      drawClear: [(u) => drawBehind(u, props, colour)],
      draw: [(u) => drawWords(u, props, colour, font)],
      setCursor: [(u) => props.onPoint(u.cursor.idx ?? null)],
    },
  };
}

/** Names of bands and words of gaps, where they have room. */
function drawWords(
  u: uPlot,
  { bands, gaps = [] }: DenseLineProps,
  colour: (name: string) => string,
  font: string,
): void {
  const { ctx, bbox } = u;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.font = font.replace(/^\d+/, (size) => String(Number(size) * scale));
  ctx.fillStyle = colour('text-secondary');
  ctx.textBaseline = 'top';
  ctx.textAlign = 'left';
  const x = (at: number) =>
    Math.min(Math.max(u.valToPos(at / 1000, 'x', true), bbox.left), bbox.left + bbox.width);
  const write = (words: string, from: number, to: number, top: number) => {
    if (ctx.measureText(words).width + 8 * scale > to - from) return;
    ctx.fillText(words, from + 4 * scale, top);
  };
  for (const { start, end, name } of bands) {
    if (name) write(name, x(start), x(end), bbox.top + 5 * scale);
  }
  ctx.strokeStyle = colour('text-secondary');
  ctx.lineWidth = scale;
  ctx.setLineDash([2 * scale, 4 * scale]);
  const bottom = bbox.top + bbox.height;
  for (const { start, end, words } of gaps) {
    const [from, to] = [x(start), x(end)];
    ctx.beginPath();
    ctx.moveTo(from, bottom - 3 * scale);
    ctx.lineTo(to, bottom - 3 * scale);
    ctx.stroke();
    write(words, from, to, bottom - 20 * scale);
  }
  ctx.restore();
}

function drawBehind(u: uPlot, props: DenseLineProps, colour: (name: string) => string): void {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const x = (at: number) => u.valToPos(at / 1000, 'x', true);
  const y = (value: number) => u.valToPos(value, 'y', true);
  for (const band of props.bands) {
    const [from, to] = [x(band.start), x(band.end)];
    ctx.fillStyle = band.colour;
    if (to - from < 3) {
      ctx.globalAlpha = 0.8;
      ctx.fillRect(from - 1, bbox.top, 2, bbox.height);
      continue;
    }
    ctx.globalAlpha = 0.14;
    ctx.fillRect(from, bbox.top, to - from, bbox.height);
    ctx.globalAlpha = 0.9;
    ctx.fillRect(from, bbox.top, to - from, 3 * devicePixelRatio);
  }
  const { referenceLow: low, referenceHigh: high } = props;
  if (low !== null || high !== null) {
    const top = high === null ? bbox.top : y(high);
    const bottom = low === null ? bbox.top + bbox.height : y(low);
    ctx.globalAlpha = 0.1;
    ctx.fillStyle = colour('success-main');
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
    ctx.globalAlpha = 0.8;
    ctx.strokeStyle = colour('success-main');
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    for (const limit of [low, high]) {
      if (limit === null) continue;
      ctx.beginPath();
      ctx.moveTo(bbox.left, y(limit));
      ctx.lineTo(bbox.left + bbox.width, y(limit));
      ctx.stroke();
    }
  }
  ctx.restore();
}
