import type { Condition } from '@medplum/fhirtypes';
import { codings } from './codes.ts';

/**
 * FHIR's own code of a Condition's verification status; null where not said. Beside it may stand a code of another
 * list (Germany's Diagnosesicherung), which says nothing of whether the diagnosis stands.
 */
export const verificationOf = (condition: Condition): string | null =>
  codings(condition.verificationStatus).find(
    ({ system }) => system === undefined || system.endsWith('condition-ver-status'),
  )?.code ?? null;
