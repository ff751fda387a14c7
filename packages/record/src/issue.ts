import type { OperationOutcome } from '@medplum/fhirtypes';

/** Something to say about a place of a submission. */
export interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  /** FHIR issue type: structure, required, value, invariant, not-found, duplicate, ... */
  readonly code: Code;
  /** FHIRPath of the place, e.g. `Bundle.entry[3].resource.effectiveDateTime`. */
  readonly expression: string;
  /** What is wrong, and what mends it. */
  readonly diagnostics: string;
}
type Code = NonNullable<OperationOutcome['issue']>[number]['code'];
