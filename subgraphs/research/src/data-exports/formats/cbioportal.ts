import { createReadStream, createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { literal } from '@nodp/warehouse';
import { type Available, availableIn } from './available.ts';
import type { Format, Leaving } from './format.ts';

/** An attribute of cBioPortal's clinical files: identifier, name, description, type, priority, and SQL of its value. */
type Attribute = readonly [
  id: string,
  name: string,
  description: string,
  type: 'STRING' | 'NUMBER',
  priority: number,
  sql: string,
];

const DAYS_A_MONTH = 30.4375;
const STUDY = 'nodp_export';

const months = (days: string): string => `round(${days} / ${DAYS_A_MONTH}, 2)`;
const words = (sql: string): string =>
  `upper(left(${sql}, 1)) || lower(replace(substr(${sql}, 2), '_', ' '))`;

const patientAttributes = ({ has, sql }: Available): Attribute[] => [
  [
    'PATIENT_ID',
    'Patient Identifier',
    'Key of the person in this export',
    'STRING',
    1,
    'p.person_key',
  ],
  ...(has('cases', 'sex') ? [['SEX', 'Sex', 'Sex', 'STRING', 1, words('c.sex')] as Attribute] : []),
  ...(has('persons', 'vital_status') && has('persons', 'followup_days')
    ? ([
        [
          'OS_STATUS',
          'Overall Survival Status',
          'Vital status',
          'STRING',
          1,
          "case f.vital_status when 'DEAD' then '1:DECEASED' when 'ALIVE' then '0:LIVING' end",
        ],
        [
          'OS_MONTHS',
          'Overall Survival (Months)',
          'Months from the first diagnosis to death or last contact',
          'NUMBER',
          1,
          `case when f.vital_status in ('DEAD', 'ALIVE') and f.followup_days >= 0 then ${months(sql('f', 'persons', 'followup_days', 'integer'))} end`,
        ],
      ] as Attribute[])
    : []),
];

const sampleAttributes = ({ has, sql }: Available): Attribute[] => {
  const of = (column: string, attribute: Attribute): Attribute[] =>
    has('cases', column) ? [attribute] : [];
  return [
    [
      'PATIENT_ID',
      'Patient Identifier',
      'Key of the person in this export',
      'STRING',
      1,
      'c.person_key',
    ],
    [
      'SAMPLE_ID',
      'Sample Identifier',
      'Key of the person with the number of the case',
      'STRING',
      1,
      `c.person_key || '-' || ${has('cases', 'case_number') ? 'c.case_number' : 'row_number() over (partition by c.person_key order by c.person_key)'}`,
    ],
    [
      'CANCER_TYPE',
      'Cancer Type',
      'Cancer site',
      'STRING',
      1,
      has('cases', 'site_group') ? words("replace(c.site_group, '-', ' ')") : "'Cancer'",
    ],
    ...of('histology', [
      'ICD_O_3_HISTOLOGY',
      'ICD-O-3 Histology',
      'Histology, four digits',
      'STRING',
      1,
      'c.histology',
    ]),
    ...of('stage', [
      'STAGE',
      'Stage at Diagnosis',
      'Broad stage at diagnosis',
      'STRING',
      1,
      "replace(c.stage, 'STAGE_', '')",
    ]),
    ...of('grade', ['GRADE', 'Grade', 'Grade as reported', 'STRING', 1, 'c.grade']),
    ...of('age_group', [
      'AGE_GROUP',
      'Age at Diagnosis',
      'Age group at diagnosis',
      'STRING',
      1,
      'c.age_group',
    ]),
    ...of('diagnosed', [
      'DIAGNOSED',
      'Time of Diagnosis',
      'Time of diagnosis, generalised',
      'STRING',
      1,
      'c.diagnosed',
    ]),
    ...of('residence', [
      'RESIDENCE',
      'Residence',
      'Residence, generalised (GB/T 2260)',
      'STRING',
      1,
      'c.residence',
    ]),
    ...of('survival_days', [
      'SURVIVAL_MONTHS',
      'Survival of the Case (Months)',
      'Months from the diagnosis of the case to death or last contact',
      'NUMBER',
      1,
      months(sql('c', 'cases', 'survival_days', 'integer')),
    ]),
  ];
};

/** Four lines of heading as cBioPortal reads them, before the one of identifiers. */
const heading = (attributes: readonly Attribute[]): string =>
  [1, 2, 3, 4]
    .map((at) => `#${attributes.map((one) => String(one[at as 1])).join('\t')}\n`)
    .join('');

const TSV = "format csv, header true, delimiter '\t', quote '', escape ''";

const writeTable = async (
  { connection, signal }: Leaving,
  folder: string,
  name: string,
  head: string,
  sql: string,
): Promise<void> => {
  signal?.throwIfAborted();
  const file = join(folder, name);
  await connection.run(`copy (${sql}) to ${literal(`${file}.rows`)} (${TSV})`);
  // DuckDB writes no lines before the header, so that its rows are appended to them.
  await writeFile(file, head);
  await pipeline(createReadStream(`${file}.rows`), createWriteStream(file, { flags: 'a' }));
  await rm(`${file}.rows`);
};

const selected = (attributes: readonly Attribute[]): string =>
  attributes.map(([id, , , , , sql]) => `${sql} as "${id}"`).join(', ');

const meta = (folder: string, name: string, of: Readonly<Record<string, string>>): Promise<void> =>
  writeFile(
    join(folder, name),
    `${Object.entries({ cancer_study_identifier: STUDY, ...of })
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')}\n`,
  );

const writeTimeline = async (leaving: Leaving, of: Available, folder: string): Promise<void> => {
  if (!of.has('treatments', 'start_days')) return;
  const value = (column: string, type: string) => of.sql('t', 'treatments', column, type);
  await meta(folder, 'meta_timeline_treatment.txt', {
    genetic_alteration_type: 'CLINICAL',
    datatype: 'TIMELINE',
    data_filename: 'data_timeline_treatment.txt',
  });
  await writeTable(
    leaving,
    folder,
    'data_timeline_treatment.txt',
    '',
    `select t.person_key as "PATIENT_ID", t.start_days as "START_DATE", t.start_days + ${value('duration_days', 'integer')} as "STOP_DATE",
      'TREATMENT' as "EVENT_TYPE", ${words(`coalesce(${value('kind', 'varchar')}, 'OTHER')`)} as "TREATMENT_TYPE", ${value('drug', 'varchar')} as "AGENT",
      ${value('regimen', 'varchar')} as "REGIMEN" from sent_treatments t where t.start_days is not null order by 1, 2`,
  );
};

/** A study that cBioPortal imports: clinical files of patients and of cases (as samples), and treatments as a timeline. */
export const cbioportal: Format = {
  label: { en: 'cBioPortal study', zh: 'cBioPortal研究' },
  write: async (leaving, folder) => {
    const of = availableIn(leaving.tables);
    await meta(folder, 'meta_study.txt', {
      type_of_cancer: 'mixed',
      name: 'Export of the National Oncology Data Platform',
      description:
        'De-identified and generalised; see manifest.json for conditions and how to cite.',
      add_global_case_list: 'true',
    });
    const clinical = (kind: 'PATIENT' | 'SAMPLE') =>
      meta(folder, `meta_clinical_${kind.toLowerCase()}.txt`, {
        genetic_alteration_type: 'CLINICAL',
        datatype: `${kind}_ATTRIBUTES`,
        data_filename: `data_clinical_${kind.toLowerCase()}.txt`,
      });
    const patients = patientAttributes(of);
    await clinical('PATIENT');
    const ofCase = of.has('cases', 'sex')
      ? 'left join (select person_key, any_value(sex) as sex from sent_cases group by 1) c using (person_key)'
      : '';
    const followed = of.has('persons') ? 'left join sent_persons f using (person_key)' : '';
    await writeTable(
      leaving,
      folder,
      'data_clinical_patient.txt',
      heading(patients),
      `select ${selected(patients)} from ${of.persons()} p ${ofCase} ${followed} order by 1`,
    );
    const samples = sampleAttributes(of);
    await clinical('SAMPLE');
    const cases = of.has('cases') ? 'sent_cases c' : `${of.persons()} c`;
    await writeTable(
      leaving,
      folder,
      'data_clinical_sample.txt',
      heading(samples),
      `select ${selected(samples)} from ${cases} order by 2`,
    );
    await writeTimeline(leaving, of, folder);
  },
};
