import {
  type Around,
  add,
  type Bits,
  type EventTable,
  evaluate,
  type Happening,
  has,
  none,
  type Observed,
  type Occurrence,
  type Timeline,
} from '@nodp/cohorts/engine';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { type EventColumns, readEventColumns } from './event-columns.ts';
import { type IndexDays, settledDays } from './timeline-days.ts';
import { originOf, type Track, trackBytes, trackOfEvents, trackOfMark } from './tracks.ts';

/** Bytes of tracks and sets held for what was asked before. */
const MOST_BYTES = 192 * 2 ** 20;

/** What a release answers about time, in memory. */
export interface Timelines {
  readonly cases: (timeline: Timeline) => Promise<Bits>;
  /** The day after its diagnosis on which each case is known to meet it; a day that never comes where it does not. */
  readonly firstDays: (timeline: Timeline) => Promise<Int32Array>;
}

const indexOf = (track: Track, nth: number): IndexDays => {
  const rows = track.from.length - 1;
  const place = new Int32Array(rows).fill(-1);
  const cases = none(rows);
  for (let row = 0; row < rows; row++) {
    const [from, end] = [track.from[row] as number, track.from[row + 1] as number];
    const at = nth < 0 ? end - 1 : from + nth - 1;
    if (at < from || at >= end) continue;
    place[row] = at;
    add(cases, row);
  }
  return { track, place, cases };
};

/** Cases that have so many days of a track within days of their index event. */
const casesWithin = (index: IndexDays, track: Track, asked: Occurrence): Bits => {
  const { place } = index;
  const base = asked.since === 'START' ? index.track.start : index.track.end;
  const { from, undated } = track;
  const late = asked.by === 'START' ? track.start : track.end;
  const early = asked.by === 'END' ? track.end : track.start;
  const { least } = asked;
  const [low, high] = [asked.from ?? -Infinity, asked.to ?? Infinity];
  const most = asked.most ?? Infinity;
  const bits = none(place.length);
  for (let row = 0; row < place.length; row++) {
    const at = place[row] as number;
    if (at < 0) continue;
    const day = base[at] as number;
    const end = from[row + 1] as number;
    let count = 0;
    for (let i = from[row] as number; i < end; i++)
      if ((late[i] as number) - day >= low && (early[i] as number) - day <= high) count++;
    if (count >= least && count <= most && (asked.most === null || !has(undated, row)))
      add(bits, row);
  }
  return bits;
};

const casesObserved = (
  index: IndexDays,
  columns: CaseColumns,
  { before, after }: Observed,
): Bits => {
  const bits = none(columns.rows);
  for (let row = 0; row < columns.rows; row++) {
    const at = index.place[row] as number;
    if (at < 0) continue;
    const day = index.track.start[at] as number;
    if (before > 0 && day < before) continue;
    if (after > 0) {
      const [origin, days] = [originOf(columns, row), columns.survivalDays[row] as number];
      if (origin < 0 || days < 0 || origin + days - day < after) continue;
    }
    add(bits, row);
  }
  return bits;
};

/** What an answer takes, and its place. */
const bytesOf = (answer: Track | IndexDays | Bits): number => {
  const own =
    'from' in answer ? trackBytes(answer) : 'place' in answer ? answer.place.byteLength : 0;
  return 1024 + (ArrayBuffer.isView(answer) ? answer.byteLength : own);
};

const make = (columns: CaseColumns, engine: Engine): Timelines => {
  const tables = new Map<EventTable, Promise<EventColumns>>();
  const retained = new LRUCache<string, Promise<Track | IndexDays | Bits>>({ maxSize: MOST_BYTES });
  const once = <T extends Track | IndexDays | Bits>(
    key: string,
    work: () => Promise<T>,
  ): Promise<T> => {
    const known = retained.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const made = work();
    retained.set(key, made, { size: columns.rows + 1 });
    made.then(
      (answer) => {
        if (retained.peek(key) === made) retained.set(key, made, { size: bytesOf(answer) });
      },
      () => retained.delete(key),
    );
    return made;
  };
  const tableOf = (table: EventTable): Promise<EventColumns> => {
    const known = tables.get(table) ?? readEventColumns(table, columns, engine);
    tables.set(table, known);
    known.catch(() => tables.delete(table));
    return known;
  };
  const trackOf = (of: Happening): Promise<Track> =>
    once(`track ${JSON.stringify(of)}`, async () =>
      of.kind === 'mark'
        ? trackOfMark(of.mark, columns)
        : trackOfEvents(await tableOf(of.table), of),
    );
  const index = ({ of, nth }: Timeline['index']): Promise<IndexDays> =>
    once(`index ${nth} ${JSON.stringify(of)}`, async () => indexOf(await trackOf(of), nth));
  const leaf = async (timeline: Timeline, around: Around): Promise<Bits> => {
    const own = await index(timeline.index);
    return once(`leaf ${JSON.stringify([timeline.index, around])}`, async () =>
      around.kind === 'observed'
        ? casesObserved(own, columns, around.observed)
        : casesWithin(own, await trackOf(around.occurs.of), around.occurs),
    );
  };
  const cases = async (timeline: Timeline): Promise<Bits> =>
    evaluate(timeline.meets, (await index(timeline.index)).cases, (around) =>
      leaf(timeline, around),
    );
  return {
    cases,
    firstDays: async (timeline) =>
      settledDays(timeline, await cases(timeline), await index(timeline.index), columns, trackOf),
  };
};

const made = new WeakMap<CaseColumns, Timelines>();

/** Those of a release: made once for its columns. */
export const timelinesOf = (columns: CaseColumns, engine: Engine): Timelines => {
  const known = made.get(columns) ?? make(columns, engine);
  made.set(columns, known);
  return known;
};
