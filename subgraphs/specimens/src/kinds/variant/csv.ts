import type { Observation } from '@medplum/fhirtypes';
import type { VariantKind } from '@nodp/oncology/variant-kind';
import type { CsvProfile, Words } from '@nodp/record/csv';
import { codeable, LOINC, said } from '@nodp/record/fhir';
import {
  ALLELE_FRACTION,
  CODING_CHANGE,
  COPY_NUMBER,
  GENE,
  NAMED_CHANGE,
  PROTEIN_CHANGE,
  SOURCE_CLASS,
  TRANSCRIPT,
  VARIANT,
} from './claims.ts';
import { changeTypeOf } from './kind-codes.ts';

const KINDS: Readonly<Record<VariantKind, Words>> = {
  substitution: { en: 'Substitution', zh: '碱基替换' },
  insertion: { en: 'Insertion', zh: '插入' },
  deletion: { en: 'Deletion', zh: '缺失' },
  indel: { en: 'Deletion and insertion', zh: '缺失插入' },
  duplication: { en: 'Duplication', zh: '重复' },
  splice: { en: 'Splice change', zh: '剪接变异' },
  fusion: { en: 'Fusion', zh: '融合' },
  rearrangement: { en: 'Rearrangement', zh: '重排' },
  amplification: { en: 'Amplification', zh: '扩增' },
  loss: { en: 'Copy loss', zh: '拷贝缺失' },
  expression: { en: 'Expression', zh: '表达异常' },
  methylation: { en: 'Methylation', zh: '甲基化' },
  other: { en: 'Other', zh: '其他' },
};

/** LOINC answers of 69548-6 and 48002-0. */
const PRESENCES: Readonly<Record<string, string>> = {
  present: 'LA9633-4',
  absent: 'LA9634-2',
  indeterminate: 'LA11884-6',
};
const ORIGINS: Readonly<Record<string, string>> = { somatic: 'LA6684-0', germline: 'LA6683-2' };

const component = (code: string, value: Readonly<Record<string, unknown>>) =>
  Object.values(value).every((one) => one === undefined)
    ? []
    : [{ code: codeable(LOINC, code, null), ...value }];

const words = (text: string | undefined) => ({
  valueCodeableConcept: text === undefined ? undefined : { text },
});

/** Changes of genes: one row a change that was looked for. */
export const csv: CsvProfile = {
  title: { en: 'Variants', zh: '基因变异' },
  knownBy: ['tumour_id', 'tested_on', 'gene', 'partner', 'change', 'protein', 'coding', 'name'],
  columns: [
    {
      name: 'tumour_id',
      label: { en: 'Tumour record', zh: '肿瘤记录编号' },
      type: 'identifier',
      example: '',
      path: 'focus',
    },
    {
      name: 'specimen_id',
      label: { en: 'Specimen record', zh: '标本记录编号' },
      type: 'identifier',
      example: '',
      path: 'specimen',
    },
    {
      name: 'tested_on',
      label: { en: 'Tested on', zh: '检测日期' },
      type: 'date',
      example: '2026-03-25',
      path: 'effectiveDateTime',
    },
    {
      name: 'gene',
      label: { en: 'Gene', zh: '基因' },
      says: {
        en: 'HGNC symbol; of a fusion the one at the 5′ end.',
        zh: 'HGNC 符号；融合填5′端基因。',
      },
      type: 'text',
      required: true,
      example: 'EGFR',
      path: 'component',
    },
    {
      name: 'partner',
      label: { en: 'Partner gene', zh: '融合伙伴基因' },
      says: { en: 'Of a fusion the gene at the 3′ end.', zh: '融合的3′端基因。' },
      type: 'text',
      example: '',
      path: 'component',
    },
    {
      name: 'change',
      label: { en: 'Kind of change', zh: '变异类型' },
      type: 'choice',
      required: true,
      values: KINDS,
      example: 'substitution',
      path: 'component',
    },
    {
      name: 'presence',
      label: { en: 'Found', zh: '是否检出' },
      says: { en: 'Empty: it was found.', zh: '为空表示检出。' },
      type: 'choice',
      values: {
        present: { en: 'Found', zh: '检出' },
        absent: { en: 'Not found', zh: '未检出' },
        indeterminate: { en: 'Indeterminate', zh: '不确定' },
      },
      example: 'present',
      path: 'valueCodeableConcept',
    },
    {
      name: 'protein',
      label: { en: 'Protein change (HGVS)', zh: '蛋白改变（HGVS）' },
      type: 'text',
      example: 'p.Leu858Arg',
      path: 'component',
    },
    {
      name: 'coding',
      label: { en: 'Coding change (HGVS)', zh: '编码序列改变（HGVS）' },
      type: 'text',
      example: 'c.2573T>G',
      path: 'component',
    },
    {
      name: 'transcript',
      label: { en: 'Transcript', zh: '转录本' },
      type: 'text',
      example: 'NM_005228.5',
      path: 'component',
    },
    {
      name: 'name',
      label: { en: 'Name of the change', zh: '变异名称' },
      type: 'text',
      example: '',
      path: 'component',
    },
    {
      name: 'copies',
      label: { en: 'Copies', zh: '拷贝数' },
      type: 'number',
      example: '',
      path: 'component',
    },
    {
      name: 'allele_fraction',
      label: { en: 'Allele fraction (%)', zh: '等位基因频率（%）' },
      type: 'number',
      example: '23.5',
      path: 'component',
    },
    {
      name: 'origin',
      label: { en: 'Origin', zh: '来源' },
      type: 'choice',
      values: {
        somatic: { en: 'Somatic', zh: '体细胞' },
        germline: { en: 'Germline', zh: '胚系' },
      },
      example: 'somatic',
      path: 'component',
    },
    {
      name: 'sequencing_method',
      label: { en: 'Method', zh: '检测方法' },
      type: 'text',
      example: 'NGS',
      path: 'method',
    },
  ],
  resource: (row) => {
    const tumour = row.to('Condition', 'tumour_id');
    const [origin, method] = [row.text('origin'), row.text('sequencing_method')];
    const fraction = row.amount('allele_fraction');
    return said({
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      focus: tumour === undefined ? [] : [tumour],
      specimen: row.to('Specimen', 'specimen_id'),
      code: codeable(LOINC, VARIANT, null),
      effectiveDateTime: row.date('tested_on'),
      valueCodeableConcept: codeable(
        LOINC,
        PRESENCES[row.text('presence') ?? 'present'] ?? null,
        null,
      ),
      method: method === undefined ? undefined : { text: method },
      component: [
        ...component(GENE, words(row.text('gene'))),
        ...component(GENE, words(row.text('partner'))),
        changeTypeOf(row.text('change') as VariantKind),
        ...component(PROTEIN_CHANGE, words(row.text('protein'))),
        ...component(CODING_CHANGE, words(row.text('coding'))),
        ...component(TRANSCRIPT, words(row.text('transcript'))),
        ...component(NAMED_CHANGE, words(row.text('name'))),
        ...component(COPY_NUMBER, { valueQuantity: row.amount('copies') }),
        ...component(ALLELE_FRACTION, {
          valueQuantity: fraction === undefined ? undefined : { ...fraction, unit: '%' },
        }),
        ...component(SOURCE_CLASS, {
          valueCodeableConcept:
            origin === undefined ? undefined : codeable(LOINC, ORIGINS[origin] ?? null, null),
        }),
      ],
    }) as unknown as Observation;
  },
};
