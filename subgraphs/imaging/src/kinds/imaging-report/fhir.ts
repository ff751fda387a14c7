import type { DiagnosticReport } from '@medplum/fhirtypes';
import { type FhirReader, isImagingReport, panelRetained, readReport } from '@nodp/record/fhir';
import type { ImagingReportRecord } from './record.ts';

export const fhir: FhirReader = {
  claims: { DiagnosticReport: isImagingReport },
  read: (resource, place) => {
    const report = readReport(resource as DiagnosticReport, place);
    if (report === null) return panelRetained;
    const record: ImagingReportRecord = { kind: 'imaging-report', ...place.of(), ...report };
    return { records: [record] };
  },
};
