import { join } from 'node:path';
import { type Available, availableIn } from './available.ts';
import type { Format } from './format.ts';
import { writeNdjson } from './ndjson.ts';

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition';
const OWN = 'https://nodp.example/fhir/CodeSystem';
/** Days from the person's first diagnosis: the export has no dates. */
const DAYS = 'https://nodp.example/fhir/StructureDefinition/days-since-first-diagnosis';

const coded = (system: string, code: string): string =>
  `struct_pack(coding := [struct_pack(system := '${system}', code := ${code})])`;
const maybe = (value: string, struct: string): string =>
  `case when ${value} is not null then ${struct} end`;
const daysOf = (days: string): string =>
  maybe(days, `[struct_pack(url := '${DAYS}', "valueInteger" := ${days})]`);
const subject = (alias: string): string =>
  `struct_pack(reference := 'Patient/' || ${alias}.person_key)`;
const meta = (profile: string): string => `struct_pack(profile := ['${MCODE}/${profile}'])`;

type Resource = readonly [type: string, sql: string];

const resources = ({ has, sql, persons }: Available): Resource[] => {
  const sex = has('cases', 'sex')
    ? "(select case any_value(c.sex) when 'FEMALE' then 'female' when 'MALE' then 'male' when 'OTHER' then 'other' else 'unknown' end from sent_cases c where c.person_key = p.person_key)"
    : "'unknown'";
  const dead = has('persons', 'vital_status')
    ? "(select case any_value(f.vital_status) when 'DEAD' then true when 'ALIVE' then false end from sent_persons f where f.person_key = p.person_key)"
    : 'null::boolean';
  const followed = has('persons', 'followup_days')
    ? daysOf(
        '(select any_value(f.followup_days) from sent_persons f where f.person_key = p.person_key)',
      )
    : 'null::varchar';
  const c = (column: string, type = 'varchar') => sql('c', 'cases', column, type);
  const t = (column: string, type = 'varchar') => sql('t', 'treatments', column, type);
  const b = (column: string, type = 'varchar') => sql('b', 'biomarkers', column, type);
  const caseId = `c.person_key || '-' || ${has('cases', 'case_number') ? 'c.case_number' : 'row_number() over (partition by c.person_key)'}`;
  return [
    [
      'Patient',
      `select 'Patient' as "resourceType", p.person_key as id, ${meta('mcode-cancer-patient')} as meta, ${followed} as extension,
      ${sex} as gender, ${dead} as "deceasedBoolean" from ${persons()} p order by 2`,
    ],
    ...(has('cases')
      ? [
          [
            'Condition',
            `select 'Condition' as "resourceType", ${caseId} as id, ${meta('mcode-primary-cancer-condition')} as meta,
          [struct_pack(coding := [struct_pack(system := 'http://terminology.hl7.org/CodeSystem/condition-category', code := 'encounter-diagnosis')])] as category,
          ${coded(`${OWN}/site-group`, has('cases', 'site_group') ? 'c.site_group' : "'neoplasm'")} as code,
          ${maybe(c('histology'), `[struct_pack(url := '${MCODE}/mcode-histology-morphology-behavior', "valueCodeableConcept" := ${coded('http://terminology.hl7.org/CodeSystem/icd-o-3', c('histology'))})]`)} as extension,
          ${maybe(c('stage'), `[struct_pack(summary := ${coded(`${OWN}/broad-stage`, c('stage'))})]`)} as stage,
          ${subject('c')} as subject from sent_cases c order by 2`,
          ] as Resource,
        ]
      : []),
    ...(has('treatments')
      ? ([
          [
            'MedicationAdministration',
            `select 'MedicationAdministration' as "resourceType", t.person_key || '-m' || row_number() over () as id,
            ${meta('mcode-cancer-related-medication-administration')} as meta, 'completed' as status,
            struct_pack(text := ${t('drug')}, coding := ${maybe(t('atc'), `[struct_pack(system := 'http://www.whocc.no/atc', code := ${t('atc')})]`)}) as "medicationCodeableConcept",
            ${subject('t')} as subject, struct_pack(extension := ${daysOf(t('start_days', 'integer'))}) as "_effectiveDateTime"
            from sent_treatments t where ${t('drug')} is not null`,
          ],
          [
            'Procedure',
            `select 'Procedure' as "resourceType", t.person_key || '-p' || row_number() over () as id, 'completed' as status,
            ${coded(`${OWN}/treatment-kind`, `coalesce(${t('kind')}, 'OTHER')`)} as code, ${subject('t')} as subject,
            struct_pack(extension := ${daysOf(t('start_days', 'integer'))}) as "_performedDateTime"
            from sent_treatments t where ${t('drug')} is null`,
          ],
        ] as Resource[])
      : []),
    ...(has('biomarkers', 'biomarker')
      ? [
          [
            'Observation',
            `select 'Observation' as "resourceType", b.person_key || '-o' || row_number() over () as id, ${meta('mcode-tumor-marker-test')} as meta,
          'final' as status, ${coded(`${OWN}/biomarker`, 'b.biomarker')} as code, ${subject('b')} as subject,
          ${maybe(b('value', 'double'), `struct_pack(value := ${b('value', 'double')}, unit := ${b('unit')})`)} as "valueQuantity",
          case when ${b('value', 'double')} is null then ${maybe(b('finding'), coded(`${OWN}/finding`, b('finding')))} end as "valueCodeableConcept",
          struct_pack(extension := ${daysOf(b('tested_days', 'integer'))}) as "_effectiveDateTime" from sent_biomarkers b`,
          ] as Resource,
        ]
      : []),
  ];
};

/** FHIR R4 as bulk data (a file of NDJSON a type of resource), by the profiles of mCODE as far as there are dates to be left out. */
export const fhir: Format = {
  label: { en: 'FHIR R4, mCODE (NDJSON)', zh: 'FHIR R4，mCODE（NDJSON）' },
  write: async ({ connection, tables, signal }, folder) => {
    for (const [type, sql] of resources(availableIn(tables))) {
      signal?.throwIfAborted();
      await writeNdjson(connection, sql, join(folder, `${type}.ndjson`));
    }
  },
};
