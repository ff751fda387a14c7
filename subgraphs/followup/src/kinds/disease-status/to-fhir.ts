import {
  codeable,
  conceptIn,
  dateIn,
  type FhirWriter,
  fhirWriter,
  LOINC,
  mcodeProfile,
  said,
} from '@nodp/record/fhir';
import { sql } from 'drizzle-orm';
import { diseaseStatus } from './table.ts';

const CANCER_DISEASE_STATUS = '97509-4';

export const toFhir: FhirWriter = fhirWriter(diseaseStatus, {
  types: ['Observation'],
  search: {
    code: [{ system: sql.raw(`'${LOINC}'`), code: sql.raw(`'${CANCER_DISEASE_STATUS}'`) }],
    date: { on: diseaseStatus.assessedOn, precision: diseaseStatus.assessedPrecision },
    status: sql`'final'`,
  },
  write: (row, { common, subject }) =>
    said({
      resourceType: 'Observation',
      ...common,
      ...mcodeProfile('cancer-disease-status', row.assessedOn !== null),
      status: 'final',
      code: codeable(LOINC, CANCER_DISEASE_STATUS, null),
      subject,
      effectiveDateTime: dateIn(row, 'assessed'),
      valueCodeableConcept: conceptIn(row),
    }),
});
