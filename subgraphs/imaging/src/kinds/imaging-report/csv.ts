import type { DiagnosticReport } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';

/** Radiologists’ reports: one row a report. */
export const csv: CsvProfile = {
  title: { en: 'Imaging reports', zh: '影像报告' },
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
      example: '胸部CT',
      path: 'code',
    },
    {
      name: 'impression',
      label: { en: 'Impression', zh: '影像诊断' },
      type: 'text',
      required: true,
      example: '右肺上叶占位，考虑恶性',
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
      category: [{ coding: [{ code: 'RAD' }] }],
      code: { text: row.text('title') },
      effectiveDateTime: row.date('date'),
      conclusion: row.text('impression'),
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
