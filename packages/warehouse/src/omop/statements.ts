import { CDM_TABLES } from '@nodp/circe/cdm';
import { OWN_VOCABULARY, ownConceptId } from '@nodp/circe/exchange';
import { literal } from '../engines/literal.ts';

/** A code of a release, as a concept of the platform's own vocabulary. */
export interface OwnCode {
  /** `site:lung`, `drug:cisplatin`. */
  readonly code: string;
  /** Of the code that it stands under. */
  readonly under: string | null;
}

/** Every code that a release's rows hold, with what it stands under. */
export const CODES = `
SELECT DISTINCT 'site:' || site_group AS code, 'neoplasm:any' AS under FROM cases WHERE site_group IS NOT NULL
UNION SELECT 'neoplasm:any', NULL
UNION SELECT DISTINCT 'drug:' || drug, 'treatment:SYSTEMIC' FROM treatments WHERE kind = 'SYSTEMIC' AND drug IS NOT NULL
UNION SELECT DISTINCT 'treatment:' || kind, NULL FROM treatments WHERE kind IS NOT NULL
UNION SELECT DISTINCT 'biomarker:' || biomarker, NULL FROM biomarkers WHERE biomarker IS NOT NULL
UNION SELECT DISTINCT 'finding:' || upper(finding), NULL FROM biomarkers WHERE finding IS NOT NULL
ORDER BY code`;

/** The vocabulary: concepts, each its own ancestor and under what it stands under. */
const vocabulary = (codes: readonly OwnCode[]): string[] => {
  const id = (code: string) => String(ownConceptId(code));
  const concepts = codes.map(
    ({ code }) =>
      `(${id(code)}, ${literal(code)}, ${literal(OWN_VOCABULARY)}, ${literal(code)}, DATE '1970-01-01', DATE '2099-12-31')`,
  );
  const ancestors = codes.flatMap(({ code, under }) => [
    `(${id(code)}, ${id(code)}, 0, 0)`,
    ...(under === null ? [] : [`(${id(under)}, ${id(code)}, 1, 1)`]),
  ]);
  return [
    `INSERT INTO cdm.concept (concept_id, concept_name, vocabulary_id, concept_code, valid_start_date, valid_end_date) VALUES ${concepts.join(', ')}`,
    `INSERT INTO cdm.concept_ancestor VALUES ${ancestors.join(', ')}`,
  ];
};

/** Number of a code's concept, found by its code. */
const conceptOf = (code: string): string =>
  `(SELECT concept_id FROM cdm.concept WHERE concept_code = ${code})`;

/**
 * The day that a person's days are counted from. A release has months for days: a person begins on the first of the month of the
 * first diagnosis, or in the middle of its year; what lies between two events of a person is exact.
 */
const ANCHORS = `CREATE TEMP TABLE anchors AS
SELECT person_key, min(sex) AS sex,
  make_date(CAST(min(diagnosis_year) AS INTEGER), coalesce(CAST(arg_min(diagnosis_month, coalesce(origin_days, 0)) AS INTEGER), 7), 1) AS day,
  CAST(min(diagnosis_year) - arg_min(age, coalesce(origin_days, 0)) AS INTEGER) AS born,
  max(coalesce(origin_days, 0) + coalesce(survival_days, 0)) AS followed,
  bool_or(died) AS died, max(CASE WHEN died THEN coalesce(origin_days, 0) + survival_days END) AS death
FROM cases WHERE diagnosis_year IS NOT NULL GROUP BY person_key`;

const on = (days: string): string => `CAST(A.day + ${days} AS DATE)`;

const FILL = [
  `INSERT INTO cdm.person BY NAME SELECT CAST(person_key AS BIGINT) AS person_id,
  CASE sex WHEN 'MALE' THEN 8507 WHEN 'FEMALE' THEN 8532 WHEN 'OTHER' THEN 8521 ELSE 8551 END AS gender_concept_id,
  born AS year_of_birth, 0 AS race_concept_id, 0 AS ethnicity_concept_id, sex AS gender_source_value FROM anchors`,
  `INSERT INTO cdm.observation_period BY NAME SELECT CAST(person_key AS BIGINT) AS observation_period_id, CAST(person_key AS BIGINT) AS person_id,
  day AS observation_period_start_date, ${on('greatest(followed, 0)')} AS observation_period_end_date, 0 AS period_type_concept_id FROM anchors A`,
  `INSERT INTO cdm.death BY NAME SELECT CAST(person_key AS BIGINT) AS person_id, ${on('death')} AS death_date, 0 AS death_type_concept_id
FROM anchors A WHERE died AND death IS NOT NULL`,
  `INSERT INTO cdm.condition_occurrence BY NAME SELECT CAST(C.record_key AS BIGINT) AS condition_occurrence_id, CAST(C.person_key AS BIGINT) AS person_id,
  coalesce(${conceptOf("'site:' || C.site_group")}, 0) AS condition_concept_id, ${on('coalesce(C.origin_days, 0)')} AS condition_start_date,
  0 AS condition_type_concept_id, concat_ws('-', C.topography, C.histology) AS condition_source_value, 0 AS condition_source_concept_id
FROM cases C JOIN anchors A ON A.person_key = C.person_key`,
  `INSERT INTO cdm.drug_exposure BY NAME SELECT CAST(T.number AS BIGINT) AS drug_exposure_id, CAST(T.person_key AS BIGINT) AS person_id,
  coalesce(${conceptOf("'drug:' || T.drug")}, ${conceptOf("'treatment:SYSTEMIC'")}, 0) AS drug_concept_id, ${on('T.start_days')} AS drug_exposure_start_date,
  ${on('T.start_days + T.duration_days')} AS drug_exposure_end_date, 0 AS drug_type_concept_id, T.drug AS drug_source_value, 0 AS drug_source_concept_id
FROM numbered T JOIN anchors A ON A.person_key = T.person_key WHERE T.kind = 'SYSTEMIC' AND T.start_days IS NOT NULL`,
  `INSERT INTO cdm.procedure_occurrence BY NAME SELECT CAST(T.number AS BIGINT) AS procedure_occurrence_id, CAST(T.person_key AS BIGINT) AS person_id,
  coalesce(${conceptOf("'treatment:' || T.kind")}, 0) AS procedure_concept_id, ${on('T.start_days')} AS procedure_date,
  0 AS procedure_type_concept_id, T.kind AS procedure_source_value, 0 AS procedure_source_concept_id
FROM numbered T JOIN anchors A ON A.person_key = T.person_key WHERE T.kind <> 'SYSTEMIC' AND T.start_days IS NOT NULL`,
  `INSERT INTO cdm.measurement BY NAME SELECT row_number() OVER (ORDER BY B.person_key, B.tested_days, B.biomarker) AS measurement_id, CAST(B.person_key AS BIGINT) AS person_id,
  coalesce(${conceptOf("'biomarker:' || B.biomarker")}, 0) AS measurement_concept_id, ${on('B.tested_days')} AS measurement_date,
  0 AS measurement_type_concept_id, B.value AS value_as_number, ${conceptOf("'finding:' || upper(B.finding)")} AS value_as_concept_id,
  B.biomarker AS measurement_source_value, 0 AS measurement_source_concept_id
FROM biomarkers B JOIN anchors A ON A.person_key = B.person_key WHERE B.tested_days IS NOT NULL`,
  `INSERT INTO cdm.episode BY NAME SELECT CAST(C.record_key AS BIGINT) AS episode_id, CAST(C.person_key AS BIGINT) AS person_id, 0 AS episode_concept_id,
  ${on('coalesce(C.origin_days, 0)')} AS episode_start_date, ${on('coalesce(C.origin_days, 0) + C.survival_days')} AS episode_end_date, CAST(C.case_number AS INTEGER) AS episode_number,
  coalesce(${conceptOf("'site:' || C.site_group")}, 0) AS episode_object_concept_id, 0 AS episode_type_concept_id, 'case' AS episode_source_value
FROM cases C JOIN anchors A ON A.person_key = C.person_key`,
  `INSERT INTO cdm.episode_event BY NAME
SELECT CAST(record_key AS BIGINT) AS episode_id, CAST(record_key AS BIGINT) AS event_id, 0 AS episode_event_field_concept_id FROM cases WHERE diagnosis_year IS NOT NULL
UNION ALL
SELECT CAST(C.record_key AS BIGINT), CAST(T.number AS BIGINT), 0 FROM numbered T
JOIN cases C ON C.person_key = T.person_key AND C.case_number = T.first_case WHERE T.start_days IS NOT NULL`,
];

/**
 * A release's tables as tables of the OMOP Common Data Model 5.4, in the schema `cdm`. Concepts are of the platform's own
 * vocabulary; a release knows no visits, and types of records, races and ethnicities are 0, as the model has it for what is not known.
 */
export const omopStatements = (codes: readonly OwnCode[]): string[] => [
  'CREATE SCHEMA cdm',
  ...Object.entries(CDM_TABLES).map(
    ([name, columns]) =>
      `CREATE TABLE cdm.${name} (${columns.map((column) => column.join(' ')).join(', ')})`,
  ),
  ANCHORS,
  'CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY person_key, start_days, kind, drug) AS number, * FROM treatments',
  ...vocabulary(codes),
  ...FILL,
  'DROP TABLE anchors',
  'DROP TABLE numbered',
];
