/** One mark of a lane: a bar, a point, or a number of points. */
import { useLingui } from '@lingui/react/macro';
import { textOn } from '../../../../design/palette.ts';
import { rowHeight } from './geometry.ts';
import type { LaneId, Mark } from './layout.ts';

/** Shapes tell lanes apart where colours fail. */
const shapes: Record<LaneId, 'circle' | 'diamond' | 'square' | 'cross'> = {
  diagnosis: 'diamond',
  surgery: 'square',
  systemic: 'circle',
  radiotherapy: 'square',
  other: 'circle',
  imaging: 'square',
  followup: 'circle',
  status: 'diamond',
  death: 'cross',
};

/** Lanes whose single events are worth a name beside them. */
const captioned: ReadonlySet<LaneId> = new Set(['diagnosis', 'surgery', 'imaging', 'status']);

/** About how wide a text of 11 px is; a Chinese character is as wide as it is high. */
const textWidth = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c > '\u2E80' ? 11.5 : 6.9), 0);

/** As much of a text as fits in a width, px. */
function fitting(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let stored = '';
  for (const c of text) {
    if (textWidth(`${stored}${c}…`) > width) break;
    stored += c;
  }
  return stored.length > 2 ? `${stored}…` : '';
}

function Caption({ words, room }: { words: string; room: number }) {
  return (
    <text
      x={10}
      y={4}
      fontSize={11}
      style={{ fill: 'var(--mui-palette-text-primary)', pointerEvents: 'none' }}
    >
      {fitting(words, room)}
    </text>
  );
}

export function MarkShape({
  mark,
  lane,
  caption,
  width,
  room,
  stop,
  selected,
  onSelect,
}: {
  mark: Mark;
  lane: LaneId;
  /** The row's name, written in or beside its first bar. */
  caption: string | null;
  width: number;
  /** Room for words beside a point, px. */
  room: number;
  stop: boolean;
  selected: boolean;
  onSelect: (mark: Mark) => void;
}) {
  const { t } = useLingui();
  const [first] = mark.events;
  if (!first) return null;
  const more = mark.events.length - 1;
  const name =
    more > 0
      ? t`${first.title}, ${first.when}, and ${more} more`
      : [first.title, first.when, first.detail].filter(Boolean).join(', ');
  const middle = rowHeight / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
    <g
      role="button"
      data-mark={mark.id}
      tabIndex={stop ? 0 : -1}
      aria-label={name}
      aria-pressed={selected}
      onClick={() => onSelect(mark)}
      onFocus={() => onSelect(mark)}
      onPointerEnter={() => onSelect(mark)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onSelect(mark);
      }}
      style={{ cursor: 'pointer' }}
    >
      {mark.bar ? (
        <Bar mark={mark} caption={caption ?? first.title} width={width} selected={selected} />
      ) : (
        <g transform={`translate(${mark.x}, ${middle})`}>
          <rect x={-10} y={-middle} width={20} height={rowHeight} fill="transparent" />
          <Point shape={shapes[lane]} colour={first.colour} selected={selected} />
          {more === 0 && captioned.has(lane) && <Caption words={first.title} room={room} />}
          {more > 0 && (
            <text
              x={8}
              y={4}
              fontSize={10}
              style={{ fill: 'var(--mui-palette-text-primary)', fontWeight: 600 }}
            >
              {mark.events.length}
            </text>
          )}
        </g>
      )}
    </g>
  );
}

const outline = (selected: boolean) => ({
  stroke: selected ? 'var(--mui-palette-text-primary)' : 'var(--mui-palette-background-paper)',
  strokeWidth: selected ? 2 : 1,
});

function Bar({
  mark,
  caption,
  width,
  selected,
}: {
  mark: Mark;
  caption: string;
  width: number;
  selected: boolean;
}) {
  const colour = mark.events[0]?.colour ?? '#000000';
  const left = Math.max(mark.x, 0);
  const right = Math.min(mark.x + mark.width, width);
  const inside = right - left > Math.min(textWidth(caption) + 10, 70);
  const approximate = mark.events[0]?.approximate;
  return (
    <>
      <rect
        data-shape
        x={mark.x}
        y={2}
        width={mark.width}
        height={rowHeight - 4}
        rx={3}
        fill={colour}
        opacity={approximate ? 0.55 : 1}
        {...outline(selected)}
      />
      <text
        x={inside ? left + 5 : right + 4}
        y={14}
        fontSize={11}
        style={{
          fill: inside && !approximate ? textOn(colour) : 'var(--mui-palette-text-primary)',
          pointerEvents: 'none',
        }}
      >
        {inside ? fitting(caption, right - left - 10) : caption}
      </text>
    </>
  );
}

function Point({
  shape,
  colour,
  selected,
}: {
  shape: 'circle' | 'diamond' | 'square' | 'cross';
  colour: string;
  selected: boolean;
}) {
  const line = outline(selected);
  if (shape === 'circle') return <circle data-shape r={5.5} fill={colour} {...line} />;
  if (shape === 'square') {
    return <rect data-shape x={-5} y={-5} width={10} height={10} rx={1} fill={colour} {...line} />;
  }
  if (shape === 'diamond') {
    return (
      <rect
        data-shape
        x={-5}
        y={-5}
        width={10}
        height={10}
        transform="rotate(45)"
        fill={colour}
        {...line}
      />
    );
  }
  return (
    <path
      data-shape
      d="M-1.500 -7h3v4h4v3h-4v8h-3v-8h-4v-3h4z"
      fill={colour}
      style={{ fill: 'var(--mui-palette-text-primary)' }}
      {...line}
    />
  );
}
