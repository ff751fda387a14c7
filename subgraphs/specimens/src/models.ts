import type { biomarker, pathologyReport, specimen } from './tables.ts';

/** A patient is known by its id; every list of it passes a loader that audits. */
export interface PatientModel {
  readonly patientId: string;
}

export type SpecimenModel = typeof specimen.$inferSelect;
export type PathologyReportModel = typeof pathologyReport.$inferSelect;
export type BiomarkerModel = typeof biomarker.$inferSelect;
