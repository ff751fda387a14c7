import type { CohortDefinition, Criterion } from '@nodp/cohorts';
import {
  add,
  type Bits,
  casesWhere,
  evaluate,
  none,
  Parameters,
  personsSql,
  type Where,
  whereOf,
} from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { CASES, CASES_READ, rowsOfEvent } from './events.ts';

type Event = Extract<Where, { kind: 'event' }>;

/** The day of an event, counted from the person's first diagnosis. */
export const DAYS = { treatments: 'start_days', biomarkers: 'tested_days' } as const;

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
    const parameters = new Parameters();
    const day = DAYS[event.table];
    const [
      keys = new Int32Array(),
      days = new Int32Array(),
      from = new Int32Array(),
      last = new Int32Array(),
    ] = await engine.integers({
      text: `select key, cast(day as integer) as day, ${CASES_READ}
          from (${personsSql(event, parameters, engine.dialect, `, e.${day} as day${CASES}`)}) e where day is not null`,
      parameters: parameters.values,
    });
    const bits = none(columns.rows);
    keys.forEach((key, i) => {
      const { first, end } = rowsOfEvent(columns, key, from[i] as number, last[i] as number);
      for (let row = first; row < end; row++) {
        const known = columns.originDays[row] as number;
        const since = known < 0 && row === columns.firstRow[key] ? 0 : known;
        if (since >= 0 && (days[i] as number) - since <= most) add(bits, row);
      }
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
