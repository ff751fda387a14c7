import { day, daysAfter } from '../attributes/sql-text.ts';
import type { CohortExpression } from '../schema/expression.ts';
import { codesetsSql } from './codesets.ts';
import { endsSql, runsSql } from './ends.ts';
import { includedSql, inclusionSql, primarySql, qualifiedSql } from './events.ts';
import { type NameOptions, type Names, namesOf } from './names.ts';

/** The temporary tables of a generation, in the order they are made. */
const TABLES = [
  'codesets',
  'primary_events',
  'qualified_events',
  'inclusion_events',
  'included_events',
  'final_cohort',
] as const;

/** Periods of included events, each to the earliest of its ends, joined where they lie within the pad of one another. */
const finalSql = (expression: CohortExpression, names: Names): string => {
  const pad = expression.CollapseSettings.EraPad;
  const periods = `SELECT person_id, start_date, ${daysAfter('end_date', pad)} AS end_date FROM (
SELECT I.person_id, I.start_date, CE.end_date,
  row_number() OVER (PARTITION BY I.person_id, I.event_id ORDER BY CE.end_date) AS ordinal
FROM ${names.temporary('included_events')} I
JOIN (
${endsSql(expression, names)}
) CE ON I.event_id = CE.event_id AND I.person_id = CE.person_id AND CE.end_date >= I.start_date
) F WHERE F.ordinal = 1`;
  return `CREATE OR REPLACE TEMP TABLE ${names.temporary('final_cohort')} AS
SELECT person_id, min(start_date) AS start_date, ${daysAfter('max(end_date)', -pad)} AS end_date
FROM (${runsSql(periods)}) GR
GROUP BY person_id, run`;
};

/** The cohort's periods, cut off at the censor window's days. */
const rowsSql = ({ CensorWindow }: CohortExpression, names: Names): string => {
  const { StartDate, EndDate } = CensorWindow;
  const start =
    StartDate === undefined
      ? 'start_date'
      : `greatest(start_date, ${day(StartDate, 'CensorWindow.StartDate')})`;
  const end =
    EndDate === undefined ? 'end_date' : `least(end_date, ${day(EndDate, 'CensorWindow.EndDate')})`;
  return `SELECT person_id, ${start} AS start_date, ${end} AS end_date
FROM ${names.temporary('final_cohort')}
WHERE ${start} <= ${end}`;
};

export interface CompiledCohort {
  /** Statements that make the tables of this generation, one after another. */
  readonly prepare: readonly string[];
  /** The periods of the cohort: `subject_id` as text, `cohort_start_date` and `cohort_end_date` as `yyyy-mm-dd`. */
  readonly rows: string;
  /** Statements that drop the tables. */
  readonly clear: readonly string[];
  readonly names: Names;
}

/**
 * A cohort's generation as statements for DuckDB over tables of the OMOP Common Data Model 5.4.
 * After circe-be 1.11 (Apache-2.0; github.com/OHDSI/circe-be), whose meaning it keeps.
 * @throws {CirceError} where the expression cannot be run, with the place
 */
export const compileCohort = (
  expression: CohortExpression,
  options: NameOptions = {},
): CompiledCohort => {
  const names = namesOf(options);
  return {
    prepare: [
      codesetsSql(expression.ConceptSets, names),
      primarySql(expression, names),
      qualifiedSql(expression, names),
      inclusionSql(expression, names),
      includedSql(expression, names),
      finalSql(expression, names),
    ],
    rows: `SELECT CAST(person_id AS VARCHAR) AS subject_id,
  CAST(start_date AS VARCHAR) AS cohort_start_date, CAST(end_date AS VARCHAR) AS cohort_end_date
FROM (${rowsSql(expression, names)}) F ORDER BY person_id, start_date`,
    clear: TABLES.map((table) => `DROP TABLE IF EXISTS ${names.temporary(table)}`),
    names,
  };
};
