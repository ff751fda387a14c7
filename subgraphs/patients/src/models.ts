import type { Shown } from '@nodp/database/tables';
import type { GradeMissing, GradeReason, LaboratoryGrade } from '@nodp/oncology';
import type { SeriesModel } from './laboratory/series.ts';
import type { PatientList } from './people/patient-list.ts';
import type { stage, treatment, tumour, tumourAtDiagnosis } from './tables.ts';

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

/** A tumour with what is stored of it at its diagnosis: null until the rules were asked. */
export type TumourModel = Shown<typeof tumour> & {
  readonly [Key in AtDiagnosis]: (typeof tumourAtDiagnosis.$inferSelect)[Key] | null;
};
type AtDiagnosis =
  | 'stageGroup'
  | 'broadStage'
  | 'axis'
  | 'classification'
  | 'stageId'
  | 'tnm'
  | 'explanation';

/** The stage is a part of its tumour's row. */
export type StageAtDiagnosisModel = TumourModel;
export type StageModel = Shown<typeof stage>;
export type TreatmentModel = Shown<typeof treatment>;
export type LaboratorySeriesModel = SeriesModel;

/** What the rule says of a series' latest result; null where the result has no grade. */
export interface LaboratoryGradeModel {
  readonly at: string;
  readonly grade: LaboratoryGrade['grade'] | null;
  readonly term: LaboratoryGrade['term'] | null;
  readonly why: readonly GradeReason[];
  readonly missing: readonly GradeMissing[];
  readonly ruleVersion: number;
}

export interface SubmissionModel {
  readonly id: string;
  readonly institutionId: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: string;
  readonly counts: readonly {
    readonly resourceType: string;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly retained: number;
    readonly refused: number;
  }[];
}

export interface JobModel {
  readonly id: string;
  readonly kind: string;
  readonly state: 'REQUESTED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly step: string | null;
  readonly share: number;
  readonly attempts: number;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly cancelRequested: boolean;
  readonly problem: string | null;
}

/** A page of patients; how many there are is counted only where it is asked for. */
export type PatientConnectionModel = PatientList;
