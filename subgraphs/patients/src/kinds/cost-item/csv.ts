import type { Claim, ExplanationOfBenefit, Money } from '@medplum/fhirtypes';
import type { CsvProfile, CsvRow } from '@nodp/record/csv';

/** Classes of cost of the front page of inpatient records (住院病案首页费用, National Health Commission, 2011). */
const COST_CLASS = 'urn:nodp:cost-class';
const CLASSES = {
  general: { en: 'General medical services', zh: '综合医疗服务类' },
  diagnosis: { en: 'Diagnosis', zh: '诊断类' },
  treatment: { en: 'Treatment', zh: '治疗类' },
  rehabilitation: { en: 'Rehabilitation', zh: '康复类' },
  'chinese-medicine': { en: 'Traditional Chinese medicine', zh: '中医类' },
  'western-drugs': { en: 'Western drugs', zh: '西药类' },
  'chinese-drugs': { en: 'Chinese drugs', zh: '中药类' },
  blood: { en: 'Blood and blood products', zh: '血液和血液制品类' },
  consumables: { en: 'Consumables', zh: '耗材类' },
  other: { en: 'Other', zh: '其他类' },
} as const;

/** A bound is no amount: the reader then says that the cost is missing. */
const yuan = (row: CsvRow, column: string): Money | undefined => {
  const amount = row.amount(column);
  return amount === undefined || amount.comparator !== undefined
    ? undefined
    : (Object.assign(amount, { currency: 'CNY' }) as Money);
};

/** Lines of bills: one row a line. */
export const csv: CsvProfile = {
  title: { en: 'Costs', zh: '费用明细' },
  knownBy: ['date', 'item_code', 'item_name', 'visit_id', 'amount'],
  columns: [
    {
      name: 'date',
      label: { en: 'Date', zh: '费用日期' },
      type: 'date',
      required: true,
      example: '2026-04-02',
      path: 'item[0].servicedDate',
    },
    {
      name: 'class',
      label: { en: 'Class of cost', zh: '费用类别' },
      says: {
        en: 'As on the front page of inpatient records.',
        zh: '按住院病案首页费用分类。',
      },
      type: 'choice',
      values: CLASSES,
      example: 'western-drugs',
      path: 'item[0].category',
    },
    {
      name: 'item_code',
      label: { en: 'Item code', zh: '项目编码' },
      type: 'text',
      example: '',
      path: 'item[0].productOrService',
    },
    {
      name: 'item_name',
      label: { en: 'Item', zh: '项目名称' },
      type: 'text',
      required: true,
      example: '奥希替尼片 80mg',
      path: 'item[0].productOrService.text',
    },
    {
      name: 'amount',
      label: { en: 'Amount (CNY)', zh: '金额（元）' },
      says: { en: 'Below zero where it was refunded.', zh: '退费填负数。' },
      type: 'number',
      required: true,
      example: '5040.00',
      path: 'item[0].net',
    },
    {
      name: 'insurance_paid',
      label: { en: 'Paid by insurance (CNY)', zh: '医保支付（元）' },
      type: 'number',
      example: '3780.00',
      path: 'item[0].adjudication[0].amount',
    },
    {
      name: 'patient_paid',
      label: { en: 'Paid by the patient (CNY)', zh: '个人自付（元）' },
      says: {
        en: 'Empty: what insurance did not pay, where that is given.',
        zh: '为空时按金额减医保支付计（医保支付已填时）。',
      },
      type: 'number',
      example: '1260.00',
      path: 'item[0].adjudication[1].amount',
    },
    {
      name: 'visit_id',
      label: { en: 'Visit number', zh: '就诊编号' },
      says: {
        en: 'The record_id of the visit in its own file.',
        zh: '就诊文件中的 record_id。',
      },
      type: 'identifier',
      example: '',
      path: 'item[0].encounter',
    },
    {
      name: 'diagnosis_id',
      label: { en: 'Diagnosis number', zh: '诊断编号' },
      says: {
        en: 'The record_id of the diagnosis it was done for.',
        zh: '所针对诊断的 record_id。',
      },
      type: 'identifier',
      example: '',
      path: 'diagnosis[0].diagnosisReference',
    },
  ],
  resource: (row) => {
    const [insurance, patient] = [yuan(row, 'insurance_paid'), yuan(row, 'patient_paid')];
    const isAnswer = insurance !== undefined || patient !== undefined;
    const [cls, visit] = [row.text('class'), row.to('Encounter', 'visit_id')];
    const condition = row.to('Condition', 'diagnosis_id');
    const unsaid = { display: '未注明' };
    const decided = (code: string, amount: Money | undefined) =>
      amount === undefined ? [] : [{ category: { coding: [{ code }] }, amount }];
    return {
      resourceType: isAnswer ? 'ExplanationOfBenefit' : 'Claim',
      id: row.id,
      status: 'active',
      type: { coding: [{ code: 'institutional' }] },
      use: 'claim',
      patient: row.patient,
      created: row.date('date'),
      provider: unsaid,
      ...(isAnswer
        ? { insurer: unsaid, outcome: 'complete', insurance: [{ focal: true, coverage: unsaid }] }
        : {
            priority: { text: 'normal' },
            insurance: [{ sequence: 1, focal: true, coverage: unsaid }],
          }),
      diagnosis:
        condition === undefined ? undefined : [{ sequence: 1, diagnosisReference: condition }],
      item: [
        {
          sequence: 1,
          category:
            cls === undefined
              ? undefined
              : {
                  coding: [
                    {
                      system: COST_CLASS,
                      code: cls,
                      display: CLASSES[cls as keyof typeof CLASSES].zh,
                    },
                  ],
                },
          productOrService: row.concept('item_code', 'item_name', 'urn:nodp:local'),
          servicedDate: row.date('date'),
          net: yuan(row, 'amount'),
          encounter: visit === undefined ? undefined : [visit],
          adjudication: isAnswer
            ? [...decided('benefit', insurance), ...decided('paidbypatient', patient)]
            : undefined,
        },
      ],
    } as unknown as Claim | ExplanationOfBenefit;
  },
};
