import type { Condition } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { ICD_10, ICD_O_3, SNOMED } from '@nodp/record/fhir';
import { BASES_OF_DIAGNOSIS } from '@nodp/terminology';
import { BASIS_OF_DIAGNOSIS_SYSTEM } from '@nodp/terminology/basis-of-diagnosis';
import { MODES_OF_DETECTION, modeOfDetection } from '@nodp/terminology/mode-of-detection';
import { modeOfDetectionExtension } from './mode-of-detection.ts';

const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-';
/** SNOMED CT's sides. */
const SIDES: Readonly<Record<string, string>> = {
  right: '24028007',
  left: '7771000',
  both: '51440002',
};

/** Cancers: one row a tumour. */
export const csv: CsvProfile = {
  title: { en: 'Tumours', zh: '肿瘤' },
  knownBy: ['topography', 'icd10', 'diagnosis_date'],
  columns: [
    {
      name: 'diagnosis_date',
      label: { en: 'Date of diagnosis', zh: '诊断日期' },
      type: 'date',
      required: true,
      example: '2026-03-14',
      path: 'onsetDateTime',
    },
    {
      name: 'icd10',
      label: { en: 'ICD-10', zh: 'ICD-10 编码' },
      type: 'text',
      required: true,
      example: 'C34.1',
      path: 'code',
    },
    {
      name: 'diagnosis',
      label: { en: 'Diagnosis in words', zh: '诊断名称' },
      type: 'text',
      example: '右肺上叶腺癌',
      path: 'code.text',
    },
    {
      name: 'topography',
      label: { en: 'Site (ICD-O-3)', zh: '部位（ICD-O-3）' },
      type: 'text',
      example: 'C34.1',
      path: 'bodySite',
    },
    {
      name: 'morphology',
      label: { en: 'Morphology (ICD-O-3)', zh: '形态学（ICD-O-3）' },
      says: { en: 'With its behaviour: 8140/3.', zh: '含行为码，如 8140/3。' },
      type: 'text',
      example: '8140/3',
      path: 'extension[0]',
    },
    {
      name: 'laterality',
      label: { en: 'Side', zh: '侧别' },
      type: 'choice',
      values: {
        right: { en: 'Right', zh: '右' },
        left: { en: 'Left', zh: '左' },
        both: { en: 'Both', zh: '双侧' },
      },
      example: 'right',
      path: 'bodySite[0].extension',
    },
    {
      name: 'basis_of_diagnosis',
      label: { en: 'Basis of diagnosis (IARC)', zh: '诊断依据（IARC）' },
      type: 'choice',
      values: Object.fromEntries([...BASES_OF_DIAGNOSIS].map(([code, { label }]) => [code, label])),
      example: '7',
      path: 'verificationStatus',
    },
    {
      name: 'mode_of_detection',
      label: { en: 'How found', zh: '发现方式' },
      says: {
        en: 'By screening, by chance, or because of symptoms; empty where not known.',
        zh: '筛查、偶然或因症状发现；不详者留空。',
      },
      type: 'choice',
      values: Object.fromEntries(
        [...MODES_OF_DETECTION].map(([code, { label }]) => [code.toLowerCase(), label]),
      ),
      example: 'screening',
      path: 'extension',
    },
    {
      name: 'clinical_status',
      label: { en: 'Clinical status', zh: '临床状态' },
      type: 'choice',
      values: {
        active: { en: 'Active', zh: '活动' },
        recurrence: { en: 'Recurrence', zh: '复发' },
        remission: { en: 'Remission', zh: '缓解' },
        inactive: { en: 'Inactive', zh: '非活动' },
        resolved: { en: 'Resolved', zh: '治愈' },
      },
      example: 'active',
      path: 'clinicalStatus',
    },
  ],
  resource: (row) => {
    const [topography, side] = [row.text('topography'), SIDES[row.text('laterality') ?? '']];
    const [morphology, basis] = [row.text('morphology'), row.text('basis_of_diagnosis')];
    const sided =
      side === undefined
        ? []
        : [
            {
              url: `${MCODE}laterality-qualifier`,
              valueCodeableConcept: { coding: [{ system: SNOMED, code: side }] },
            },
          ];
    return {
      resourceType: 'Condition',
      id: row.id,
      subject: row.patient,
      clinicalStatus: { coding: [{ code: row.text('clinical_status') }] },
      code: row.concept('icd10', 'diagnosis', ICD_10),
      onsetDateTime: row.date('diagnosis_date'),
      bodySite: [
        {
          coding: topography === undefined ? [] : [{ system: ICD_O_3, code: topography }],
          extension: sided,
        },
      ],
      extension: [
        ...(morphology === undefined
          ? []
          : [
              {
                url: `${MCODE}histology-morphology-behavior`,
                valueCodeableConcept: { coding: [{ system: ICD_O_3, code: morphology }] },
              },
            ]),
        ...modeOfDetectionExtension(modeOfDetection(row.text('mode_of_detection') ?? '')),
      ],
      evidence:
        basis === undefined
          ? []
          : [{ code: [{ coding: [{ system: BASIS_OF_DIAGNOSIS_SYSTEM, code: basis }] }] }],
    } as Condition;
  },
};
