import type { Extension, MedicationStatement, Procedure, Quantity } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { SNOMED } from '@nodp/record/fhir';

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';

/** SNOMED CT: what a course is for. */
const INTENTS: Readonly<Record<string, string>> = {
  curative: '373808002',
  palliative: '363676003',
};
const CATEGORIES: Readonly<Record<string, string>> = {
  surgery: '387713003',
  radiotherapy: '108290001',
};

const doseOf = (dose: Quantity | undefined, fractions: number | undefined): Extension[] =>
  dose === undefined && fractions === undefined
    ? []
    : [
        {
          url: `${MCODE}radiotherapy-dose-delivered-to-volume`,
          extension: [
            ...(dose === undefined
              ? []
              : [
                  { url: 'totalDoseDelivered', valueQuantity: Object.assign(dose, { unit: 'Gy' }) },
                ]),
            ...(fractions === undefined
              ? []
              : [{ url: 'fractionsDelivered', valueUnsignedInt: fractions }]),
          ],
        },
      ];

/** Operations, courses of radiotherapy and drugs: one row a treatment. */
export const csv: CsvProfile = {
  title: { en: 'Treatments', zh: '治疗' },
  knownBy: ['kind', 'code', 'name', 'start_date'],
  columns: [
    {
      name: 'tumour_id',
      label: { en: 'Tumour record', zh: '肿瘤记录编号' },
      says: {
        en: 'The record_id of the tumour that it was given for.',
        zh: '所治疗肿瘤在肿瘤文件中的 record_id。',
      },
      type: 'identifier',
      example: 'T1',
      path: 'reasonReference',
    },
    {
      name: 'kind',
      label: { en: 'Kind of treatment', zh: '治疗类别' },
      type: 'choice',
      required: true,
      values: {
        surgery: { en: 'Operation', zh: '手术' },
        radiotherapy: { en: 'Radiotherapy', zh: '放疗' },
        drug: { en: 'Drug', zh: '药物' },
      },
      example: 'drug',
      path: 'category',
    },
    {
      name: 'code',
      label: { en: 'Code', zh: '编码' },
      type: 'text',
      example: 'L01XA01',
      path: 'code.coding[0]',
    },
    {
      name: 'code_system',
      label: { en: 'System of the code', zh: '编码体系' },
      says: {
        en: 'ATC, ICD-9-CM, SNOMED, or the hospital’s own.',
        zh: 'ATC、ICD-9-CM、SNOMED 或本院编码。',
      },
      type: 'text',
      example: 'ATC',
      path: 'code.coding[0].system',
    },
    {
      name: 'name',
      label: { en: 'Name', zh: '名称' },
      type: 'text',
      required: true,
      example: '顺铂',
      path: 'medication',
    },
    {
      name: 'start_date',
      label: { en: 'Begun on', zh: '开始日期' },
      type: 'date',
      required: true,
      example: '2026-04-01',
      path: 'effectivePeriod.start',
    },
    {
      name: 'end_date',
      label: { en: 'Ended on', zh: '结束日期' },
      type: 'date',
      example: '2026-06-01',
      path: 'effectivePeriod.end',
    },
    {
      name: 'status',
      label: { en: 'State', zh: '状态' },
      says: { en: 'Completed where it is empty.', zh: '为空时按已完成。' },
      type: 'choice',
      values: {
        completed: { en: 'Completed', zh: '已完成' },
        'in-progress': { en: 'Under way', zh: '进行中' },
        stopped: { en: 'Stopped', zh: '已停止' },
      },
      example: 'completed',
      path: 'status',
    },
    {
      name: 'intent',
      label: { en: 'Intent', zh: '治疗目的' },
      type: 'choice',
      values: {
        curative: { en: 'Curative', zh: '根治性' },
        palliative: { en: 'Palliative', zh: '姑息性' },
      },
      example: 'curative',
      path: 'extension',
    },
    {
      name: 'dose',
      label: { en: 'Dose', zh: '剂量' },
      says: {
        en: 'Of a drug the single dose; of radiotherapy the total dose in Gy.',
        zh: '药物填单次剂量；放疗填总剂量（Gy）。',
      },
      type: 'number',
      example: '75',
      path: 'dosage',
    },
    {
      name: 'dose_unit',
      label: { en: 'Unit of the dose', zh: '剂量单位' },
      type: 'text',
      example: 'mg',
      path: 'dosage[0].doseAndRate[0].doseQuantity.unit',
    },
    {
      name: 'fractions',
      label: { en: 'Fractions', zh: '放疗次数' },
      type: 'integer',
      example: '',
      path: 'extension[1]',
    },
  ],
  resource: (row) => {
    const kind = row.text('kind');
    const reason = row.to('Condition', 'tumour_id');
    const intent = INTENTS[row.text('intent') ?? ''];
    const period = { start: row.date('start_date'), end: row.date('end_date') };
    const meant: Extension[] =
      intent === undefined
        ? []
        : [
            {
              url: `${MCODE}procedure-intent`,
              valueCodeableConcept: { coding: [{ system: SNOMED, code: intent }] },
            },
          ];
    const common = {
      id: row.id,
      subject: row.patient,
      reasonReference: reason === undefined ? [] : [reason],
    };
    if (kind === 'drug') {
      const status = row.text('status') ?? 'completed';
      const dose = row.amount('dose', 'dose_unit');
      return {
        resourceType: 'MedicationStatement',
        ...common,
        status: status === 'in-progress' ? 'active' : status,
        extension: meant,
        medicationCodeableConcept: row.concept('code', 'name'),
        effectivePeriod: period,
        dosage: dose === undefined ? [] : [{ doseAndRate: [{ doseQuantity: dose }] }],
      } as MedicationStatement;
    }
    const radiotherapy = kind === 'radiotherapy';
    return {
      resourceType: 'Procedure',
      ...common,
      status: row.text('status') ?? 'completed',
      category: { coding: [{ system: SNOMED, code: CATEGORIES[kind ?? ''] }] },
      code: row.concept('code', 'name'),
      ...(period.end === undefined
        ? { performedDateTime: period.start }
        : { performedPeriod: period }),
      extension: [
        ...meant,
        ...(radiotherapy ? doseOf(row.amount('dose'), row.integer('fractions')) : []),
      ],
      ...(radiotherapy
        ? { meta: { profile: [`${MCODE}radiotherapy-course-summary`] } }
        : { meta: { profile: [`${MCODE}cancer-related-surgical-procedure`] } }),
    } as Procedure;
  },
};
