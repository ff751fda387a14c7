/** The drawing of an oncoprint: tracks of attributes, rows of genes; wider than the page when it is drawn larger. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import Stack from '@mui/material/Stack';
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type RefObject,
  useMemo,
  useState,
} from 'react';
import { screenOnly } from '../../design/print/styles.ts';
import { useWidth } from '../use-width.ts';
import { columnAfter } from './column-after.ts';
import { columnsPath } from './columns-path.ts';
import { Legend } from './legend.tsx';
import type { OncoprintMark, OncoprintRow, OncoprintTrack } from './rows.ts';
import { coloursOf, type TrackColours } from './track-colours.ts';

const [rowHeight, rowGap, trackHeight, trackGap, headGap] = [18, 4, 12, 3, 8];
/** The names of genes with their shares, beside the rows. */
const names = 128;
const soft = 'var(--mui-palette-text-secondary)';
const strong = 'var(--mui-palette-text-primary)';

export function OncoprintDrawing({
  columns,
  rows,
  tracks: given,
  marks,
  chart,
  unknownWords,
  onPick,
}: {
  /** Names of the columns. */
  columns: readonly string[];
  rows: readonly OncoprintRow[];
  tracks: readonly OncoprintTrack[];
  /** In the order in which they are drawn: what happened to a whole gene lies beneath its mutations. */
  marks: readonly OncoprintMark[];
  chart: RefObject<HTMLDivElement | null>;
  /** What a column without a ground is. */
  unknownWords?: string;
  /** What a click on a column, or Enter, does. */
  onPick?: (column: number) => void;
}) {
  const { t } = useLingui();
  const [box, full] = useWidth();
  // Powers of two: 0 shows everybody in the width there is.
  const [zoom, setZoom] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const room = Math.max(120, full - names);
  const column = (room / Math.max(1, columns.length)) * 2 ** zoom;
  const most = Math.max(0, Math.ceil(Math.log2((10 * columns.length) / room)));
  const tracksHeight = given.length * (trackHeight + trackGap);
  const top = tracksHeight + (tracksHeight > 0 ? headGap : 0);
  const height = top + rows.length * (rowHeight + rowGap);
  const width = names + column * columns.length;
  const tracks = useMemo(
    () => given.map((track) => ({ ...track, colours: coloursOf(track.value, track.isNumber) })),
    [given],
  );
  const columnAt = (event: { clientX: number; currentTarget: Element }): number | null => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left - names;
    const found = Math.floor(at / column);
    return found >= 0 && found < columns.length ? found : null;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && pointed !== null) onPick?.(pointed);
    const next = columnAfter(event.key, pointed, columns.length);
    if (next === null) return;
    event.preventDefault();
    setPointed(next);
    const region = event.currentTarget;
    const [from, to] = [names + next * column, names + (next + 1) * column];
    if (to > region.scrollLeft + region.clientWidth) region.scrollLeft = to - region.clientWidth;
    else if (from - names < region.scrollLeft) region.scrollLeft = from - names;
  };
  const readout =
    pointed === null
      ? t`Point at a column to read it, or go through them by the arrow keys.`
      : [
          columns[pointed],
          ...tracks.map(({ name, value }) => `${name}: ${value[pointed] ?? '—'}`),
          ...rows.flatMap(({ gene, column: of, kind, unknown }) => {
            const kinds = kind.filter((_, i) => of[i] === pointed);
            const said = marks.filter((each) => kinds.includes(each.kind));
            if (said.length > 0) return [`${gene} ${said.map(({ words }) => words).join(', ')}`];
            return unknownWords !== undefined && unknown.includes(pointed)
              ? [`${gene} ${unknownWords}`]
              : [];
          }),
        ].join(' · ');
  const label = rows.map(({ gene, share }) => `${gene} ${share}`).join(', ');
  return (
    <Box ref={box} sx={{ minWidth: 0 }}>
      {most > 0 && (
        <Stack direction="row" {...screenOnly} sx={{ gap: 2, maxWidth: 320, mb: 0.5, px: 1 }}>
          <Slider
            size="small"
            min={0}
            max={most}
            step={1}
            value={Math.min(zoom, most)}
            aria-label={t`Width of a column`}
            onChange={(_, next) => setZoom(next as number)}
          />
        </Stack>
      )}
      <Box
        ref={chart}
        tabIndex={0}
        role="region"
        aria-label={t`OncoPrint, scrolls sideways; the arrow keys go from column to column`}
        onKeyDown={onKeyDown}
        sx={{ overflowX: 'auto', overflowY: 'hidden' }}
      >
        <Box
          component="svg"
          data-chart
          role="img"
          aria-label={t`Share of units altered: ${label}`}
          width={width}
          height={height}
          onPointerMove={(event: PointerEvent<SVGSVGElement>) => setPointed(columnAt(event))}
          onPointerLeave={() => setPointed(null)}
          onClick={(event) => {
            const found = columnAt(event);
            if (found !== null) onPick?.(found);
          }}
          sx={{ display: 'block', fontSize: 12, cursor: onPick ? 'pointer' : undefined }}
        >
          {tracks.map(({ id, name, colours }, row) => (
            <g key={id} transform={`translate(0, ${row * (trackHeight + trackGap)})`}>
              <Name words={name} y={trackHeight - 2} />
              <g transform={`translate(${names}, 0)`}>
                <Track colours={colours} column={column} />
              </g>
            </g>
          ))}
          {rows.map((row, at) => (
            <g key={row.gene} transform={`translate(0, ${top + at * (rowHeight + rowGap)})`}>
              <Name words={row.gene} y={rowHeight - 5} italic />
              <text x={names - 8} y={rowHeight - 5} textAnchor="end" fill={soft}>
                {row.share}
              </text>
              <g transform={`translate(${names}, 0)`}>
                <Row row={row} columns={columns.length} column={column} marks={marks} />
              </g>
            </g>
          ))}
          {pointed !== null && (
            <rect
              x={names + pointed * column}
              y={0}
              width={Math.max(1, column)}
              height={height}
              fill="none"
              stroke={strong}
            />
          )}
        </Box>
      </Box>
      <Legend marks={marks} tracks={tracks} unknownWords={unknownWords} />
      <Box
        {...screenOnly}
        role="status"
        sx={{ minHeight: 20, mt: 0.5, fontSize: 12, color: 'text.secondary' }}
      >
        {readout}
      </Box>
    </Box>
  );
}

/** Letters that fit beside a row. */
const fits = 13;

function Name({ words, y, italic = false }: { words: string; y: number; italic?: boolean }) {
  return (
    <text x={0} y={y} fill={strong} fontStyle={italic ? 'italic' : undefined}>
      <title>{words}</title>
      {words.length > fits && !italic ? `${words.slice(0, fits)}…` : words}
    </text>
  );
}

/** Drawn once, however often the pointer moves: a row has as many marks as it has persons. */
const Row = memo(function Row({
  row,
  columns,
  column,
  marks,
}: {
  row: OncoprintRow;
  columns: number;
  column: number;
  marks: readonly OncoprintMark[];
}) {
  const unknown = new Set(row.unknown);
  const known = Array.from({ length: columns }, (_, i) => i).filter((i) => !unknown.has(i));
  return (
    <>
      <path
        d={columnsPath(known, column, 0, rowHeight)}
        fill="var(--mui-palette-action-selected)"
      />
      {marks.map(({ kind, colour, height }) => (
        <path
          key={kind}
          fill={colour}
          d={columnsPath(
            row.column.filter((_, i) => row.kind[i] === kind),
            column,
            (rowHeight * (1 - height)) / 2,
            rowHeight * height,
          )}
        />
      ))}
    </>
  );
});

const Track = memo(function Track({ colours, column }: { colours: TrackColours; column: number }) {
  return colours.map(({ value, colour, columns }) => (
    <path key={value} d={columnsPath(columns, column, 0, trackHeight)} fill={colour} />
  ));
});
