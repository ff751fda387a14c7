import type { Event } from '../criterion/event.ts';
import type { Series } from '../criterion/series.ts';
import type { Timeline } from '../criterion/timeline.ts';
import { isText, type Where } from '../criterion/where.ts';
import { and, type Bits, every, none, or } from './bits.ts';
import type { CriteriaColumns } from './columns.ts';
import { listed, notKnown, within } from './value-sets.ts';

/** What hangs on events: the cases of the persons who have one, or have some around another, or results as asked. */
export interface CasesByEvents {
  readonly withEvent: (event: Event) => Promise<Bits>;
  readonly withTimeline: (timeline: Timeline) => Promise<Bits>;
  readonly withSeries: (series: Series) => Promise<Bits>;
}

const all = ([first, ...rest]: readonly Bits[], rows: number): Bits =>
  first === undefined ? every(rows) : rest.reduce(and, first);

export const any = ([first, ...rest]: readonly Bits[], rows: number): Bits =>
  first === undefined ? none(rows) : rest.reduce(or, first);

/** The cases of which a condition is true. */
export const casesWhere = async (
  where: Where,
  columns: CriteriaColumns,
  byEvents: CasesByEvents,
): Promise<Bits> => {
  switch (where.kind) {
    case 'among':
      return listed(columns[where.column], where.values);
    case 'starting': {
      const { values } = columns[where.column];
      return listed(
        columns[where.column],
        values.filter((value) => where.values.some((each) => value.startsWith(each))),
      );
    }
    case 'unknown': {
      const { column } = where;
      return notKnown(isText(column) ? columns[column] : columns.numbers[column]);
    }
    case 'between':
      return within(columns.numbers[where.column], where);
    case 'flag':
      return columns.flags[where.column];
    case 'event':
      return byEvents.withEvent(where);
    case 'timeline':
      return byEvents.withTimeline(where.timeline);
    case 'series':
      return byEvents.withSeries(where.series);
    case 'either':
    case 'both': {
      const parts = where.of.map((each) => casesWhere(each, columns, byEvents));
      return (where.kind === 'either' ? any : all)(await Promise.all(parts), columns.rows);
    }
  }
};
