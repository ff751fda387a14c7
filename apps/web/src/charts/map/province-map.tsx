/**
 * The provinces by a measure. One stop of the Tab key; arrow keys go to the province that lies that
 * way, Home and End to the one with the highest and the lowest figure, Enter or Space chooses.
 */

import drawing from 'virtual:province-map';
import Box from '@mui/material/Box';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { screenOnly } from '../../design/print/styles.ts';
import { classVariables } from '../classes/colours.ts';
import { type Direction, neighbour } from './neighbour.ts';
import { SeaInset } from './sea-inset.tsx';

/** A province as the map shows it. */
export type MapProvince = {
  code: string;
  /** What a screen reader says: name, cases, rate. */
  words: string;
  /** A class of the scale; null where there is no figure to show. */
  colour: number | null;
  /** For Home and End. */
  value: number | null;
  /** The words of its tooltip. */
  tip: ReactNode;
};

const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function ProvinceMap({
  label,
  provinces,
  chosen,
  onToggle,
  hint,
}: {
  label: string;
  provinces: ReadonlyMap<string, MapProvince>;
  chosen: readonly string[];
  onToggle: (code: string) => void;
  /** What choosing a province does, in words. */
  hint: ReactNode;
}) {
  const hatch = useId();
  const svg = useRef<SVGSVGElement>(null);
  const ranked = useMemo(
    () =>
      [...provinces.values()]
        .filter((p) => p.value !== null)
        .sort((a, b) => (b.value ?? 0) - (a.value ?? 0)),
    [provinces],
  );
  const [active, setActive] = useState(chosen[0] ?? '110000');
  const [pointed, setPointed] = useState<string | null>(null);
  const focus = (code: string | undefined) => {
    if (code) svg.current?.querySelector<SVGElement>(`[data-code="${code}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = drawing.provinces.find((p) => p.code === active);
    const direction = arrows[event.key];
    if (!from) return;
    if (direction) focus(neighbour(drawing.provinces, from, direction)?.code);
    else if (event.key === 'Home') focus(ranked[0]?.code);
    else if (event.key === 'End') focus(ranked.at(-1)?.code);
    else if (event.key === 'Enter' || event.key === ' ') onToggle(active);
    else if (event.key === 'Escape') setPointed(null);
    else return;
    event.preventDefault();
  };
  const fillOf = (code: string): string => {
    const colour = provinces.get(code)?.colour ?? null;
    return colour === null ? `url(#${hatch})` : `var(--class-${colour})`;
  };
  // On the ground of the page a pale edge would not be seen.
  const edgeOf = (code: string) =>
    (provinces.get(code)?.colour ?? null) === null
      ? { stroke: 'var(--mui-palette-text-secondary)', strokeWidth: 0.8 }
      : { stroke: 'var(--mui-palette-background-paper)', strokeWidth: 1.2 };
  const tip = drawing.provinces.find((p) => p.code === pointed);
  return (
    <Box
      sx={[
        { position: 'relative', ...classVariables('light') },
        (theme) => theme.applyStyles('dark', classVariables('dark')),
        { '& [data-code]': { cursor: 'pointer', outline: 'none' } },
      ]}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: shapes of a drawing, not fields of a form */}
      <svg
        ref={svg}
        data-chart
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={label}
        onKeyDown={onKeyDown}
        onPointerLeave={() => setPointed(null)}
        style={{ width: '100%', height: 'auto', display: 'block' }}
      >
        <defs>
          <pattern
            id={hatch}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="8" height="8" fill="var(--mui-palette-background-paper)" />
            <rect width="2.5" height="8" fill="var(--mui-palette-text-secondary)" opacity="0.45" />
          </pattern>
        </defs>
        <path d={country} fill="none" stroke="var(--mui-palette-text-secondary)" strokeWidth={3} />
        {drawing.provinces.map(({ code, path, small, x, y }) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
          <g
            key={code}
            data-code={code}
            role="button"
            tabIndex={code === active ? 0 : -1}
            aria-pressed={chosen.includes(code)}
            aria-label={provinces.get(code)?.words ?? code}
            fill={fillOf(code)}
            {...edgeOf(code)}
            strokeLinejoin="round"
            onClick={() => {
              setActive(code);
              onToggle(code);
            }}
            onPointerEnter={() => setPointed(code)}
            onFocus={() => {
              setActive(code);
              setPointed(code);
            }}
            onBlur={() => setPointed(null)}
          >
            <path d={path} />
            {small && (
              <circle
                cx={x}
                cy={y}
                r={7}
                strokeWidth={2}
                stroke="var(--mui-palette-text-secondary)"
              />
            )}
          </g>
        ))}
        <path d={drawing.marks} {...sea} />
        {[...chosen, ...(pointed ? [pointed] : [])].map((code) => (
          <Outline key={`${code} ${code === pointed}`} code={code} strong={chosen.includes(code)} />
        ))}
        <SeaInset fillOf={fillOf} />
      </svg>
      {tip && (
        <Box
          role="presentation"
          sx={{
            position: 'absolute',
            pointerEvents: 'none',
            zIndex: 1,
            left: `${(tip.x / drawing.width) * 100}%`,
            top: `${(tip.y / drawing.height) * 100}%`,
            transform: `translate(${tip.x > drawing.width * 0.62 ? 'calc(-100% - 12px)' : '12px'}, ${
              tip.y > drawing.height * 0.6 ? 'calc(-100% - 8px)' : '8px'
            })`,
            bgcolor: 'background.paper',
            border: '1px solid',
            borderColor: 'divider',
            borderRadius: 1,
            boxShadow: 3,
            px: 1.25,
            py: 0.75,
            fontSize: 12,
            whiteSpace: 'nowrap',
          }}
        >
          {provinces.get(tip.code)?.tip}
        </Box>
      )}
      <Box
        component="p"
        {...screenOnly}
        sx={{ m: 0, mt: 0.5, fontSize: 12, color: 'text.secondary' }}
      >
        {hint}
      </Box>
    </Box>
  );
}

/** All edges in one; drawn under the provinces, only the country's own shows. */
const country = drawing.provinces.map((p) => p.path).join('');

const sea = {
  fill: 'var(--mui-palette-text-secondary)',
  stroke: 'var(--mui-palette-text-secondary)',
  strokeWidth: 1.2,
  pointerEvents: 'none',
} as const;

/** The edge of a province over its neighbours: chosen ones strongly, the one pointed at lightly. */
function Outline({ code, strong }: { code: string; strong: boolean }) {
  const province = drawing.provinces.find((p) => p.code === code);
  if (!province) return null;
  const stroke = {
    fill: 'none',
    stroke: strong ? 'var(--mui-palette-warning-main)' : 'var(--mui-palette-text-primary)',
    strokeWidth: strong ? 4 : 2.5,
    strokeLinejoin: 'round',
    pointerEvents: 'none',
  } as const;
  return (
    <g {...stroke}>
      <path d={province.path} />
      {province.small && <circle cx={province.x} cy={province.y} r={9} />}
    </g>
  );
}
