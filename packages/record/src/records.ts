import type { OfOnePatient } from './kind.ts';
import type { Coded, PartialDate, Quantity } from './values.ts';

export interface PatientRecord extends OfOnePatient {
  readonly kind: 'patient';
  readonly sex: 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';
  readonly born: PartialDate | null;
  /** Province of residence, GB/T 2260 (six digits); null where not said or abroad. */
  readonly residence: string | null;
  /** UNKNOWN where the record does not speak of it. */
  readonly vitalStatus: 'ALIVE' | 'DEAD' | 'UNKNOWN';
  readonly died: PartialDate | null;
  readonly name: string;
  /** Every way the name is written, by which it is found. */
  readonly names: readonly string[];
  readonly medicalRecordNumbers: readonly string[];
  readonly nationalId: string | null;
  /** Every other number by which the patient may be found, whole. */
  readonly numbers: readonly string[];
  readonly phone: string | null;
  readonly address: string | null;
  /** `system|value` of every identifier: what conditional references name. */
  readonly aliases: readonly string[];
}

/** A death reported beside the demographics. */
export interface DeathRecord extends OfOnePatient {
  readonly kind: 'death';
  readonly died: PartialDate | null;
  readonly cause: Coded | null;
}

export interface TumourRecord extends OfOnePatient {
  readonly kind: 'tumour';
  readonly spread: 'PRIMARY' | 'SECONDARY';
  readonly siteGroup: string | null;
  /** ICD-O-3, e.g. C34.1. */
  readonly topography: string | null;
  /** ICD-O-3 with behaviour, e.g. 8140/3. */
  readonly morphology: string | null;
  readonly icd10: string | null;
  readonly grade: string | null;
  readonly laterality: string | null;
  readonly diagnosed: PartialDate | null;
  readonly clinicalStatus: string | null;
  readonly sent: Coded;
}

export type BroadStage = 'STAGE_0' | 'STAGE_I' | 'STAGE_II' | 'STAGE_III' | 'STAGE_IV' | 'UNKNOWN';

export interface StageRecord extends OfOnePatient {
  readonly kind: 'stage';
  /** The sender's key of the tumour it stages. */
  readonly tumour: string | null;
  /** `group`, `T`, `N`, `M`, or another staging system's name. */
  readonly axis: string;
  /** `c` clinical, `p` pathological, `y` after treatment, `r` recurrence. */
  readonly classification: string | null;
  readonly value: string;
  readonly broadStage: BroadStage | null;
  readonly system: string | null;
  readonly sent: Coded;
  readonly assessed: PartialDate | null;
}

/** A laboratory test, tumour marker, vital sign or other finding. */
export interface ObservationRecord extends OfOnePatient {
  readonly kind: 'observation';
  readonly category: string;
  readonly what: Coded & { readonly code: string };
  /** Instant, ISO 8601; a date alone is its first moment in UTC. */
  readonly at: string;
  readonly value: Quantity | null;
  readonly text: string | null;
  readonly interpretation: string | null;
  readonly referenceLow: number | null;
  readonly referenceHigh: number | null;
}

export interface PerformanceRecord extends OfOnePatient {
  readonly kind: 'performance';
  readonly scale: 'ECOG' | 'Karnofsky' | 'Lansky';
  readonly score: number;
  readonly at: string | null;
}

export interface TreatmentRecord extends OfOnePatient {
  readonly kind: 'treatment';
  readonly what: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  readonly code: Coded;
  /** ATC code of an antineoplastic drug. */
  readonly drug: string | null;
  readonly status: string;
  readonly started: PartialDate | null;
  readonly ended: PartialDate | null;
  readonly intent: Coded | null;
  readonly line: number | null;
  readonly dose: Quantity | null;
  readonly bodySite: Coded | null;
  readonly modality: Coded | null;
  readonly technique: Coded | null;
  readonly totalDoseCentigray: number | null;
  readonly fractions: number | null;
}

export interface ComorbidityRecord extends OfOnePatient {
  readonly kind: 'comorbidity';
  readonly what: Coded;
  readonly onset: PartialDate | null;
  readonly abated: PartialDate | null;
  readonly clinicalStatus: string | null;
}

export interface EncounterRecord extends OfOnePatient {
  readonly kind: 'encounter';
  readonly class: string | null;
  readonly what: Coded;
  readonly started: string | null;
  readonly ended: string | null;
}

export interface SpecimenRecord extends OfOnePatient {
  readonly kind: 'specimen';
  readonly accession: string | null;
  readonly type: Coded;
  readonly bodySite: Coded | null;
  readonly collected: PartialDate | null;
  readonly status: string | null;
  /** The sender's key of the specimen it was cut or drawn from. */
  readonly parent: string | null;
}

interface ReportOf<Kind extends string> extends OfOnePatient {
  readonly kind: Kind;
  readonly what: Coded;
  readonly status: string;
  readonly reported: PartialDate | null;
  readonly conclusion: string | null;
  readonly text: string | null;
}

export type ReportRecord = ReportOf<'pathology-report'> | ReportOf<'imaging-report'>;

export interface BiomarkerRecord extends OfOnePatient {
  readonly kind: 'biomarker';
  readonly what: Coded;
  readonly result: Coded | null;
  readonly amount: Quantity | null;
  readonly finding: 'positive' | 'negative' | 'equivocal' | null;
  readonly tested: PartialDate | null;
}

export interface ImagingStudyRecord extends OfOnePatient {
  readonly kind: 'imaging-study';
  readonly studyInstanceUid: string | null;
  readonly startedAt: string | null;
  readonly description: string | null;
  readonly modalities: readonly string[];
  readonly bodySite: Coded | null;
  readonly seriesCount: number;
  readonly instanceCount: number;
  readonly series: readonly {
    readonly uid: string;
    readonly number: number | null;
    readonly modality: string;
    readonly description: string | null;
    readonly bodySite: Coded | null;
    readonly instanceCount: number;
  }[];
}

export interface PlanRecord extends OfOnePatient {
  readonly kind: 'plan';
  readonly what: Coded;
  readonly status: string;
  readonly started: PartialDate | null;
  readonly ended: PartialDate | null;
  readonly activities: readonly (Coded & { readonly status: string | null })[];
}

export interface ContactRecord extends OfOnePatient {
  readonly kind: 'contact';
  readonly what: Coded;
  readonly status: string;
  readonly at: string | null;
  readonly note: string | null;
}

export interface DiseaseStatusRecord extends OfOnePatient {
  readonly kind: 'disease-status';
  readonly trend: 'REMISSION' | 'IMPROVED' | 'STABLE' | 'PROGRESSED' | 'RECURRED' | 'NOT_EVALUABLE';
  readonly sent: Coded;
  readonly assessed: PartialDate | null;
}

declare module './kind.ts' {
  interface Records {
    patient: PatientRecord;
    death: DeathRecord;
    tumour: TumourRecord;
    stage: StageRecord;
    observation: ObservationRecord;
    performance: PerformanceRecord;
    treatment: TreatmentRecord;
    comorbidity: ComorbidityRecord;
    encounter: EncounterRecord;
    specimen: SpecimenRecord;
    'pathology-report': ReportOf<'pathology-report'>;
    'imaging-report': ReportOf<'imaging-report'>;
    biomarker: BiomarkerRecord;
    'imaging-study': ImagingStudyRecord;
    plan: PlanRecord;
    contact: ContactRecord;
    'disease-status': DiseaseStatusRecord;
  }
}
