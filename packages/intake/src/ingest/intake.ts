import type { IdentityCipher } from '@nodp/database';
import type { KindModules } from '@nodp/record';
import { type FhirReaders, fhirReadersOf } from '../fhir/readers.ts';
import type { PatientRegistry } from './pool.ts';

/** What intake works with; one for a whole server. */
export interface Intake {
  readonly registry: PatientRegistry;
  readonly kinds: KindModules;
  readonly fhir: FhirReaders;
  readonly cipher: IdentityCipher;
}

/**
 * Puts intake together.
 * @throws Error where a kind of record would be read that no room writes: its records would be lost
 */
export const intakeOf = (parts: Pick<Intake, 'registry' | 'kinds' | 'cipher'>): Intake => ({
  ...parts,
  fhir: fhirReadersOf(parts.kinds),
});
