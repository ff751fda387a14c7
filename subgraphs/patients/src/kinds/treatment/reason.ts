import type { CodeableConcept, Reference } from '@medplum/fhirtypes';
import type { Place } from '@nodp/record/fhir';
import { namesCancer } from '../tumour/neoplasm.ts';

interface Found {
  readonly resourceType?: string;
  readonly code?: CodeableConcept;
}

/** The tumour that something was given or done for: the first reason that is a neoplasm, or may be one sent before. */
export const tumourTreated = (
  reasons: readonly Reference[] | undefined,
  place: Place,
): string | null => {
  for (const reference of reasons ?? []) {
    const found = place.references.find(reference) as Found | undefined;
    const isOther =
      found !== undefined && (found.resourceType !== 'Condition' || !namesCancer(found.code));
    const key = isOther ? null : place.key(reference, 'Condition');
    if (key !== null) return key;
  }
  return null;
};
