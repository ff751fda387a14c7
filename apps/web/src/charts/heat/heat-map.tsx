/** A value for each pair of two categories as colour, where there are too many for bars or lines. */
import Box from '@mui/material/Box';
import { max } from 'd3-array';
import { useId, useState } from 'react';
import { classVariables } from '../classes/colours.ts';
import { classOf, type Scale } from '../classes/scale.ts';
import { linesOf } from '../export/caption.ts';
import { wordsWidth } from '../plot/scale.ts';

export type HeatCell = {
  readonly value: number | null;
  /** The number, or why there is none. */
  readonly words: string;
};

const cellHeight = 18;
const words = { fill: 'var(--mui-palette-text-secondary)', fontSize: 11 } as const;

export function HeatMap({
  width,
  rows,
  columns,
  cells,
  scale,
}: {
  width: number;
  rows: readonly string[];
  columns: readonly string[];
  /** By row, then column. */
  cells: readonly (readonly HeatCell[])[];
  scale: Scale | null;
}) {
  const hatch = useId();
  const [pointed, setPointed] = useState<string | null>(null);
  const longest = max(rows, wordsWidth) ?? 0;
  const names = Math.min(Math.ceil(longest * 1.08) + 10, Math.floor(width * 0.4));
  const apart = (width - names) / Math.max(columns.length, 1);
  // Words that do not fit above their column stand upright.
  const upright = columns.some((column) => wordsWidth(column) > apart - 4);
  const head = upright ? Math.min(130, Math.ceil((max(columns, wordsWidth) ?? 0) * 1.05) + 8) : 18;
  const fits = apart >= 34;
  return (
    <Box
      sx={[
        { position: 'relative', ...classVariables('light') },
        (theme) => theme.applyStyles('dark', classVariables('dark')),
      ]}
    >
      <svg
        data-chart
        width={width}
        height={head + rows.length * cellHeight}
        aria-hidden="true"
        onPointerLeave={() => setPointed(null)}
        style={{ display: 'block', overflow: 'visible' }}
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--mui-palette-background-paper)" />
            <rect width="2" height="6" fill="var(--mui-palette-text-secondary)" opacity="0.45" />
          </pattern>
        </defs>
        {columns.map((column, c) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: two categories may have one name
            key={c}
            {...words}
            {...(upright
              ? {
                  transform: `translate(${names + (c + 0.5) * apart + 4}, ${head - 5}) rotate(-90)`,
                }
              : { x: names + (c + 0.5) * apart, y: 12, textAnchor: 'middle' as const })}
          >
            {/* Upright words have the height of the heading, less its margin. */}
            {upright ? cut(column, head - 8) : column}
          </text>
        ))}
        {rows.map((row, r) => (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: two categories may have one name
            key={r}
            transform={`translate(0, ${head + r * cellHeight})`}
          >
            <text x={names - 8} y={13} textAnchor="end" {...words}>
              {cut(row, names - 10)}
            </text>
            {columns.map((column, c) => {
              const cell = cells[r]?.[c];
              const value = cell?.value ?? null;
              const kind = value === null || scale === null ? null : classOf(scale, value);
              return (
                <g
                  // biome-ignore lint/suspicious/noArrayIndexKey: two categories may have one name
                  key={c}
                  onPointerEnter={() => setPointed(`${row} · ${column}: ${cell?.words ?? ''}`)}
                >
                  <rect
                    x={names + c * apart}
                    width={Math.max(apart - 1, 0.5)}
                    height={cellHeight - 1}
                    fill={kind === null ? `url(#${hatch})` : `var(--class-${kind})`}
                  />
                  {fits && kind !== null && (
                    <text
                      x={names + (c + 0.5) * apart}
                      y={12.5}
                      textAnchor="middle"
                      fontSize={10.5}
                      fill={`var(--class-ink-${kind})`}
                    >
                      {cell?.words}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        ))}
      </svg>
      <Box
        aria-hidden="true"
        sx={{ minHeight: 20, fontSize: 12, color: 'text.secondary', mt: 0.5 }}
      >
        {pointed}
      </Box>
    </Box>
  );
}

/** The beginning of words that fits, with a sign that there is more. */
const cut = (text: string, room: number): string => {
  if (wordsWidth(text) <= room) return text;
  const [line = ''] = linesOf(text, room - 8, wordsWidth);
  return `${line}…`;
};
