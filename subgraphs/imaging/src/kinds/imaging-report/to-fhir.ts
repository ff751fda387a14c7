import { type FhirWriter, fhirWriter, reportOf } from '@nodp/record/fhir';
import { imagingReport } from './table.ts';

export const toFhir: FhirWriter = fhirWriter(imagingReport, {
  types: ['DiagnosticReport'],
  search: {
    code: [{ system: imagingReport.system, code: imagingReport.code }],
    date: { on: imagingReport.reportedOn, precision: imagingReport.reportedPrecision },
    status: imagingReport.status,
  },
  write: (row, written) => reportOf('RAD', row, written),
});
