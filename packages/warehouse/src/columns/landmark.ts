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
import { type CaseColumns, endOfPerson } from './case-columns.ts';

type Event = Extract<Where, { kind: 'event' }>;

/** The day of an event, counted from the person's first diagnosis. */
const DAYS = { treatments: 'start_days', biomarkers: 'tested_days' } as const;

/** A flag says that the person ever had the treatment; by a landmark it is asked of the treatments themselves. */
const dated = (where: Where): Where => {
  if (where.kind === 'flag')
    return { kind: 'event', table: 'treatments', among: [['kind', [where.column.toUpperCase()]]] };
  if (where.kind === 'either' || where.kind === 'both')
    return { kind: where.kind, of: where.of.map(dated) };
  return where;
};

/** The cases of the persons who had an event within some days after the diagnosis of the case, or before it. */
const casesWithEventBy =
  (columns: CaseColumns, engine: Engine, days: number) =>
  async (event: Event): Promise<Bits> => {
    const parameters = new Parameters();
    const day = DAYS[event.table];
    const [keys = new Int32Array(), first = new Int32Array()] = await engine.integers({
      text: `select person_key, cast(min(day) as integer) as day from (${personsSql(event, parameters, engine.dialect, `, e.${day} as day`)}) e (person_key, day)
        where day is not null group by person_key`,
      parameters: parameters.values,
    });
    const bits = none(columns.rows);
    keys.forEach((key, i) => {
      const start = columns.firstRow[key] ?? -1;
      if (start < 0) return;
      const end = endOfPerson(columns, start);
      for (let row = start; row < end; row++) {
        const since = columns.originDays[row] as number;
        if (since >= 0 && (first[i] as number) - since <= days) add(bits, row);
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
