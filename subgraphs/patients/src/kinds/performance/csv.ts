import type { Observation } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { LOINC } from '@nodp/record/fhir';

const SCALES: Readonly<Record<string, string>> = { ECOG: '89247-1', Karnofsky: '89243-0' };

/** How a patient was: one row an assessment. */
export const csv: CsvProfile = {
  title: { en: 'Performance status', zh: '体能状态' },
  knownBy: ['scale', 'date'],
  columns: [
    {
      name: 'date',
      label: { en: 'Assessed on', zh: '评估日期' },
      type: 'date',
      required: true,
      example: '2026-03-14',
      path: 'effectiveDateTime',
    },
    {
      name: 'scale',
      label: { en: 'Scale', zh: '量表' },
      type: 'choice',
      required: true,
      values: {
        ECOG: { en: 'ECOG', zh: 'ECOG' },
        Karnofsky: { en: 'Karnofsky', zh: 'Karnofsky（KPS）' },
      },
      example: 'ECOG',
      path: 'code',
    },
    {
      name: 'score',
      label: { en: 'Score', zh: '评分' },
      type: 'integer',
      required: true,
      example: '1',
      path: 'valueInteger',
    },
  ],
  resource: (row) =>
    ({
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      code: { coding: [{ system: LOINC, code: SCALES[row.text('scale') ?? ''] }] },
      effectiveDateTime: row.date('date'),
      valueInteger: row.integer('score'),
    }) as Observation,
};
