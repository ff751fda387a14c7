import type { Resource } from '@medplum/fhirtypes';
import type { ClinicalRecord, Kind } from '../kind.ts';
import type { Place } from './place.ts';

/** What a resource says: records, or why none are read and it is retained as sent. */
export type Read = { readonly records: readonly ClinicalRecord[] } | { readonly retained: string };

type Type = Resource['resourceType'];

/**
 * Which resources of each type are of the kind: those for which the rule holds, or the `rest` that no other
 * kind claims. A resource is claimed by one kind (tests/intake/claims.test.ts).
 */
export type Claims = {
  readonly [T in Type]?: 'rest' | ((resource: Extract<Resource, { resourceType: T }>) => boolean);
};

/** Reads resources of FHIR R4 as records of one kind. */
export interface FhirReader {
  readonly claims: Claims;
  /** Kinds of the records that reading gives beside its own: a diagnosis tells stages. */
  readonly alsoGives?: readonly Kind[];
  read(resource: Resource, place: Place): Read;
}
