import { conceptIn, dateIn, type FhirWriter, fhirWriter, said } from '@nodp/record/fhir';
import { clinicalStatusOf, VERIFIED } from '../tumour/condition-status.ts';
import { comorbidity } from './table.ts';

export const toFhir: FhirWriter = fhirWriter(comorbidity, {
  types: ['Condition'],
  search: {
    code: [{ system: comorbidity.system, code: comorbidity.code }],
    date: { on: comorbidity.onsetOn, precision: comorbidity.onsetPrecision },
    status: comorbidity.clinicalStatus,
  },
  write: (row, { common, subject }) =>
    said({
      resourceType: 'Condition',
      ...common,
      clinicalStatus: clinicalStatusOf(row.clinicalStatus),
      verificationStatus: VERIFIED,
      code: conceptIn(row),
      subject,
      onsetDateTime: dateIn(row, 'onset'),
      abatementDateTime: dateIn(row, 'abated'),
    }),
});
