import type { Observation } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';
import { codeable, LOINC, said } from '@nodp/record/fhir';
import { GENE } from '../variant/claims.ts';
import { REGION_STUDIED } from './fhir.ts';

/** Genomic tests with the genes that they read: one row a test. */
export const csv: CsvProfile = {
  title: { en: 'Genomic tests', zh: '基因检测' },
  knownBy: ['tumour_id', 'tested_on', 'test'],
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
      name: 'test',
      label: { en: 'Test', zh: '检测项目' },
      type: 'text',
      required: true,
      example: '肺癌68基因检测',
      path: 'code',
    },
    {
      name: 'genes',
      label: { en: 'Genes read', zh: '检测基因' },
      says: {
        en: 'HGNC symbols of every gene that was read, found changed or not: EGFR, ALK, KRAS.',
        zh: '检测覆盖的全部基因（HGNC 符号），无论是否检出变异：EGFR, ALK, KRAS。',
      },
      type: 'text',
      required: true,
      example: 'EGFR; ALK; KRAS',
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
    const method = row.text('sequencing_method');
    return said({
      resourceType: 'Observation',
      id: row.id,
      status: 'final',
      subject: row.patient,
      focus: tumour === undefined ? [] : [tumour],
      specimen: row.to('Specimen', 'specimen_id'),
      code: codeable(LOINC, REGION_STUDIED, row.text('test') ?? null),
      effectiveDateTime: row.date('tested_on'),
      method: method === undefined ? undefined : { text: method },
      component: [{ code: codeable(LOINC, GENE, null), valueString: row.text('genes') }],
    }) as unknown as Observation;
  },
};
