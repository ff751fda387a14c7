import { day, daysAfter, inCodeset } from '../attributes/sql-text.ts';
import type { Domain } from '../domains/domain.ts';
import { domainOf } from '../domains/registry.ts';
import { type Criterion, type CriterionValue, readCriterion } from '../schema/criteria.ts';
import type { DateAdjustment, Period } from '../schema/values.ts';
import type { CountColumn } from '../schema/window.ts';
import { conditionsOf, joinsOf } from './conditions.ts';
import { additionalColumns } from './count-columns.ts';
import type { Names } from './names.ts';

/** Days of an event, moved where the criterion says so. */
const days = ({ start, end }: Domain, adjusted: DateAdjustment | undefined) => {
  if (adjusted === undefined) return { start, end };
  const edge = (of: DateAdjustment['StartWith']) => (of === 'START_DATE' ? start : end);
  return {
    start: daysAfter(edge(adjusted.StartWith), adjusted.StartOffset),
    end: daysAfter(edge(adjusted.EndWith), adjusted.EndOffset),
  };
};

const codesetWheres = (domain: Domain, value: CriterionValue, names: Names): string[] => {
  const { alias, concept, source } = domain;
  const wheres: string[] = [];
  if (concept !== null && value.CodesetId !== undefined) {
    const of = domain === domainOf('LocationRegion') ? `l.${concept}` : `${alias}.${concept}`;
    wheres.push(inCodeset(of, names.codesets, value.CodesetId));
  }
  const id = source === null ? undefined : (value[source.field] as number | undefined);
  if (source?.column && id !== undefined)
    wheres.push(inCodeset(`${alias}.${source.column}`, names.codesets, id));
  return wheres;
};

/** Rows of the domain's table with the days of their events; the first of each person numbered where it is asked for. */
const rows = (domain: Domain, value: CriterionValue, names: Names): string => {
  const { table, alias, id } = domain;
  const { start, end } = days(domain, value.DateAdjustment);
  const nth = value.First
    ? `, row_number() OVER (PARTITION BY ${alias}.person_id ORDER BY ${domain.start}, ${alias}.${id}) AS ordinal`
    : '';
  const wheres = codesetWheres(domain, value, names);
  if (domain === domainOf('LocationRegion'))
    return `SELECT lh.entity_id AS person_id, lh.location_history_id, l.region_concept_id, ${start} AS start_date, ${end} AS end_date
FROM ${names.cdm('location')} l JOIN ${names.cdm(table)} lh ON l.location_id = lh.location_id
WHERE ${["lh.domain_id = 'PERSON'", ...wheres].join(' AND ')}`;
  return `SELECT ${alias}.*, ${start} AS start_date, ${end} AS end_date${nth}
FROM ${names.cdm(table)} ${alias}${wheres.length === 0 ? '' : `\nWHERE ${wheres.join(' AND ')}`}`;
};

/**
 * The events that a criterion finds, without what it asks to happen around them.
 *
 * Columns: `person_id, event_id, start_date, end_date, visit_occurrence_id, sort_date`, then those asked for besides.
 * @param at place of the criterion in the expression
 * @throws {CirceError} where a value of the criterion cannot be asked
 */
export const eventRows = (
  criterion: Criterion,
  names: Names,
  asked: readonly CountColumn[],
  at: string,
): string => {
  const { name, value } = readCriterion(criterion);
  const domain = domainOf(name);
  const place = `${at}.${name}`;
  const { wheres, needs } = conditionsOf(domain.attributes, value, names, place);
  const own = value.UserDefinedPeriod as Period | undefined;
  const named = (of: string | undefined, field: string, otherwise: string) =>
    of === undefined ? otherwise : day(of, `${place}.UserDefinedPeriod.${field}`);
  const start = named(own?.StartDate, 'StartDate', 'C.start_date');
  const end = named(own?.EndDate, 'EndDate', 'C.end_date');
  const lasts: Domain =
    own === undefined || domain.columns.DURATION === undefined
      ? domain
      : {
          ...domain,
          columns: { ...domain.columns, DURATION: `date_diff('day', ${start}, ${end})` },
        };
  const every = [
    ...(value.DateAdjustment === undefined ? [] : ['C.end_date >= C.start_date']),
    ...(value.First ? ['C.ordinal = 1'] : []),
    ...wheres,
  ];
  const joins = joinsOf(needs, names);
  return [
    `SELECT C.person_id, C.${domain.id} AS event_id, ${start} AS start_date, ${end} AS end_date,`,
    `  CAST(${domain.visit ? 'C.visit_occurrence_id' : 'NULL'} AS BIGINT) AS visit_occurrence_id, C.start_date AS sort_date${additionalColumns(lasts, asked, place)}`,
    `FROM (\n${rows(domain, value, names)}\n) C`,
    ...(joins === '' ? [] : [joins]),
    ...(every.length === 0 ? [] : [`WHERE ${every.join('\n  AND ')}`]),
  ].join('\n');
};
