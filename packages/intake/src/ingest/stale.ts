import type { Kind } from '@nodp/record';
import type { SentRecord } from './pool.ts';

/** What a resource may be read as. */
const READ_AS: Readonly<Record<string, readonly Kind[]>> = {
  Appointment: ['contact'],
  CarePlan: ['plan'],
  Condition: ['tumour', 'stage', 'comorbidity'],
  DiagnosticReport: ['pathology-report', 'imaging-report'],
  Encounter: ['encounter'],
  ImagingStudy: ['imaging-study'],
  MedicationAdministration: ['treatment'],
  MedicationRequest: ['treatment'],
  MedicationStatement: ['treatment'],
  Observation: ['observation', 'stage', 'performance', 'biomarker', 'disease-status'],
  Procedure: ['treatment'],
  Specimen: ['specimen'],
};

/**
 * Whether rows of a kind, read from a record before, may be read from it no more: where it may be read as
 * several kinds or in several parts, or where nothing is read from it now.
 */
export const mayBeStale = ({ sourceType, read }: SentRecord, kind: Kind): boolean => {
  const kinds = READ_AS[sourceType];
  return kinds?.includes(kind) === true && (!read || kinds.length > 1);
};
