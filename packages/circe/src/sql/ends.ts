import { daysAfter } from '../attributes/sql-text.ts';
import { CirceError } from '../circe-error.ts';
import type { CohortExpression, CustomEra, DateOffset } from '../schema/expression.ts';
import { criterionSql } from './group.ts';
import type { Names } from './names.ts';

const dateOffsetSql = ({ DateField, Offset }: DateOffset, names: Names): string => {
  const end = daysAfter(DateField === 'EndDate' ? 'end_date' : 'start_date', Offset);
  return `SELECT event_id, person_id, CASE WHEN ${end} > op_end_date THEN op_end_date ELSE ${end} END AS end_date
FROM ${names.temporary('included_events')}`;
};

/** Rows with start and end days joined where they touch: the first of each run is marked, and marks before each row summed. */
export const runsSql = (rows: string): string => `
SELECT person_id, start_date, end_date,
  sum(is_start) OVER (PARTITION BY person_id ORDER BY start_date, is_start DESC ROWS UNBOUNDED PRECEDING) AS run
FROM (
  SELECT person_id, start_date, end_date,
    CASE WHEN max(end_date) OVER (PARTITION BY person_id ORDER BY start_date ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) >= start_date THEN 0 ELSE 1 END AS is_start
  FROM (${rows}) R
) S`;

/** Exposures to a drug that follow one another within the gap are one era; an event within it ends with it. */
const customEraSql = (
  { DrugCodesetId, GapDays, Offset, DaysSupplyOverride }: CustomEra,
  names: Names,
): string => {
  if (DrugCodesetId === undefined)
    throw new CirceError(
      'EndStrategy.CustomEra.DrugCodesetId',
      'has to be the number of a concept set',
    );
  const start = 'DE.drug_exposure_start_date';
  const end =
    DaysSupplyOverride === undefined
      ? `coalesce(DE.drug_exposure_end_date, CAST(${start} + DE.days_supply AS DATE), ${daysAfter(start, 1)})`
      : daysAfter(start, DaysSupplyOverride);
  const exposures = ['drug_concept_id', 'drug_source_concept_id']
    .map(
      (
        column,
      ) => `SELECT DE.person_id, ${start} AS start_date, ${daysAfter(end, GapDays + Offset)} AS end_date
FROM ${names.cdm('drug_exposure')} DE
JOIN ${names.codesets} CS ON CS.codeset_id = ${DrugCodesetId} AND DE.${column} = CS.concept_id
WHERE DE.person_id IN (SELECT person_id FROM ${names.temporary('included_events')})`,
    )
    .join('\nUNION ALL\n');
  return `SELECT ET.event_id, ET.person_id, ERAS.era_end_date AS end_date
FROM ${names.temporary('included_events')} ET
JOIN (
SELECT person_id, min(start_date) AS era_start_date, ${daysAfter('max(end_date)', -GapDays)} AS era_end_date
FROM (${runsSql(exposures)}) GR
GROUP BY person_id, run
) ERAS ON ERAS.person_id = ET.person_id AND ET.start_date BETWEEN ERAS.era_start_date AND ERAS.era_end_date`;
};

/** Every day on which an included event may end: its strategy's, the end of observation, that of an event that censors it. */
export const endsSql = (
  { EndStrategy, CensoringCriteria }: CohortExpression,
  names: Names,
): string => {
  const included = names.temporary('included_events');
  const ends: string[] = [];
  if (EndStrategy === undefined || !('DateOffset' in EndStrategy))
    ends.push(`SELECT event_id, person_id, op_end_date AS end_date FROM ${included}`);
  if (EndStrategy !== undefined)
    ends.push(
      'DateOffset' in EndStrategy
        ? dateOffsetSql(EndStrategy.DateOffset, names)
        : customEraSql(EndStrategy.CustomEra, names),
    );
  CensoringCriteria.forEach((criterion, i) => {
    ends.push(`SELECT I.event_id, I.person_id, min(C.start_date) AS end_date
FROM ${included} I
JOIN (
${criterionSql(criterion, names, `CensoringCriteria.${i}`)}
) C ON C.person_id = I.person_id AND C.start_date >= I.start_date AND C.start_date <= I.op_end_date
GROUP BY I.event_id, I.person_id`);
  });
  return ends.join('\nUNION ALL\n');
};
