import type { CohortDefinition, Criterion } from '@nodp/cohorts';
import {
  add,
  type Bits,
  casesWhere,
  evaluate,
  none,
  type Where,
  whereOf,
} from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { type Event, forEachEvent } from './events.ts';

/** A flag says that the person ever had the treatment; by a landmark it is asked of the treatments themselves. */
export const dated = (where: Where): Where => {
  if (where.kind === 'flag')
    return { kind: 'event', table: 'treatments', among: [['kind', [where.column.toUpperCase()]]] };
  if (where.kind === 'either' || where.kind === 'both')
    return { kind: where.kind, of: where.of.map(dated) };
  return where;
};

/** The cases of the persons who had an event that may be of them at most so many days after their diagnosis. */
const casesWithEventBy =
  (columns: CaseColumns, engine: Engine, most: number) =>
  async (event: Event): Promise<Bits> => {
    const bits = none(columns.rows);
    await forEachEvent(event, columns, engine, (row, days) => {
      if (days <= most) add(bits, row);
    });
    return bits;
  };

/**
 * The cases that satisfy a definition by what had happened so many days after diagnosis: a treatment or a test counts
 * from its day on, one whose day is not known does not.
 */
export const casesAtLandmark = (
  definition: CohortDefinition,
  columns: CaseColumns,
  engine: Engine,
  days: number,
): Promise<Bits> =>
  evaluate(definition, columns.rows, (criterion: Criterion) =>
    casesWhere(dated(whereOf(criterion)), columns, casesWithEventBy(columns, engine, days)),
  );
