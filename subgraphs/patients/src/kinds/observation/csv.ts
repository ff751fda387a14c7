import type { Observation } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { flaggedIn, LOINC } from '@nodp/record/fhir';

/** Laboratory results, tumour markers, vital signs and other findings: one row a result. */
export const csv: CsvProfile = {
  title: { en: 'Results', zh: '检验与观察结果' },
  knownBy: ['code', 'name', 'time'],
  columns: [
    {
      name: 'time',
      label: { en: 'Taken at', zh: '采样时间' },
      type: 'time',
      required: true,
      example: '2026-03-14 09:30',
      path: 'effectiveDateTime',
    },
    {
      name: 'code',
      label: { en: 'Code', zh: '项目编码' },
      says: {
        en: 'LOINC where there is one, else the laboratory’s own with its name in code_system.',
        zh: '优先使用 LOINC；否则使用本院编码，并在 code_system 中注明。',
      },
      type: 'text',
      required: true,
      example: '2857-1',
      path: 'code',
    },
    {
      name: 'code_system',
      label: { en: 'System of the code', zh: '编码体系' },
      says: { en: 'LOINC where it is empty.', zh: '为空时按 LOINC。' },
      type: 'text',
      example: 'LOINC',
      path: 'code.coding[0].system',
    },
    {
      name: 'name',
      label: { en: 'Name', zh: '项目名称' },
      type: 'text',
      example: '前列腺特异抗原',
      path: 'code.text',
    },
    {
      name: 'value',
      label: { en: 'Number', zh: '数值结果' },
      type: 'number',
      flagged: true,
      example: '4.10',
      path: 'valueQuantity',
    },
    {
      name: 'unit',
      label: { en: 'Unit', zh: '单位' },
      type: 'text',
      example: 'ng/mL',
      path: 'valueQuantity.unit',
    },
    {
      name: 'text',
      label: { en: 'Result in words', zh: '文字结果' },
      says: { en: 'Where the result is no number.', zh: '结果非数值时填写。' },
      type: 'text',
      example: '',
      path: 'valueString',
    },
    {
      name: 'reference_low',
      label: { en: 'Reference, lowest', zh: '参考值下限' },
      type: 'number',
      example: '0',
      path: 'referenceRange[0].low',
    },
    {
      name: 'reference_high',
      label: { en: 'Reference, highest', zh: '参考值上限' },
      type: 'number',
      example: '4',
      path: 'referenceRange[0].high',
    },
    {
      name: 'flag',
      label: { en: 'Flag', zh: '异常标志' },
      type: 'choice',
      values: {
        N: { en: 'Normal', zh: '正常' },
        H: { en: 'High', zh: '偏高' },
        L: { en: 'Low', zh: '偏低' },
        HH: { en: 'Critically high', zh: '危急偏高' },
        LL: { en: 'Critically low', zh: '危急偏低' },
        A: { en: 'Abnormal', zh: '异常' },
        POS: { en: 'Positive', zh: '阳性' },
        NEG: { en: 'Negative', zh: '阴性' },
      },
      example: 'H',
      path: 'interpretation',
    },
  ],
  resource: (row) => {
    const flag = row.text('flag') ?? flaggedIn(row.text('value') ?? '')?.flag;
    const [low, high] = [row.amount('reference_low'), row.amount('reference_high')];
    return {
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      code: row.concept('code', 'name', row.text('code_system') === undefined ? LOINC : undefined),
      effectiveDateTime: row.time('time'),
      valueQuantity: row.amount('value', 'unit'),
      valueString: row.text('value') === undefined ? row.text('text') : undefined,
      referenceRange: low === undefined && high === undefined ? [] : [{ low, high }],
      interpretation: flag === undefined ? [] : [{ coding: [{ code: flag }] }],
    } as Observation;
  },
};
