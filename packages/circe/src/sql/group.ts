import { CirceError } from '../circe-error.ts';
import { demographics } from '../domains/demographics.ts';
import {
  type Correlated,
  type Criterion,
  type Demographic,
  type Group,
  isEmpty,
  readCriterion,
} from '../schema/criteria.ts';
import { AT_MOST, type CountColumn } from '../schema/window.ts';
import { conditionsOf } from './conditions.ts';
import { COLUMN_NAMES } from './count-columns.ts';
import { eventRows } from './event-rows.ts';
import type { Names } from './names.ts';
import { windowClauses } from './window.ts';

/**
 * The events that a criterion finds and around which happens what it asks.
 * @param asked columns besides those of every event
 */
export const criterionSql = (
  criterion: Criterion,
  names: Names,
  at: string,
  asked: readonly CountColumn[] = [],
): string => {
  const { name, value } = readCriterion(criterion);
  const found = eventRows(criterion, names, asked, at);
  const around = value.CorrelatedCriteria;
  if (around === undefined || isEmpty(around)) return found;
  const [base, events] = [names.part('found'), names.part('observed')];
  // Each is named, so that however deep criteria nest the statement says it once.
  return `SELECT PE.* FROM (
WITH ${base} AS (
${found}
), ${events} AS (
SELECT Q.person_id, Q.event_id, Q.start_date, Q.end_date, Q.visit_occurrence_id,
  OP.observation_period_start_date AS op_start_date, OP.observation_period_end_date AS op_end_date
FROM ${base} Q JOIN ${names.cdm('observation_period')} OP ON Q.person_id = OP.person_id
  AND OP.observation_period_start_date <= Q.start_date AND OP.observation_period_end_date >= Q.start_date
)
SELECT B.* FROM ${base} B JOIN (
${groupSql(around, events, names, `${at}.${name}.CorrelatedCriteria`)}
) AC ON AC.person_id = B.person_id AND AC.event_id = B.event_id
) PE`;
};

/** Events within the windows of index events: a row for each pair. */
export const windowedSql = (
  correlated: Correlated,
  events: string,
  names: Names,
  at: string,
  asked: readonly CountColumn[] = [],
): string => {
  const columns = asked.map((column) => `, A.${COLUMN_NAMES[column]}`).join('');
  return `SELECT P.person_id, P.event_id${columns}
FROM ${events} P
JOIN (
${criterionSql(correlated.Criteria, names, `${at}.Criteria`, asked)}
) A ON ${['A.person_id = P.person_id', ...windowClauses(correlated)].join('\n  AND ')}`;
};

const COMPARES = ['=', '<=', '>='] as const;

/** Index events with so many events around them. One that may have none is searched for among all of them. */
const correlatedSql = (
  correlated: Correlated,
  events: string,
  names: Names,
  at: string,
  index: number,
): string => {
  const { Type, Count, IsDistinct, CountColumn = 'DOMAIN_CONCEPT' } = correlated.Occurrence;
  const windowed = windowedSql(correlated, events, names, at, IsDistinct ? [CountColumn] : []);
  const counted = IsDistinct ? `DISTINCT CC.${COLUMN_NAMES[CountColumn]}` : 'CC.event_id';
  const having = `HAVING count(${counted}) ${COMPARES[Type]} ${Count}`;
  if (Type === AT_MOST || Count === 0)
    return `SELECT ${index} AS index_id, P.person_id, P.event_id
FROM ${events} P LEFT JOIN (
${windowed}
) CC ON P.person_id = CC.person_id AND P.event_id = CC.event_id
GROUP BY P.person_id, P.event_id ${having}`;
  return `SELECT ${index} AS index_id, CC.person_id, CC.event_id
FROM (
${windowed}
) CC
GROUP BY CC.person_id, CC.event_id ${having}`;
};

const demographicSql = (
  demographic: Demographic,
  events: string,
  names: Names,
  at: string,
  index: number,
): string => {
  const { wheres } = conditionsOf(demographics, demographic, names, at);
  return `SELECT ${index} AS index_id, C.person_id, C.event_id
FROM ${events} C JOIN ${names.cdm('person')} P ON P.person_id = C.person_id
${wheres.length === 0 ? '' : `WHERE ${wheres.join(' AND ')}`}
GROUP BY C.person_id, C.event_id`;
};

/** How many of a group's parts an event has to satisfy. */
const having = ({ Type, Count }: Group, parts: number, at: string): string => {
  if (Type === 'ALL') return `= ${parts}`;
  if (Type === 'ANY') return '> 0';
  if (Count === undefined) throw new CirceError(`${at}.Count`, `has to be said of ${Type}`);
  return `${Type === 'AT_LEAST' ? '>=' : '<='} ${Count}`;
};

/**
 * Index events that satisfy a group: `index_id, person_id, event_id`. An empty group holds of each.
 * @param events a table of index events, with the days of the observation period they lie in
 */
export const groupSql = (
  group: Group,
  events: string,
  names: Names,
  at: string,
  index = 0,
): string => {
  if (isEmpty(group)) return `SELECT ${index} AS index_id, person_id, event_id FROM ${events}`;
  let i = 0;
  const parts = [
    ...group.CriteriaList.map((each, n) =>
      correlatedSql(each, events, names, `${at}.CriteriaList.${n}`, i++),
    ),
    ...group.DemographicCriteriaList.map((each, n) =>
      demographicSql(each, events, names, `${at}.DemographicCriteriaList.${n}`, i++),
    ),
    ...group.Groups.map((each, n) => groupSql(each, events, names, `${at}.Groups.${n}`, i++)),
  ];
  // What may be satisfied by none is searched for among all events.
  const outer = group.Type === 'AT_MOST' || (group.Type === 'AT_LEAST' && group.Count === 0);
  return `SELECT ${index} AS index_id, G.person_id, G.event_id FROM (
SELECT E.person_id, E.event_id FROM ${events} E
${outer ? 'LEFT' : 'INNER'} JOIN (
${parts.join('\nUNION ALL\n')}
) CQ ON E.person_id = CQ.person_id AND E.event_id = CQ.event_id
GROUP BY E.person_id, E.event_id
HAVING count(index_id) ${having(group, i, at)}
) G`;
};
