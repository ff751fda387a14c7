import type { DiagnosticReport } from '@medplum/fhirtypes';
import { type FhirReader, isImagingReport, readReport, wordsIn } from '@nodp/record/fhir';
import type { ImagingReportRecord } from './record.ts';

export const fhir: FhirReader = {
  claims: { DiagnosticReport: isImagingReport },
  read: (resource, place) => {
    const report = resource as DiagnosticReport;
    const record: ImagingReportRecord = {
      kind: 'imaging-report',
      ...place.of(),
      ...readReport(report, wordsIn(report), place),
    };
    return { records: [record] };
  },
};
