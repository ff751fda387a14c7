import type { DiagnosticReport } from '@medplum/fhirtypes';
import { type FhirReader, isPanel, readReport, wordsIn } from '@nodp/record/fhir';
import type { PathologyReportRecord } from './record.ts';

export const fhir: FhirReader = {
  claims: { DiagnosticReport: 'rest' },
  read: (resource, place) => {
    const report = resource as DiagnosticReport;
    const words = wordsIn(report);
    if (isPanel(report, words))
      return { retained: 'A panel: its results are read from its Observations.' };
    const record: PathologyReportRecord = {
      kind: 'pathology-report',
      ...place.of(),
      ...readReport(report, words, place),
    };
    return { records: [record] };
  },
};
