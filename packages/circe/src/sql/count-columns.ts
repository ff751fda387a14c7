import { CirceError } from '../circe-error.ts';
import type { Domain } from '../domains/domain.ts';
import type { CountColumn } from '../schema/window.ts';

/** Names of the columns that occurrences are counted distinct by. */
export const COLUMN_NAMES: Readonly<Record<CountColumn, string>> = {
  DAYS_SUPPLY: 'days_supply',
  DOMAIN_CONCEPT: 'domain_concept_id',
  DOMAIN_SOURCE_CONCEPT: 'domain_source_concept_id',
  DURATION: 'duration',
  END_DATE: 'end_date',
  ERA_OCCURRENCES: 'occurrence_count',
  GAP_DAYS: 'gap_days',
  QUANTITY: 'quantity',
  RANGE_HIGH: 'range_high',
  RANGE_LOW: 'range_low',
  REFILLS: 'refills',
  START_DATE: 'start_date',
  UNIT: 'unit_concept_id',
  VALUE_AS_NUMBER: 'value_as_number',
  VISIT_ID: 'visit_occurrence_id',
  VISIT_DETAIL_ID: 'visit_detail_id',
};

/** Every event has these. */
const OF_EVERY_EVENT: ReadonlySet<CountColumn> = new Set(['START_DATE', 'END_DATE', 'VISIT_ID']);

/**
 * What a domain's events are asked for besides, each with a comma before it.
 * @throws {CirceError} where events of the domain have no such column
 */
export const additionalColumns = (
  { columns, source, name }: Domain,
  asked: readonly CountColumn[],
  at: string,
): string =>
  asked
    .filter((column) => !OF_EVERY_EVENT.has(column))
    .map((column) => {
      const bySource =
        column === 'DOMAIN_SOURCE_CONCEPT' && source?.column ? `C.${source.column}` : undefined;
      const of = columns[column] ?? bySource;
      if (of === undefined)
        throw new CirceError(at, `A ${name.en} has no ${column} to be counted by.`);
      return `, ${of} AS ${COLUMN_NAMES[column]}`;
    })
    .join('');
