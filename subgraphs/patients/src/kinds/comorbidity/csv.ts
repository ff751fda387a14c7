import type { Condition } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { ICD_10 } from '@nodp/record/fhir';

/** Diseases beside the cancer: one row a disease. */
export const csv: CsvProfile = {
  title: { en: 'Comorbidities', zh: '合并症' },
  knownBy: ['icd10', 'name', 'onset_date'],
  columns: [
    {
      name: 'icd10',
      label: { en: 'ICD-10', zh: 'ICD-10 编码' },
      type: 'text',
      required: true,
      example: 'I10',
      path: 'code',
    },
    {
      name: 'name',
      label: { en: 'Name', zh: '疾病名称' },
      type: 'text',
      example: '原发性高血压',
      path: 'code.text',
    },
    {
      name: 'onset_date',
      label: { en: 'Begun on', zh: '起病日期' },
      type: 'date',
      example: '2015',
      path: 'onsetDateTime',
    },
    {
      name: 'end_date',
      label: { en: 'Ended on', zh: '结束日期' },
      type: 'date',
      example: '',
      path: 'abatementDateTime',
    },
  ],
  resource: (row) =>
    ({
      resourceType: 'Condition',
      id: row.id,
      subject: row.patient,
      code: row.concept('icd10', 'name', ICD_10),
      onsetDateTime: row.date('onset_date'),
      abatementDateTime: row.date('end_date'),
    }) as Condition,
};
