import type { DiagnosticReport } from '@medplum/fhirtypes';
import { type FhirReader, panelRetained, readReport } from '@nodp/record/fhir';
import type { PathologyReportRecord } from './record.ts';

export const fhir: FhirReader = {
  claims: { DiagnosticReport: 'rest' },
  read: (resource, place) => {
    const report = readReport(resource as DiagnosticReport, place);
    if (report === null) return panelRetained;
    const record: PathologyReportRecord = { kind: 'pathology-report', ...place.of(), ...report };
    return { records: [record] };
  },
};
