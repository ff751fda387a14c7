/** The drawing of an oncoprint: tracks of attributes, rows of genes; wider than the page when it is drawn larger. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Slider from '@mui/material/Slider';
import Stack from '@mui/material/Stack';
import { type PointerEvent, type RefObject, useMemo, useState } from 'react';
import { useWidth } from '../../../charts/use-width.ts';
import { screenOnly } from '../../../design/print/styles.ts';
import type { Oncoprint, Study } from '../queries.ts';
import { columnsPath } from './columns-path.ts';
import { ALTERATIONS, MARKS } from './marks.ts';
import { coloursOf, type TrackColours } from './track-colours.ts';

const [rowHeight, rowGap, trackHeight, trackGap, headGap] = [18, 4, 12, 3, 8];
/** The names of genes with their shares, beside the rows. */
const names = 128;
const soft = 'var(--mui-palette-text-secondary)';
const strong = 'var(--mui-palette-text-primary)';

export function Drawing({
  print,
  attributes,
  chart,
  share,
}: {
  print: Oncoprint;
  attributes: Study['attributes'];
  chart: RefObject<HTMLDivElement | null>;
  share: (altered: number) => string;
}) {
  const { t, i18n } = useLingui();
  const [box, full] = useWidth();
  // Powers of two: 0 shows everybody in the width there is.
  const [zoom, setZoom] = useState(0);
  const [pointed, setPointed] = useState<number | null>(null);
  const room = Math.max(120, full - names);
  const column = (room / Math.max(1, print.columns.length)) * 2 ** zoom;
  const most = Math.max(0, Math.ceil(Math.log2((10 * print.columns.length) / room)));
  const tracksHeight = print.tracks.length * (trackHeight + trackGap);
  const top = tracksHeight + (tracksHeight > 0 ? headGap : 0);
  const height = top + print.genes.length * (rowHeight + rowGap);
  const width = names + column * print.columns.length;
  const rowTop = (row: number) => top + row * (rowHeight + rowGap);
  const tracks = useMemo(
    () =>
      print.tracks.map((track) => ({
        ...track,
        name: attributes.find(({ id }) => id === track.attribute)?.name ?? track.attribute,
        colours: coloursOf(
          track.value,
          attributes.find(({ id }) => id === track.attribute)?.isNumber === true,
        ),
      })),
    [print.tracks, attributes],
  );
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left - names;
    const found = Math.floor(at / column);
    setPointed(found >= 0 && found < print.columns.length ? found : null);
  };
  const readout =
    pointed === null
      ? t`Point at a column to read it.`
      : [
          print.columns[pointed],
          ...tracks.map(({ name, value }) => `${name}: ${value[pointed] ?? '—'}`),
          ...print.genes.flatMap(({ gene, column: of, kind }) => {
            const kinds = kind.filter((_, i) => of[i] === pointed);
            const said = kinds.map((each) => i18n._(MARKS[each].words)).join(', ');
            return kinds.length > 0 ? [`${gene} ${said}`] : [];
          }),
        ].join(' · ');
  const label = print.genes.map(({ gene, altered }) => `${gene} ${share(altered)}`).join(', ');
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
        aria-label={t`OncoPrint, scrolls sideways`}
        sx={{ overflowX: 'auto', overflowY: 'hidden' }}
      >
        <Box
          component="svg"
          data-chart
          role="img"
          aria-label={t`Share of units altered: ${label}`}
          width={width}
          height={height}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setPointed(null)}
          sx={{ display: 'block', fontSize: 12 }}
        >
          {tracks.map(({ attribute, name, colours }, row) => (
            <g key={attribute} transform={`translate(0, ${row * (trackHeight + trackGap)})`}>
              <Name words={name} y={trackHeight - 2} />
              <g transform={`translate(${names}, 0)`}>
                <Track colours={colours} column={column} />
              </g>
            </g>
          ))}
          {print.genes.map((gene, row) => (
            <g key={gene.gene} transform={`translate(0, ${rowTop(row)})`}>
              <Name words={gene.gene} y={rowHeight - 5} italic />
              <text x={names - 8} y={rowHeight - 5} textAnchor="end" fill={soft}>
                {share(gene.altered)}
              </text>
              <g transform={`translate(${names}, 0)`}>
                <Row
                  gene={gene}
                  notExamined={print.notExamined}
                  columns={print.columns.length}
                  column={column}
                />
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
      <Legend tracks={tracks} />
      <Box
        {...screenOnly}
        aria-hidden
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

function Row({
  gene,
  notExamined,
  columns,
  column,
}: {
  gene: Oncoprint['genes'][number];
  notExamined: readonly number[];
  columns: number;
  column: number;
}) {
  const paths = useMemo(() => {
    const unknown = new Set(notExamined);
    const examined = Array.from({ length: columns }, (_, i) => i).filter((i) => !unknown.has(i));
    return {
      ground: columnsPath(examined, column, 0, rowHeight),
      marks: ALTERATIONS.map((kind) => {
        const { height } = MARKS[kind];
        return columnsPath(
          gene.column.filter((_, i) => gene.kind[i] === kind),
          column,
          (rowHeight * (1 - height)) / 2,
          rowHeight * height,
        );
      }),
    };
  }, [gene, notExamined, columns, column]);
  return (
    <>
      <path d={paths.ground} fill="var(--mui-palette-action-selected)" />
      {ALTERATIONS.map((kind, i) => (
        <path key={kind} d={paths.marks[i]} fill={MARKS[kind].colour} />
      ))}
    </>
  );
}

function Track({ colours, column }: { colours: TrackColours; column: number }) {
  return colours.map(({ value, colour, columns }) => (
    <path key={value} d={columnsPath(columns, column, 0, trackHeight)} fill={colour} />
  ));
}

function Legend({
  tracks,
}: {
  tracks: readonly { attribute: string; name: string; colours: TrackColours }[];
}) {
  const { t, i18n } = useLingui();
  return (
    <Stack sx={{ mt: 1, gap: 0.5, fontSize: 12 }}>
      <Entries
        name={t`Alterations`}
        entries={ALTERATIONS.map((kind) => ({
          words: i18n._(MARKS[kind].words),
          colour: MARKS[kind].colour,
        }))}
      />
      {tracks.map(({ attribute, name, colours }) => (
        <Entries
          key={attribute}
          name={name}
          entries={colours.map(({ value, colour }) => ({ words: value, colour }))}
        />
      ))}
    </Stack>
  );
}

function Entries({
  name,
  entries,
}: {
  name: string;
  entries: readonly { words: string; colour: string }[];
}) {
  return (
    <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', rowGap: 0.25 }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      {entries.map(({ words, colour }) => (
        <Stack key={words} direction="row" component="span" sx={{ gap: 0.5, alignItems: 'center' }}>
          <Box component="svg" viewBox="0 0 10 10" aria-hidden sx={{ width: 10, height: 10 }}>
            <rect width={10} height={10} fill={colour} />
          </Box>
          {words}
        </Stack>
      ))}
    </Stack>
  );
}
