import type { Observation } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { LOINC, SNOMED } from '@nodp/record/fhir';

/** LOINC: what is asked, clinical and pathological. */
const QUESTIONS: Readonly<Record<string, readonly [clinical: string, pathological: string]>> = {
  group: ['21908-9', '21902-2'],
  T: ['21905-5', '21899-0'],
  N: ['21906-3', '21900-6'],
  M: ['21907-1', '21901-4'],
};

/** What some chapters ask for besides T, N and M: asked for in the words of the code. */
const FACTORS: Readonly<Record<string, string>> = {
  mitoses: 'Mitotic rate',
  siewert: 'Siewert',
  b: 'B category',
};

/** SNOMED CT: staging systems. */
const SYSTEMS: Readonly<Record<string, string>> = {
  'AJCC 7': '443830009',
  'AJCC 8': '897275008',
  'AJCC 9': '1269566009',
  FIGO: '254383006',
};

/** Stages: one row a stage group or category. */
export const csv: CsvProfile = {
  title: { en: 'Stages', zh: '分期' },
  knownBy: ['tumour_id', 'axis', 'classification', 'date'],
  columns: [
    {
      name: 'tumour_id',
      label: { en: 'Tumour record', zh: '肿瘤记录编号' },
      says: {
        en: 'The record_id of the tumour in the tumours’ file.',
        zh: '肿瘤文件中的 record_id。',
      },
      type: 'identifier',
      example: 'T1',
      path: 'focus',
    },
    {
      name: 'date',
      label: { en: 'Date of staging', zh: '分期日期' },
      type: 'date',
      required: true,
      example: '2026-03-20',
      path: 'effectiveDateTime',
    },
    {
      name: 'axis',
      label: { en: 'Of what', zh: '分期内容' },
      type: 'choice',
      required: true,
      values: {
        group: { en: 'Stage group', zh: '总分期' },
        T: { en: 'T', zh: 'T' },
        N: { en: 'N', zh: 'N' },
        M: { en: 'M', zh: 'M' },
        mitoses: { en: 'Mitotic rate', zh: '核分裂率' },
        siewert: { en: 'Siewert type', zh: 'Siewert分型' },
        b: { en: 'B category (blood)', zh: 'B分类（血液受累）' },
      },
      example: 'group',
      path: 'code',
    },
    {
      name: 'classification',
      label: { en: 'Classification', zh: '分期类型' },
      type: 'choice',
      required: true,
      values: {
        clinical: { en: 'Clinical (c)', zh: '临床（c）' },
        pathological: { en: 'Pathological (p)', zh: '病理（p）' },
      },
      example: 'pathological',
      path: 'code.coding[0]',
    },
    {
      name: 'value',
      label: { en: 'Stage or category', zh: '分期值' },
      says: {
        en: 'Mitoses of an area of 5 mm²: 3, ≤5/50HPF, 2/mm².',
        zh: '核分裂率按5 mm²计：3、≤5/50HPF、2/mm²。',
      },
      type: 'text',
      required: true,
      example: 'IIIA',
      path: 'valueCodeableConcept',
    },
    {
      name: 'staging_system',
      label: { en: 'Staging system', zh: '分期系统' },
      type: 'choice',
      values: Object.fromEntries(
        Object.keys(SYSTEMS).map((name) => [name, { en: name, zh: name }]),
      ),
      example: 'AJCC 8',
      path: 'method',
    },
  ],
  resource: (row) => {
    const asked = QUESTIONS[row.text('axis') ?? ''];
    const factor = FACTORS[row.text('axis') ?? ''];
    const method = SYSTEMS[row.text('staging_system') ?? ''];
    const tumour = row.to('Condition', 'tumour_id');
    return {
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      focus: tumour === undefined ? [] : [tumour],
      code:
        factor === undefined
          ? {
              coding: [
                {
                  system: LOINC,
                  code: asked?.[row.text('classification') === 'clinical' ? 0 : 1],
                },
              ],
            }
          : { text: factor },
      effectiveDateTime: row.date('date'),
      valueCodeableConcept: { text: row.text('value') },
      method: method === undefined ? undefined : { coding: [{ system: SNOMED, code: method }] },
    } as Observation;
  },
};
