import type { Observation } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { LOINC, SNOMED } from '@nodp/record/fhir';

/** SNOMED CT's conditions of a disease (mCODE, cancer disease status). */
const STATES: Readonly<Record<string, string>> = {
  'complete-remission': '103338009',
  'partial-remission': '103337004',
  stable: '359746009',
  progression: '271299001',
  recurrence: '246455001',
  'not-evaluable': '709137006',
};

/** How the disease stands: one row an assessment. */
export const csv: CsvProfile = {
  title: { en: 'Disease status', zh: '疾病状态' },
  knownBy: ['date', 'status'],
  columns: [
    {
      name: 'date',
      label: { en: 'Assessed on', zh: '评估日期' },
      type: 'date',
      required: true,
      example: '2026-07-01',
      path: 'effectiveDateTime',
    },
    {
      name: 'status',
      label: { en: 'Status', zh: '状态' },
      type: 'choice',
      required: true,
      values: {
        'complete-remission': { en: 'Complete remission', zh: '完全缓解' },
        'partial-remission': { en: 'Partial remission', zh: '部分缓解' },
        stable: { en: 'Stable', zh: '疾病稳定' },
        progression: { en: 'Progression', zh: '疾病进展' },
        recurrence: { en: 'Recurrence', zh: '复发' },
        'not-evaluable': { en: 'Not evaluable', zh: '无法评估' },
      },
      example: 'stable',
      path: 'valueCodeableConcept',
    },
  ],
  resource: (row) =>
    ({
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      code: { coding: [{ system: LOINC, code: '97509-4' }] },
      effectiveDateTime: row.date('date'),
      valueCodeableConcept: {
        coding: [{ system: SNOMED, code: STATES[row.text('status') ?? ''] }],
      },
    }) as Observation,
};
