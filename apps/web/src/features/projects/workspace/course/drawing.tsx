/** A course drawn as a timeline: a row for each thing, days from the first diagnosis along it. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { ticks } from 'd3-array';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { columnAfter } from '../../../../charts/oncoprint/column-after.ts';
import { wordsWidth } from '../../../../charts/plot/scale.ts';
import { useWidth } from '../../../../charts/use-width.ts';
import { okabeIto } from '../../../../design/palette.ts';
import { screenOnly } from '../../../../design/print/styles.ts';
import { type CourseEvent, LANES, type Lane, spanOf } from './events.ts';
import { laneWords, type Told } from './words.ts';

const [rowHeight, headHeight, axisHeight, radius] = [20, 22, 26, 5];
const soft = 'var(--mui-palette-text-secondary)';
const strong = 'var(--mui-palette-text-primary)';
const grid = 'var(--mui-palette-divider)';

const COLOURS: Readonly<Record<Lane, string>> = {
  ...{ case: okabeIto.vermillion, treatment: okabeIto.blue, biomarker: okabeIto.green },
  ...{ variant: okabeIto.purple, laboratory: okabeIto.orange, outcome: okabeIto.skyBlue },
  end: okabeIto.grey,
};

export type ToldEvent = CourseEvent & Told;

/** Letters that fit before the axis. */
const cut = (words: string, room: number): string => {
  if (wordsWidth(words) <= room) return words;
  const letters = [...words];
  while (letters.length > 1 && wordsWidth(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('')}…`;
};

export function CourseDrawing({
  events,
  label,
  chart,
}: {
  events: readonly ToldEvent[];
  label: string;
  chart: RefObject<HTMLDivElement | null>;
}) {
  const { t, i18n } = useLingui();
  const [box, full] = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const gutter = full < 560 ? 112 : 180;
  const width = Math.max(120, full - gutter - 20);
  const [from, to] = spanOf(events);
  const x = (day: number): number => ((day - from) / (to - from)) * width;
  let y = axisHeight;
  const lanes = LANES.flatMap((lane) => {
    const of = events.filter((event) => event.lane === lane);
    if (of.length === 0) return [];
    const rows = [...Map.groupBy(of, ({ row }) => row)];
    const top = y;
    y += headHeight + rows.length * rowHeight;
    return [{ lane, top, rows }];
  });
  const said = ({ lane, row, says, day, until }: ToldEvent): string =>
    [
      i18n._(laneWords[lane]),
      says === '' ? row : `${row}: ${says}`,
      day === null ? t`day not told` : until === null ? t`day ${day}` : t`days ${day} to ${until}`,
    ].join(' · ');
  const onKeyDown = (event: KeyboardEvent) => {
    const next = columnAfter(event.key, at, events.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
  };
  const chosen = at === null ? undefined : events[at];
  return (
    <Box ref={box} sx={{ minWidth: 0 }}>
      <Box
        ref={chart}
        tabIndex={0}
        role="region"
        aria-label={t`Course; the arrow keys go from event to event`}
        onKeyDown={onKeyDown}
      >
        <Box
          component="svg"
          data-chart
          role="img"
          aria-label={label}
          width={full}
          height={y + 4}
          sx={{ display: 'block', fontSize: 12 }}
        >
          <g transform={`translate(${gutter}, 0)`}>
            {ticks(from, to, Math.max(2, Math.round(width / 110))).map((day) => (
              <g key={day} transform={`translate(${x(day)}, 0)`}>
                <line y1={axisHeight - 8} y2={y} stroke={day === 0 ? strong : grid} />
                <text y={13} textAnchor="middle" fill={soft}>
                  {day}
                </text>
              </g>
            ))}
          </g>
          {lanes.map(({ lane, top, rows }) => (
            <g key={lane} transform={`translate(0, ${top})`}>
              <line x1={0} x2={full} stroke={grid} />
              <text y={15} fill={soft}>
                {i18n._(laneWords[lane])}
              </text>
              {rows.map(([row, of], i) => (
                <g key={row} transform={`translate(0, ${headHeight + i * rowHeight})`}>
                  <text x={8} y={14} fill={strong}>
                    <title>{row}</title>
                    {cut(row, gutter - 16)}
                  </text>
                  <g transform={`translate(${gutter}, 0)`}>
                    {of.map((event) => (
                      <Mark
                        key={events.indexOf(event)}
                        event={event}
                        x={x}
                        said={said(event)}
                        isChosen={event === chosen}
                        onPoint={() => setAt(events.indexOf(event))}
                      />
                    ))}
                  </g>
                </g>
              ))}
            </g>
          ))}
        </Box>
      </Box>
      <Box
        {...screenOnly}
        role="status"
        sx={{ minHeight: 20, mt: 0.5, fontSize: 12, color: 'text.secondary' }}
      >
        {chosen
          ? said(chosen)
          : t`Point at an event to read it, or go through them by the arrow keys.`}
      </Box>
    </Box>
  );
}

function Mark({
  event,
  x,
  said,
  isChosen,
  onPoint,
}: {
  event: ToldEvent;
  x: (day: number) => number;
  said: string;
  isChosen: boolean;
  onPoint: () => void;
}) {
  const { day, until, lane, says } = event;
  const shape = {
    fill: COLOURS[lane],
    stroke: isChosen ? strong : 'none',
    strokeWidth: 2,
    onPointerEnter: onPoint,
  };
  // What has no day is said in its row, at no place of the axis.
  if (day === null)
    return (
      <text y={14} fill={isChosen ? strong : soft} onPointerEnter={onPoint}>
        {says}
      </text>
    );
  if (until !== null && until > day)
    return (
      <rect x={x(day)} y={5} width={Math.max(3, x(until) - x(day))} height={10} rx={2} {...shape}>
        <title>{said}</title>
      </rect>
    );
  return (
    <circle cx={x(day)} cy={10} r={radius} {...shape}>
      <title>{said}</title>
    </circle>
  );
}
