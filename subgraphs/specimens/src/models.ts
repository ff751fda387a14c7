import type { Shown } from '@nodp/database/tables';
import type { specimen } from './tables.ts';

/** A patient is known by its id; every list of it passes a loader that audits. */
export interface PatientModel {
  readonly patientId: string;
}

export type SpecimenModel = Shown<typeof specimen>;
