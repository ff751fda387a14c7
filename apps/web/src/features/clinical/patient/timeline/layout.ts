/** Where events of a course stand in swim lanes. Pure: times and widths in, positions out. */
import type { Domain } from '../../../../charts/time-axis.ts';

export type LaneId =
  | 'diagnosis'
  | 'surgery'
  | 'systemic'
  | 'radiotherapy'
  | 'other'
  | 'imaging'
  | 'followup'
  | 'status'
  | 'death';

/** Something that happened, from `start` to `end` (exclusive), ms UTC. */
export type TimelineEvent = {
  id: string;
  lane: LaneId;
  /** In the language of the page. */
  title: string;
  /** Further words. */
  detail: string;
  /** The date or dates as recorded. */
  when: string;
  start: number;
  end: number;
  /** The date is not known to the day. */
  approximate: boolean;
  /** It has a length of its own: drawn as a bar. */
  lasting: boolean;
  /** Events of one row of the lane, e.g. one drug; without it they share rows as they fit. */
  row?: string;
  colour: string;
};

/** One drawn mark: an event, or several too close to be told apart. */
export type Mark = { id: string; x: number; width: number; events: TimelineEvent[]; bar: boolean };
type LaidRow = { label: string | null; marks: Mark[] };
export type LaidLane = { id: LaneId; rows: LaidRow[]; count: number };

/** Points nearer than this (px) become one mark. */
export const together = 11;
/** Rows with a name of their own a lane shows at most; what follows shares the last. */
export const namedRows = 12;

/** The lanes that have events, with the marks that lie in the domain. */
export function layOut(
  events: readonly TimelineEvent[],
  lanes: readonly LaneId[],
  domain: Domain,
  width: number,
): LaidLane[] {
  const scale = width / (domain.end - domain.start);
  const byLane = Map.groupBy(events, (event) => event.lane);
  return lanes.flatMap((id) => {
    const own = byLane.get(id);
    if (!own) return [];
    const sorted = own.toSorted((a, b) => a.start - b.start || a.end - b.end);
    const rows = rowsOf(sorted).map(({ label, events: inRow }) => ({
      label,
      marks: marksOf(
        inRow.filter((e) => e.end >= domain.start && e.start <= domain.end),
        (at) => (at - domain.start) * scale,
      ),
    }));
    return [{ id, rows, count: own.length }];
  });
}

type Row = { label: string | null; events: TimelineEvent[] };

/** Named rows by their first event; events without a name in as few rows as keep bars apart. */
function rowsOf(sorted: readonly TimelineEvent[]): Row[] {
  const named = new Map<string, Row>();
  const free: Row[] = [];
  for (const event of sorted) {
    if (event.row !== undefined) {
      const key = named.has(event.row) || named.size < namedRows ? event.row : '…';
      const row = named.get(key) ?? { label: key, events: [] };
      row.events.push(event);
      named.set(key, row);
      continue;
    }
    const fits = (row: Row) =>
      !event.lasting || row.events.every((e) => !e.lasting || e.end <= event.start);
    const row = free.find(fits);
    if (row) row.events.push(event);
    else free.push({ label: null, events: [event] });
  }
  return [...named.values(), ...free];
}

/** Marks of one row: bars as long as they last, neighbouring points joined. */
function marksOf(events: readonly TimelineEvent[], x: (at: number) => number): Mark[] {
  const marks: Mark[] = [];
  let open: Mark | undefined;
  for (const event of events) {
    const from = x(event.start);
    const width = x(event.end) - from;
    const bar = event.lasting || (event.approximate && width > together);
    if (bar) {
      const mark = { id: event.id, x: from, width: Math.max(width, 3), events: [event], bar };
      const previous = marks.at(-1);
      // Repeats of one drug that touch on the screen are one bar.
      if (event.row && previous?.bar && from <= previous.x + previous.width + 1) {
        previous.width = Math.max(previous.width, from + mark.width - previous.x);
        previous.events.push(event);
      } else marks.push(mark);
      continue;
    }
    if (open && from - open.x < together) {
      open.events.push(event);
      continue;
    }
    open = { id: event.id, x: from, width: 0, events: [event], bar: false };
    marks.push(open);
  }
  return marks;
}

/** The whole course: first to last event with a margin, a year at least. */
export function courseOf(events: readonly { start: number; end: number }[], now: number): Domain {
  if (events.length === 0) return { start: now - 365 * 86_400_000, end: now };
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const event of events) {
    start = Math.min(start, event.start);
    end = Math.max(end, event.end);
  }
  const margin = Math.max((end - start) * 0.03, 30 * 86_400_000);
  return { start: start - margin, end: end + margin };
}
