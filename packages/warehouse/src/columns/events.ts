import {
  add,
  type Bits,
  type Event,
  type EventTable,
  eventTable,
  none,
  Parameters,
  personsSql,
} from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';

/** An event that may be of any of the person's cases. */
const ANY = 32_767;
/** Columns of an event that say of which cases it may be: `first_case`, `last_case`. */
const casesOf = (table: EventTable): string =>
  eventTable(table).ofCases
    ? `, coalesce(e.first_case, 1) as first_case, coalesce(e.last_case, ${ANY}) as last_case`
    : `, 1 as first_case, ${ANY} as last_case`;
/** The same columns of a query, as integers. */
const CASES_READ = `cast(first_case as integer) as first_case, cast(last_case as integer) as last_case`;

/** Rows of the person's cases that an event may be of; cases of a person stand together by number, from 1. */
const rowsOfEvent = (
  columns: CaseColumns,
  key: number,
  firstCase: number,
  lastCase: number,
): { readonly first: number; readonly end: number } => {
  const first = columns.firstRow[key] ?? -1;
  if (first < 0) return { first: 0, end: 0 };
  return {
    first: first + firstCase - 1,
    end: Math.min(endOfPerson(columns, first), first + lastCase),
  };
};

/** The cases of the persons who had an event that may be of them: the engine is asked once for the persons. */
export const casesWithEvent =
  (columns: CaseColumns, engine: Engine) =>
  async (event: Event): Promise<Bits> => {
    const parameters = new Parameters();
    const [keys = new Int32Array(), from = new Int32Array(), last = new Int32Array()] =
      await engine.integers({
        text: `select key, ${CASES_READ} from (${personsSql(event, parameters, engine.dialect, casesOf(event.table))}) e`,
        parameters: parameters.values,
      });
    const bits = none(columns.rows);
    keys.forEach((key, i) => {
      const { first, end } = rowsOfEvent(columns, key, from[i] as number, last[i] as number);
      for (let row = first; row < end; row++) add(bits, row);
    });
    return bits;
  };

/**
 * Visits each case that an event of known day may be of, with the days from the diagnosis of the case to the event. The
 * first diagnosis of a person counts as day 0 where its day is not known; of a later case of unknown day nothing is visited.
 */
export const forEachEvent = async (
  event: Event,
  columns: CaseColumns,
  engine: Engine,
  visit: (row: number, days: number) => void,
): Promise<void> => {
  const parameters = new Parameters();
  const persons = personsSql(
    event,
    parameters,
    engine.dialect,
    `, e.${eventTable(event.table).day} as day${casesOf(event.table)}`,
  );
  const [
    keys = new Int32Array(),
    days = new Int32Array(),
    from = new Int32Array(),
    last = new Int32Array(),
  ] = await engine.integers({
    text: `select key, cast(day as integer) as day, ${CASES_READ} from (${persons}) e where day is not null`,
    parameters: parameters.values,
  });
  keys.forEach((key, i) => {
    const { first, end } = rowsOfEvent(columns, key, from[i] as number, last[i] as number);
    for (let row = first; row < end; row++) {
      const known = columns.originDays[row] as number;
      const since = known < 0 && row === columns.firstRow[key] ? 0 : known;
      if (since >= 0) visit(row, (days[i] as number) - since);
    }
  });
};
