import type { OperationOutcome } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';

/** What is to be said, as FHIR says it. */
export const operationOutcomeOf = (issues: readonly Issue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: issues.map(({ severity, code, where, message }) => ({
    severity,
    code,
    diagnostics: message,
    ...(where === '' ? {} : { expression: [where] }),
  })),
});
