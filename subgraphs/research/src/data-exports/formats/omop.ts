import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { literal } from '@nodp/warehouse';
import { type Available, availableIn } from './available.ts';
import type { Format } from './format.ts';

/** Day 0 of everybody: only days between events of one person mean something. */
const DAY_ZERO = "date '2000-01-01'";
const on = (days: string): string => `${DAY_ZERO} + coalesce(${days}, 0)::integer`;
/** The person's key, 16 hexadecimal digits, as the whole number that OMOP asks for. */
const person = (alias: string): string => `(('0x' || left(${alias}.person_key, 15))::bigint)`;
/** Concepts that OHDSI's vocabulary gives to sexes; every other is 0 with its source value, to be mapped by the recipient. */
const GENDER = (sex: string): string =>
  `case ${sex} when 'MALE' then 8507 when 'FEMALE' then 8532 when 'OTHER' then 8521 else 8551 end`;

const NOTES = `OMOP Common Data Model 5.4, as CSV: an export of the National Oncology Data Platform.

Concepts: sexes have the concepts of OHDSI's vocabulary (8507, 8532, 8521, 8551). Every other concept_id is 0: the source values
are codes of ICD-O-3 (histology), ATC (drugs), and of the platform's terminology (site groups, drugs, biomarkers), to be mapped with a
vocabulary of the recipient's.
Days: the export has no dates. The person's first diagnosis is 2000-01-01 of everybody; only the days between events of
one person mean something. year_of_birth is 0: ages are generalised, and stand in observation as source values.
`;

type Statement = readonly [table: string, sql: string];

const statements = (of: Available): Statement[] => {
  const { has, sql } = of;
  const c = (column: string, type: string) => sql('c', 'cases', column, type);
  const t = (column: string, type: string) => sql('t', 'treatments', column, type);
  const b = (column: string, type: string) => sql('b', 'biomarkers', column, type);
  const sex = has('cases', 'sex')
    ? '(select any_value(c.sex) from sent_cases c where c.person_key = p.person_key)'
    : 'null::varchar';
  const followed = has('persons', 'followup_days')
    ? '(select any_value(f.followup_days) from sent_persons f where f.person_key = p.person_key)'
    : 'null::integer';
  const numbered = (alias: string): string => `row_number() over (order by ${alias}.person_key)`;
  return [
    [
      'person',
      `select ${person('p')} as person_id, ${GENDER(sex)} as gender_concept_id, 0 as year_of_birth, 0 as race_concept_id,
      0 as ethnicity_concept_id, p.person_key as person_source_value, ${sex} as gender_source_value from ${of.persons()} p order by 1`,
    ],
    [
      'observation_period',
      `select ${person('p')} as observation_period_id, ${person('p')} as person_id, ${DAY_ZERO} as observation_period_start_date,
      ${on(`greatest(0, ${followed})`)} as observation_period_end_date, 0 as period_type_concept_id from ${of.persons()} p order by 1`,
    ],
    ...(has('persons', 'vital_status') && has('persons', 'followup_days')
      ? [
          [
            'death',
            `select ${person('f')} as person_id, ${on('f.followup_days')} as death_date, 0 as death_type_concept_id
          from sent_persons f where f.vital_status = 'DEAD' and f.followup_days is not null order by 1`,
          ] as Statement,
        ]
      : []),
    ...(has('cases')
      ? ([
          [
            'condition_occurrence',
            `select ${numbered('c')} as condition_occurrence_id, ${person('c')} as person_id, 0 as condition_concept_id,
            ${on('0')} as condition_start_date, 0 as condition_type_concept_id,
            concat_ws('-', ${c('site_group', 'varchar')}, ${c('histology', 'varchar')}, ${c('behaviour', 'varchar')}) as condition_source_value,
            0 as condition_source_concept_id from sent_cases c order by 1`,
          ],
          [
            'observation',
            `select row_number() over () as observation_id, * from (
            ${[
              'age_group',
              'diagnosed',
              'residence',
              'stage',
              'stage_group',
              't',
              'n',
              'm',
              'grade',
              'laterality',
            ]
              .filter((column) => has('cases', column))
              .map(
                (
                  column,
                ) => `select ${person('c')} as person_id, 0 as observation_concept_id, ${on('0')} as observation_date, 0 as observation_type_concept_id,
                c.${column}::varchar as value_as_string, '${column}' as observation_source_value, 0 as observation_source_concept_id from sent_cases c where c.${column} is not null`,
              )
              .concat(
                'select null::bigint, 0, null::date, 0, null::varchar, null::varchar, 0 where false',
              )
              .join(' union all ')}) order by 1`,
          ],
        ] as Statement[])
      : []),
    ...(has('treatments', 'start_days')
      ? ([
          [
            'drug_exposure',
            `select ${numbered('t')} as drug_exposure_id, ${person('t')} as person_id, 0 as drug_concept_id, ${on('t.start_days')} as drug_exposure_start_date,
            ${on(`t.start_days + coalesce(${t('duration_days', 'integer')}, 0)`)} as drug_exposure_end_date, 0 as drug_type_concept_id,
            coalesce(${t('atc', 'varchar')} || ' ', '') || coalesce(${t('drug', 'varchar')}, '') as drug_source_value, 0 as drug_source_concept_id
            from sent_treatments t where ${t('drug', 'varchar')} is not null and t.start_days is not null order by 1`,
          ],
          [
            'procedure_occurrence',
            `select ${numbered('t')} as procedure_occurrence_id, ${person('t')} as person_id, 0 as procedure_concept_id, ${on('t.start_days')} as procedure_date,
            0 as procedure_type_concept_id, coalesce(${t('kind', 'varchar')}, 'OTHER') as procedure_source_value, 0 as procedure_source_concept_id
            from sent_treatments t where ${t('drug', 'varchar')} is null and t.start_days is not null order by 1`,
          ],
        ] as Statement[])
      : []),
    ...(has('biomarkers', 'biomarker') && has('biomarkers', 'tested_days')
      ? [
          [
            'measurement',
            `select ${numbered('b')} as measurement_id, ${person('b')} as person_id, 0 as measurement_concept_id, ${on('b.tested_days')} as measurement_date,
          0 as measurement_type_concept_id, ${b('value', 'double')} as value_as_number, b.biomarker as measurement_source_value, 0 as measurement_source_concept_id,
          ${b('unit', 'varchar')} as unit_source_value, ${b('finding', 'varchar')} as value_source_value from sent_biomarkers b where b.tested_days is not null order by 1`,
          ] as Statement,
        ]
      : []),
  ];
};

/** OMOP Common Data Model 5.4, a CSV file a table, with notes on its concepts and days. */
export const omop: Format = {
  label: { en: 'OMOP CDM 5.4 (CSV)', zh: 'OMOP CDM 5.4（CSV）' },
  write: async ({ connection, tables, signal }, folder) => {
    for (const [table, sql] of statements(availableIn(tables))) {
      signal?.throwIfAborted();
      await connection.run(
        `copy (${sql}) to ${literal(join(folder, `${table}.csv`))} (format csv, header true)`,
      );
    }
    await writeFile(join(folder, 'VOCABULARY.txt'), NOTES);
  },
};
