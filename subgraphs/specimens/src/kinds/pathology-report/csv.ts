import type { DiagnosticReport } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';

/** Pathologists’ reports: one row a report. */
export const csv: CsvProfile = {
  title: { en: 'Pathology reports', zh: '病理报告' },
  knownBy: ['title', 'date'],
  columns: [
    {
      name: 'date',
      label: { en: 'Reported on', zh: '报告日期' },
      type: 'date',
      required: true,
      example: '2026-03-20',
      path: 'effectiveDateTime',
    },
    {
      name: 'title',
      label: { en: 'Examination', zh: '检查名称' },
      type: 'text',
      required: true,
      example: '手术病理',
      path: 'code',
    },
    {
      name: 'pathology_diagnosis',
      label: { en: 'Pathological diagnosis', zh: '病理诊断' },
      type: 'text',
      required: true,
      example: '右肺上叶腺癌，中分化',
      path: 'conclusion',
    },
    {
      name: 'text',
      label: { en: 'Whole report', zh: '报告全文' },
      type: 'text',
      example: '',
      path: 'presentedForm',
    },
  ],
  resource: (row) => {
    const text = row.text('text');
    return {
      resourceType: 'DiagnosticReport',
      id: row.id,
      status: 'final',
      subject: row.patient,
      category: [{ coding: [{ code: 'SP' }] }],
      code: { text: row.text('title') },
      effectiveDateTime: row.date('date'),
      conclusion: row.text('pathology_diagnosis'),
      presentedForm:
        text === undefined
          ? []
          : [
              {
                contentType: 'text/plain; charset=utf-8',
                data: Buffer.from(text, 'utf8').toString('base64'),
              },
            ],
    } as DiagnosticReport;
  },
};
