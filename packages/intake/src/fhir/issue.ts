import type { OperationOutcome } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';

export const operationOutcomeOf = (issues: readonly Issue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: issues.map(({ severity, code, expression, diagnostics }) => ({
    severity,
    code,
    diagnostics,
    ...(expression === '' ? {} : { expression: [expression] }),
  })),
});
