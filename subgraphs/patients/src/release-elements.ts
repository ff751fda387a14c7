import { query } from '@nodp/database';
import { DISEASE_IDS, LABORATORY_CODES, PATHOLOGY_CODES } from '@nodp/oncology/single-disease';
import { extract } from '@nodp/record/release';
import { and, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import { observation } from './kinds/observation/table.ts';
import { performance } from './kinds/performance/table.ts';
import { stage } from './kinds/stage/table.ts';
import { tumour } from './kinds/tumour/table.ts';

/** Days around a diagnosis in which results of the laboratory are a baseline. */
const [BEFORE, AFTER] = [90, 61];

/** Whether a result is near the diagnosis of one of the diseases. */
const isNear = sql`exists (select 1 from ${tumour} where ${tumour.patientId} = ${observation.patientId}
  and ${and(eq(tumour.kind, 'PRIMARY'), inArray(tumour.siteGroup, [...DISEASE_IDS]))}
  and ${observation.at} >= ${tumour.diagnosedOn} - ${sql.raw(String(BEFORE))}
  and ${observation.at} < ${tumour.diagnosedOn} + ${sql.raw(String(AFTER))})`;

/** Sizes are sent in cm or mm. */
const [value, unit] = [
  sql<number | null>`case when ${observation.unit} = 'cm' then ${observation.value} * 10
    else coalesce(${observation.normalValue}, ${observation.value}) end`,
  sql<string | null>`case when ${observation.unit} = 'cm' then 'mm'
    else coalesce(${observation.normalUnit}, ${observation.unit}) end`,
];

const seconds = (at: typeof observation.at | typeof performance.at) =>
  sql<number>`extract(epoch from ${at})::bigint`;

/** What the elements of single-disease data sets are derived from, beside what every release holds. */
export const elements = {
  element_result: extract(
    'element_result',
    {
      patient_id: observation.patientId,
      institution_id: observation.institutionId,
      tumour_source_id: observation.tumourSourceId,
      code: observation.code,
      value,
      unit,
      words: sql<string | null>`left(${observation.valueText}, 200)`,
      at: seconds(observation.at),
    },
    (columns) =>
      query
        .select(columns)
        .from(observation)
        .where(
          and(
            isNull(observation.notFinal),
            or(
              inArray(observation.code, [...PATHOLOGY_CODES]),
              and(inArray(observation.code, [...LABORATORY_CODES]), isNear),
            ),
          ),
        ),
  ),
  element_stage: extract(
    'element_stage',
    {
      patient_id: stage.patientId,
      institution_id: stage.institutionId,
      tumour_source_id: stage.tumourSourceId,
      axis: stage.axis,
      classification: stage.classification,
      value: stage.value,
      assessed_on: stage.assessedOn,
      assessed_precision: stage.assessedPrecision,
    },
    (columns) =>
      query
        .select(columns)
        .from(stage)
        .where(
          or(
            notInArray(stage.axis, ['group', 'T', 'N', 'M']),
            inArray(stage.classification, ['y', 'yp', 'yc']),
          ),
        ),
  ),
  element_performance: extract(
    'element_performance',
    { patient_id: performance.patientId, score: performance.score, at: seconds(performance.at) },
    (columns) =>
      query
        .select(columns)
        .from(performance)
        .where(
          and(
            eq(performance.scale, 'ECOG'),
            sql`exists (select 1 from ${tumour} where ${tumour.patientId} = ${performance.patientId}
              and ${and(eq(tumour.kind, 'PRIMARY'), eq(tumour.siteGroup, 'liver'))})`,
          ),
        ),
  ),
};
