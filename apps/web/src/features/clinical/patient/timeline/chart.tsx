/** The swim lanes: drawn in SVG, moved by drag and keys, every mark reachable by keyboard. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Domain, moved, timeTicks, zoomed } from '../../../../charts/time-axis.ts';
import { useWidth } from '../../../../charts/use-width.ts';
import { axisHeight, laneGap, neighbour, place, rowHeight } from './geometry.ts';
import { laneNames } from './lanes.ts';
import { type LaneId, layOut, type Mark, type TimelineEvent } from './layout.ts';
import { MarkShape } from './mark-shape.tsx';

const arrows = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

export function TimelineChart({
  label,
  events,
  lanes,
  domain,
  onDomain,
  selected,
  onSelect,
}: {
  label: string;
  events: TimelineEvent[];
  lanes: LaneId[];
  domain: Domain;
  onDomain: (domain: Domain | null) => void;
  selected: string | null;
  onSelect: (mark: Mark | null) => void;
}) {
  const { i18n } = useLingui();
  const [box, full] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const gutter = full < 560 ? 0 : 132;
  const width = Math.max(full - gutter - 12, 100);
  const placed = place(layOut(events, lanes, domain, width), gutter ? 0 : 15);
  const marks = placed.lanes.flatMap((l) => l.rows.flatMap((r) => r.marks));
  const stop = marks.some((m) => m.id === selected) ? selected : (marks[0]?.id ?? null);
  const x = (at: number) => ((at - domain.start) / (domain.end - domain.start)) * width;
  const now = Date.now();

  const dragging = useDrag(width, domain, onDomain);
  useWheelZoom(svg, gutter, width, domain, onDomain);

  // A mark that had the focus may lie out of sight after a key moved the axis, or be part of another.
  const byKey = useRef(false);
  useEffect(() => {
    if (byKey.current && !svg.current?.contains(document.activeElement)) svg.current?.focus();
    byKey.current = false;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    // About the event one is at, so that it stays in sight.
    const own = marks.find((m) => m.id === stop)?.events[0]?.start ?? 0;
    const inSight = own > domain.start && own < domain.end;
    const middle = inSight ? own : (domain.start + domain.end) / 2;
    if (event.key === '+' || event.key === '=') onDomain(zoomed(domain, 0.6, middle));
    else if (event.key === '-') onDomain(zoomed(domain, 1 / 0.6, middle));
    else if (event.key === '0') onDomain(null);
    else if (event.shiftKey && event.key === 'ArrowLeft') onDomain(moved(domain, -0.2));
    else if (event.shiftKey && event.key === 'ArrowRight') onDomain(moved(domain, 0.2));
    else if (arrows.has(event.key)) {
      const id = neighbour(placed.lanes, stop, event.key as 'Home');
      if (id) svg.current?.querySelector<SVGGElement>(`[data-mark="${CSS.escape(id)}"]`)?.focus();
    } else return;
    byKey.current = true;
    event.preventDefault();
  };

  return (
    <Box ref={box} sx={{ width: '100%', minWidth: 0 }}>
      <Box
        component="svg"
        data-chart
        ref={svg}
        role="group"
        aria-label={label}
        width={full}
        height={placed.height}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        {...dragging}
        sx={{
          display: 'block',
          touchAction: 'pan-y',
          cursor: 'grab',
          fontSize: 12,
          fontFamily: 'inherit',
          '& text': { fill: 'var(--mui-palette-text-secondary)' },
          // A mark is small and of any colour: a ring around it is seen, a thicker edge is not.
          '& [data-mark]:focus-visible': {
            outline: '2px solid var(--mui-palette-primary-main)',
            outlineOffset: 2,
          },
          '& [data-mark]:focus-visible [data-shape]': {
            stroke: 'var(--mui-palette-text-primary)',
            strokeWidth: 2.5,
          },
        }}
      >
        <clipPath id="timeline-marks">
          <rect x={-7} y={0} width={width + 14} height={placed.height} />
        </clipPath>
        <g transform={`translate(${gutter}, 0)`}>
          {timeTicks(domain, width).map((tick) => (
            <g key={tick.at} transform={`translate(${x(tick.at)}, 0)`}>
              <line y1={axisHeight - 8} y2={placed.height} stroke="var(--mui-palette-divider)" />
              <text y={13} textAnchor={x(tick.at) < 24 ? 'start' : 'middle'}>
                {tick.label}
              </text>
            </g>
          ))}
          {now > domain.start && now < domain.end && (
            <line
              x1={x(now)}
              x2={x(now)}
              y1={axisHeight - 6}
              y2={placed.height}
              stroke="var(--mui-palette-primary-main)"
              strokeDasharray="3 3"
            />
          )}
        </g>
        {placed.lanes.map((lane) => (
          <g key={lane.id} transform={`translate(0, ${lane.y})`}>
            <line x1={0} x2={full} stroke="var(--mui-palette-divider)" />
            <text y={laneGap / 2 + (gutter ? 14 : 10)} fontSize={gutter ? 12 : 11}>
              {i18n._(laneNames[lane.id])}
            </text>
            <g
              transform={`translate(${gutter}, ${laneGap / 2 + lane.head})`}
              clipPath="url(#timeline-marks)"
            >
              {lane.rows.map((row, i) => (
                <g key={row.label ?? `free-${i}`} transform={`translate(0, ${i * rowHeight})`}>
                  {row.marks.map((mark, at) => (
                    <MarkShape
                      key={mark.id}
                      mark={mark}
                      lane={lane.id}
                      caption={row.label}
                      width={width}
                      room={(row.marks[at + 1]?.x ?? width) - mark.x - 14}
                      stop={mark.id === stop}
                      selected={mark.id === selected}
                      onSelect={onSelect}
                    />
                  ))}
                </g>
              ))}
            </g>
          </g>
        ))}
      </Box>
    </Box>
  );
}

/** Moves the domain with the pointer. */
function useDrag(width: number, domain: Domain, onDomain: (domain: Domain) => void) {
  const [from, setFrom] = useState<{ x: number; domain: Domain } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if ((event.target as Element).closest('[data-mark]') || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setFrom({ x: event.clientX, domain });
    },
    onPointerMove: (event: PointerEvent) => {
      if (from) onDomain(moved(from.domain, (from.x - event.clientX) / width));
    },
    onPointerUp: () => setFrom(null),
    onPointerCancel: () => setFrom(null),
  };
}

/** Ctrl and wheel (or a pinch) zooms about the pointer; a wheel alone scrolls the page. */
function useWheelZoom(
  svg: React.RefObject<SVGSVGElement | null>,
  gutter: number,
  width: number,
  domain: Domain,
  onDomain: (domain: Domain) => void,
) {
  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = (event.clientX - element.getBoundingClientRect().left - gutter) / width;
      const about = domain.start + at * (domain.end - domain.start);
      onDomain(zoomed(domain, Math.exp(event.deltaY * 0.004), about));
    };
    // React listens to wheels passively, and a passive listener cannot keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  });
}
