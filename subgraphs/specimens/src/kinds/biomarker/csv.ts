import type { Observation } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { LOINC } from '@nodp/record/fhir';

/** Molecular and immunohistochemical results: one row a marker. */
export const csv: CsvProfile = {
  title: { en: 'Biomarkers', zh: '生物标志物' },
  knownBy: ['tumour_id', 'marker', 'code', 'date'],
  columns: [
    {
      name: 'tumour_id',
      label: { en: 'Tumour record', zh: '肿瘤记录编号' },
      type: 'identifier',
      example: 'T1',
      path: 'focus',
    },
    {
      name: 'date',
      label: { en: 'Tested on', zh: '检测日期' },
      type: 'date',
      example: '2026-03-25',
      path: 'effectiveDateTime',
    },
    {
      name: 'marker',
      label: { en: 'Marker', zh: '标志物' },
      says: {
        en: 'ER, PR, HER2, PD-L1, EGFR, ALK, KRAS, MSI …',
        zh: 'ER、PR、HER2、PD-L1、EGFR、ALK、KRAS、MSI 等。',
      },
      type: 'text',
      required: true,
      example: 'EGFR',
      path: 'code',
    },
    {
      name: 'code',
      label: { en: 'LOINC', zh: 'LOINC 编码' },
      type: 'text',
      example: '',
      path: 'code.coding[0]',
    },
    {
      name: 'result',
      label: { en: 'Result', zh: '结果' },
      type: 'choice',
      values: {
        positive: { en: 'Positive', zh: '阳性' },
        negative: { en: 'Negative', zh: '阴性' },
        equivocal: { en: 'Equivocal', zh: '可疑' },
      },
      example: 'positive',
      path: 'interpretation',
    },
    {
      name: 'value',
      label: { en: 'Number', zh: '数值结果' },
      type: 'number',
      example: '',
      path: 'valueQuantity',
    },
    {
      name: 'unit',
      label: { en: 'Unit', zh: '单位' },
      type: 'text',
      example: '%',
      path: 'valueQuantity.unit',
    },
  ],
  resource: (row) => {
    const tumour = row.to('Condition', 'tumour_id');
    const result = row.text('result');
    const amount = row.amount('value', 'unit');
    return {
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      focus: tumour === undefined ? [] : [tumour],
      code: row.concept('code', 'marker', LOINC),
      effectiveDateTime: row.date('date'),
      valueQuantity: amount,
      valueString: amount === undefined ? result : undefined,
      interpretation:
        result === undefined
          ? []
          : [
              {
                coding: [{ code: { positive: 'POS', negative: 'NEG', equivocal: 'IND' }[result] }],
              },
            ],
    } as Observation;
  },
};
