import type { Observation } from '@medplum/fhirtypes';
import type { CsvProfile, CsvRow } from '@nodp/record/csv';
import { codeable, LOINC, said } from '@nodp/record/fhir';

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const CDISC = 'http://www.cdisc.org/ns/sdtm';
/** mCODE's size of a tumour, its longest dimension; DICOM's tracking identifier. */
const [SIZE, LONGEST, TRACKING] = ['21889-1', '33728-7', '112039'] as const;

const part = (system: string, code: string, value: Readonly<Record<string, unknown>>) =>
  Object.values(value).every((one) => one === undefined)
    ? []
    : [{ code: codeable(system, code, null), ...value }];

const millimetres = (row: CsvRow, column: string) => {
  const amount = row.amount(column);
  return amount === undefined ? undefined : { ...amount, unit: 'mm' };
};

/** Lesions on imaging as RECIST follows them: one row a lesion and day. */
export const csv: CsvProfile = {
  title: { en: 'Lesions', zh: '病灶测量' },
  knownBy: ['tumour_id', 'lesion', 'measured_on'],
  columns: [
    {
      name: 'tumour_id',
      label: { en: 'Tumour record', zh: '肿瘤记录编号' },
      type: 'identifier',
      example: '',
      path: 'focus',
    },
    {
      name: 'lesion',
      label: { en: 'Lesion', zh: '病灶编号' },
      says: {
        en: 'Its own name, the same on every day: T1.',
        zh: '病灶编号，各次测量须一致，如 T1。',
      },
      type: 'identifier',
      required: true,
      example: 'T1',
      path: 'component',
    },
    {
      name: 'measured_on',
      label: { en: 'Measured on', zh: '测量日期' },
      type: 'date',
      required: true,
      example: '2026-05-20',
      path: 'effectiveDateTime',
    },
    {
      name: 'role',
      label: { en: 'Role (RECIST)', zh: '病灶类别（RECIST）' },
      type: 'choice',
      required: true,
      values: {
        TARGET: { en: 'Target', zh: '靶病灶' },
        'NON-TARGET': { en: 'Non-target', zh: '非靶病灶' },
        NEW: { en: 'New', zh: '新病灶' },
      },
      example: 'TARGET',
      path: 'component',
    },
    {
      name: 'long_axis',
      label: { en: 'Longest diameter (mm)', zh: '最长径（mm）' },
      type: 'number',
      example: '23.5',
      path: 'component',
    },
    {
      name: 'short_axis',
      label: { en: 'Short axis (mm)', zh: '短径（mm）' },
      says: { en: 'Of a lymph node.', zh: '用于淋巴结。' },
      type: 'number',
      example: '',
      path: 'component',
    },
    {
      name: 'lesion_state',
      label: { en: 'State', zh: '病灶状态' },
      says: { en: 'Where it was not measured.', zh: '未测量时填写。' },
      type: 'choice',
      values: {
        'TOO SMALL TO MEASURE': { en: 'Too small to measure', zh: '太小无法测量' },
        ABSENT: { en: 'Absent', zh: '消失' },
        PRESENT: { en: 'Present', zh: '存在' },
        'UNEQUIVOCAL PROGRESSION': { en: 'Unequivocal progression', zh: '明确进展' },
        EQUIVOCAL: { en: 'Equivocal', zh: '可疑' },
        'NOT EVALUABLE': { en: 'Not evaluable', zh: '无法评估' },
      },
      example: '',
      path: 'component',
    },
    {
      name: 'organ',
      label: { en: 'Organ', zh: '器官' },
      type: 'text',
      example: '肺',
      path: 'bodySite',
    },
    {
      name: 'modality',
      label: { en: 'Modality (DICOM)', zh: '设备类型（DICOM）' },
      type: 'text',
      example: 'CT',
      path: 'method',
    },
    {
      name: 'study_uid',
      label: { en: 'Study UID', zh: '检查UID' },
      type: 'identifier',
      example: '',
      path: 'derivedFrom',
    },
    {
      name: 'measured_by',
      label: { en: 'Measured by', zh: '测量者' },
      type: 'text',
      example: '',
      path: 'performer',
    },
    {
      name: 'note',
      label: { en: 'Note', zh: '备注' },
      type: 'text',
      example: '',
      path: 'note',
    },
  ],
  resource: (row) => {
    const tumour = row.to('Condition', 'tumour_id');
    const [organ, modality, study] = [
      row.text('organ'),
      row.text('modality'),
      row.text('study_uid'),
    ];
    const [by, note] = [row.text('measured_by'), row.text('note')];
    return said({
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      focus: tumour === undefined ? [] : [tumour],
      code: codeable(LOINC, SIZE, null),
      effectiveDateTime: row.date('measured_on'),
      bodySite: organ === undefined ? undefined : { text: organ },
      method: modality === undefined ? undefined : codeable(DCM, modality, null),
      performer: by === undefined ? [] : [{ display: by }],
      note: note === undefined ? [] : [{ text: note }],
      derivedFrom:
        study === undefined
          ? []
          : [
              {
                type: 'ImagingStudy',
                identifier: { system: 'urn:dicom:uid', value: `urn:oid:${study}` },
              },
            ],
      component: [
        ...part(DCM, TRACKING, { valueString: row.text('lesion') }),
        ...part(CDISC, 'TUMIDENT', { valueString: row.text('role') }),
        ...part(CDISC, 'TUMSTATE', { valueString: row.text('lesion_state') }),
        ...part(LOINC, LONGEST, { valueQuantity: millimetres(row, 'long_axis') }),
        ...part(CDISC, 'SAXIS', { valueQuantity: millimetres(row, 'short_axis') }),
      ],
    }) as unknown as Observation;
  },
};
