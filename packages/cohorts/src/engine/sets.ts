import type { Where } from '../criterion/where.ts';
import { and, type Bits, every, none, or } from './bits.ts';
import type { CriteriaColumns } from './columns.ts';
import { listed, within } from './value-sets.ts';

/** The cases of the persons who have an event: asked of an engine. */
export type CasesWithEvent = (event: Extract<Where, { kind: 'event' }>) => Promise<Bits>;

export const all = ([first, ...rest]: readonly Bits[], rows: number): Bits =>
  first === undefined ? every(rows) : rest.reduce(and, first);

export const any = ([first, ...rest]: readonly Bits[], rows: number): Bits =>
  first === undefined ? none(rows) : rest.reduce(or, first);

/** The cases of which a condition is true. */
export const casesWhere = async (
  where: Where,
  columns: CriteriaColumns,
  withEvent: CasesWithEvent,
): Promise<Bits> => {
  switch (where.kind) {
    case 'among':
      return listed(columns[where.column], where.values);
    case 'between':
      return within(columns.numbers[where.column], where);
    case 'flag':
      return columns.flags[where.column];
    case 'event':
      return withEvent(where);
    case 'either':
    case 'both': {
      const parts = where.of.map((each) => casesWhere(each, columns, withEvent));
      return (where.kind === 'either' ? any : all)(await Promise.all(parts), columns.rows);
    }
  }
};
