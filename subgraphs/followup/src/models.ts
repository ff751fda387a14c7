import type { ActivityColumn, contact, diseaseStatus, plan } from './tables.ts';

/** A patient is known by its id; every list of it passes a loader that audits. */
export interface PatientModel {
  readonly patientId: string;
}

export type FollowupPlanModel = typeof plan.$inferSelect;
export type PlannedActivityModel = ActivityColumn;
export type FollowupContactModel = typeof contact.$inferSelect;
export type DiseaseStatusModel = typeof diseaseStatus.$inferSelect;
