import { add, type Bits, type Event, has, type Mark, none } from '@nodp/cohorts/engine';
import type { CaseColumns } from './case-columns.ts';
import { type EventColumns, eventsWhere, UNDATED } from './event-columns.ts';

/**
 * The days on which something happened to each case, counted from the person's first diagnosis, in order. What began on one
 * day is one, which ends when the last of it does.
 */
export interface Track {
  /** Where the days of each case begin; one more than there are cases. */
  readonly from: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Cases that have one of unknown day. */
  readonly undated: Bits;
}

export const trackBytes = ({ from, start, undated }: Track): number =>
  4 * (from.length + 2 * start.length + undated.length);

export const trackOfEvents = (events: EventColumns, event: Event): Track => {
  const met = eventsWhere(events, event);
  const rows = events.from.length - 1;
  const most = met.reduce((sum, each) => sum + each, 0);
  const [from, start, end] = [new Int32Array(rows + 1), new Int32Array(most), new Int32Array(most)];
  const undated = none(rows);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    from[row] = n;
    const to = events.from[row + 1] as number;
    for (let i = events.from[row] as number; i < to; i++) {
      if (met[i] === 0) continue;
      const [began, ended] = [events.start[i] as number, events.end[i] as number];
      if (began === UNDATED) add(undated, row);
      else if (n > (from[row] as number) && start[n - 1] === began)
        end[n - 1] = Math.max(end[n - 1] as number, ended);
      else {
        start[n] = began;
        end[n++] = ended;
      }
    }
  }
  from[rows] = n;
  return { from, start: start.slice(0, n), end: end.slice(0, n), undated };
};

/** Days from the person's first diagnosis to a case's; the first counts as day 0 where its day is not known; -1 of a later one. */
export const originOf = ({ originDays, firstRow, person }: CaseColumns, row: number): number => {
  const known = originDays[row] as number;
  return known < 0 && firstRow[person[row] as number] === row ? 0 : known;
};

const dayOfMark = (mark: Mark, columns: CaseColumns, row: number): number | null => {
  const origin = originOf(columns, row);
  if (mark === 'DIAGNOSIS') return origin < 0 ? null : origin;
  const days = columns.survivalDays[row] as number;
  return origin < 0 || days < 0 ? null : origin + days;
};

export const trackOfMark = (mark: Mark, columns: CaseColumns): Track => {
  const { rows, flags } = columns;
  const [from, start, undated] = [new Int32Array(rows + 1), new Int32Array(rows), none(rows)];
  let n = 0;
  for (let row = 0; row < rows; row++) {
    from[row] = n;
    if (mark === 'DEATH' && !has(flags.died, row)) continue;
    const day = dayOfMark(mark, columns, row);
    if (day === null) add(undated, row);
    else start[n++] = day;
  }
  from[rows] = n;
  const days = start.slice(0, n);
  return { from, start: days, end: days, undated };
};
