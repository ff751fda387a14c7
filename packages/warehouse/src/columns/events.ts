import { add, type Bits, none, Parameters, personsSql, type Where } from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';

/** An event that may be of any of the person's cases. */
const ANY = 32_767;
/** Columns of an event that say of which cases it may be: `first_case`, `last_case`. */
export const CASES = `, coalesce(e.first_case, 1) as first_case, coalesce(e.last_case, ${ANY}) as last_case`;
/** Of a query that has them, as integers. */
export const CASES_READ = `cast(first_case as integer) as first_case, cast(last_case as integer) as last_case`;

/** Rows of the person's cases that an event may be of; cases of a person stand together by number, from 1. */
export const rowsOfEvent = (
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
  async (event: Extract<Where, { kind: 'event' }>): Promise<Bits> => {
    const parameters = new Parameters();
    const [keys = new Int32Array(), from = new Int32Array(), last = new Int32Array()] =
      await engine.integers({
        text: `select key, ${CASES_READ} from (${personsSql(event, parameters, engine.dialect, CASES)}) e`,
        parameters: parameters.values,
      });
    const bits = none(columns.rows);
    keys.forEach((key, i) => {
      const { first, end } = rowsOfEvent(columns, key, from[i] as number, last[i] as number);
      for (let row = first; row < end; row++) add(bits, row);
    });
    return bits;
  };
