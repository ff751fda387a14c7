import { type Event, eventTable } from '../criterion/event.ts';
import type { Parameters } from './parameters.ts';

/** What differs between the engines: how a release's table is called. */
export interface Dialect {
  readonly name: 'duckdb' | 'postgres';
  readonly table: (name: string) => string;
}

export const among = (
  column: string,
  values: readonly (string | number)[],
  parameters: Parameters,
): string => (values.length === 0 ? 'false' : `${column} in (${parameters.list(values)})`);

/** The condition that rows `e` of a table of events have to meet. */
export const eventSql = (
  { among: asked, within = [], mayBe }: Event,
  parameters: Parameters,
): string => {
  const orNotKnown = (column: string, condition: string) =>
    mayBe ? `(${condition} or e.${column} is null)` : condition;
  const listed = asked.map(([column, values]) =>
    orNotKnown(column, among(`e.${column}`, values, parameters)),
  );
  const bounded = within.map(([column, from, to]) => {
    const bounds = [
      ...(from === null ? [] : [`e.${column} >= ${parameters.add(from)}`]),
      ...(to === null ? [] : [`e.${column} <= ${parameters.add(to)}`]),
    ];
    return orNotKnown(column, bounds.join(' and '));
  });
  return [...listed, ...bounded].join(' and ') || 'true';
};

/** Whether a row `e` of events may be of the case `c`. */
export const ofCaseSql = ({ table }: Event): string =>
  eventTable(table).ofCases
    ? `e.person_key = c.person_key and (e.first_case is null or c.case_number >= e.first_case)
        and (e.last_case is null or c.case_number <= e.last_case)`
    : 'e.person_key = c.person_key';
