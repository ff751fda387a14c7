import { rowsOfBefore } from '@nodp/database';
import { tablesInForce } from './codes/tables.ts';
import { type KindProfile, profilesOf } from './formats/csv/kinds.ts';
import { type FhirReaders, fhirReadersOf } from './formats/fhir/readers.ts';
import type { IntakeServices } from './ingest/services.ts';
import { tablesOf } from './ingest/stale.ts';

/** What intake works with, and the readers of each format; one for a whole server. */
export interface Intake extends IntakeServices {
  readonly fhir: FhirReaders;
  /** The kinds whose records are sent as rows. */
  readonly csv: readonly KindProfile[];
}

/**
 * Puts intake together.
 * @throws Error where a kind of record would be read that no subgraph writes: its records would be lost
 */
export const intakeOf = (parts: Omit<IntakeServices, 'rowsOfBefore' | 'codesOf'>): Intake => ({
  ...parts,
  fhir: fhirReadersOf(parts.kinds),
  codesOf: tablesInForce(),
  rowsOfBefore: rowsOfBefore(tablesOf(parts.kinds)),
  csv: profilesOf(parts.kinds),
});
