import type { Event } from '../criterion/event.ts';
import type { Where } from '../criterion/where.ts';
import { among, type Dialect, eventSql, ofCaseSql } from './event-sql.ts';
import type { Parameters } from './parameters.ts';
import { seriesSql } from './series-sql.ts';
import { timelineSql } from './timeline-sql.ts';

/**
 * The keys of the persons who have an event, some more than once, as SQL both engines read.
 * @param more columns of the event, each after a comma
 */
export const personsSql = (
  event: Event,
  parameters: Parameters,
  dialect: Dialect,
  more = '',
): string =>
  `select cast(e.person_key as integer) as key${more} from ${dialect.table(event.table)} e where ${eventSql(event, parameters)}`;

/**
 * The condition a case `c` has to meet, as SQL both engines read. It may be null where something is not
 * known; the combination of conditions makes two values of three.
 */
export const whereSql = (where: Where, parameters: Parameters, dialect: Dialect): string => {
  switch (where.kind) {
    case 'among':
      return among(`c.${where.column}`, where.values, parameters);
    case 'starting':
      return `(${where.values.map((value) => `starts_with(c.${where.column}, ${parameters.add(value)})`).join(' or ') || 'false'})`;
    case 'unknown':
      return `(c.${where.column} is null)`;
    case 'between': {
      const { column, from, to } = where;
      const bounds = [
        ...(from === undefined ? [] : [`c.${column} >= ${parameters.add(from)}`]),
        ...(to === undefined ? [] : [`c.${column} <= ${parameters.add(to)}`]),
      ];
      return `(${bounds.join(' and ') || `c.${column} is not null`})`;
    }
    case 'flag':
      return `c.${where.column}`;
    case 'event':
      return `exists (select 1 from ${dialect.table(where.table)} e where ${ofCaseSql(where)}
        and ${eventSql(where, parameters)})`;
    case 'timeline':
      return timelineSql(where.timeline, parameters, dialect);
    case 'series':
      return `((c.person_key, c.case_number) in (${seriesSql(where.series, parameters, dialect)}))`;
    case 'either':
      return `(${where.of.map((each) => whereSql(each, parameters, dialect)).join(' or ') || 'false'})`;
    case 'both':
      return `(${where.of.map((each) => whereSql(each, parameters, dialect)).join(' and ') || 'true'})`;
  }
};
