import { type FhirWriter, fhirWriter, reportOf } from '@nodp/record/fhir';
import { pathologyReport } from './table.ts';

export const toFhir: FhirWriter = fhirWriter(pathologyReport, {
  types: ['DiagnosticReport'],
  search: {
    code: [{ system: pathologyReport.system, code: pathologyReport.code }],
    date: { on: pathologyReport.reportedOn, precision: pathologyReport.reportedPrecision },
    status: pathologyReport.status,
  },
  write: (row, written) => reportOf('SP', row, written),
});
