import type { SeriesModel } from './laboratory/series.ts';
import type { PatientList } from './people/patient-list.ts';
import type { comorbidity, encounter, performance, stage, treatment, tumour } from './tables.ts';

/** A patient is known by its id; every field passes the loader that authorises and audits. */
export interface PatientModel {
  readonly patientId: string;
}

/** As `PatientModel`: the identity is read and decrypted only where a field of it is asked for. */
export interface IdentityModel {
  readonly patientId: string;
}

/** Who is signed in comes from the context. */
export type MeModel = Record<never, never>;

export interface InstitutionModel {
  readonly institutionId: string;
}

export type TumourModel = typeof tumour.$inferSelect;
export type StageModel = typeof stage.$inferSelect;
export type TreatmentModel = typeof treatment.$inferSelect;
export type PerformanceStatusModel = typeof performance.$inferSelect;
export type ComorbidityModel = typeof comorbidity.$inferSelect;
export type EncounterModel = typeof encounter.$inferSelect;
export type LaboratorySeriesModel = SeriesModel;

export interface SubmissionModel {
  readonly id: string;
  readonly institutionId: string;
  readonly receivedAt: string;
  readonly door: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: string;
  readonly counts: readonly {
    readonly resourceType: string;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly kept: number;
    readonly refused: number;
  }[];
}

/** A page of patients; how many there are is counted only where it is asked for. */
export type PatientConnectionModel = PatientList;
