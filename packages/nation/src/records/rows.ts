import type { PersonIdentity } from '@nodp/database';
import type { BroadStage, StoredSummary } from '@nodp/oncology';

/**
 * The rows a nation fills, table by table. Contents are named as the tables' columns are (camel case for
 * snake case); what every clinical row carries beside its content is in `Row`.
 */
export interface Row<Content> {
  readonly id: string;
  readonly institutionId: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly submissionId: string;
  readonly recordedAt: string;
  readonly content: Content;
}

type Precision = 'day' | 'month' | 'year';
type Text = string | null;
type Amount = number | null;

export interface PatientRow {
  readonly institutionId: string;
  readonly submissionId: string;
  readonly recordedAt: string;
  readonly content: {
    readonly sex: 'FEMALE' | 'MALE';
    readonly bornOn: string;
    readonly bornPrecision: Precision;
    /** GB/T 2260, six digits. */
    readonly residenceCode: string;
    /** Alive at the last report, or dead. */
    readonly vitalStatus: 'ALIVE' | 'DEAD';
    readonly diedOn: Text;
    readonly diedPrecision: Precision | null;
  };
  readonly cause: { readonly system: Text; readonly code: Text; readonly display: Text };
  readonly lastContactOn: Text;
}

/** What one institution knows of who the patient is. */
export interface IdentityRow {
  readonly institutionId: string;
  readonly submissionId: string;
  readonly recordedAt: string;
  /** The institution's key of the patient. */
  readonly sourceId: string;
  readonly person: PersonIdentity;
  /** Every way the name is written. */
  readonly names: readonly string[];
  /** `system|value` of every identifier. */
  readonly aliases: readonly string[];
}

export interface Tumour {
  readonly kind: 'PRIMARY' | 'SECONDARY';
  readonly siteGroup: Text;
  readonly topography: Text;
  readonly morphology: Text;
  readonly icd10: Text;
  readonly grade: Text;
  readonly laterality: Text;
  /** IARC code. */
  readonly basisOfDiagnosis: Text;
  readonly diagnosedOn: Text;
  readonly diagnosedPrecision: Precision | null;
  readonly clinicalStatus: Text;
  readonly sentSystem: Text;
  readonly sentCode: Text;
  readonly sentDisplay: Text;
}

export interface Stage {
  readonly tumourSourceId: Text;
  readonly axis: string;
  readonly classification: Text;
  readonly value: string;
  readonly broadStage: BroadStage | null;
  readonly system: Text;
  readonly sentSystem: Text;
  readonly sentCode: Text;
  readonly sentDisplay: Text;
  readonly assessedOn: Text;
  readonly assessedPrecision: Precision | null;
}

export interface Observation {
  readonly category: string;
  readonly system: Text;
  readonly code: string;
  readonly display: Text;
  readonly at: string;
  readonly value: Amount;
  readonly comparator: Text;
  readonly unit: Text;
  readonly normalValue: Amount;
  readonly normalUnit: Text;
  readonly valueText: Text;
  readonly interpretation: Text;
  readonly referenceLow: Amount;
  readonly referenceHigh: Amount;
}

export interface Performance {
  readonly scale: 'ECOG';
  readonly score: number;
  readonly at: string;
}

export interface Treatment {
  readonly kind: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly drug: Text;
  readonly status: string;
  readonly startedOn: Text;
  readonly startedPrecision: Precision | null;
  readonly endedOn: Text;
  readonly endedPrecision: Precision | null;
  readonly intentSystem: Text;
  readonly intentCode: Text;
  readonly intentDisplay: Text;
  readonly line: Amount;
  readonly doseValue: Amount;
  readonly doseUnit: Text;
  readonly bodySiteSystem: Text;
  readonly bodySiteCode: Text;
  readonly bodySiteDisplay: Text;
  readonly modalitySystem: Text;
  readonly modalityCode: Text;
  readonly modalityDisplay: Text;
  readonly techniqueSystem: Text;
  readonly techniqueCode: Text;
  readonly techniqueDisplay: Text;
  readonly totalDoseCentigray: Amount;
  readonly fractions: Amount;
}

export interface Comorbidity {
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly onsetOn: Text;
  readonly onsetPrecision: Precision | null;
  readonly abatedOn: Text;
  readonly abatedPrecision: Precision | null;
  readonly clinicalStatus: Text;
}

export interface Encounter {
  readonly class: Text;
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly startedAt: Text;
  readonly endedAt: Text;
}

export interface Specimen {
  readonly accession: Text;
  readonly typeSystem: Text;
  readonly typeCode: Text;
  readonly typeDisplay: Text;
  readonly bodySiteSystem: Text;
  readonly bodySiteCode: Text;
  readonly bodySiteDisplay: Text;
  readonly collectedOn: Text;
  readonly collectedPrecision: Precision | null;
  readonly status: Text;
  readonly parentSourceId: Text;
}

export interface Report {
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly status: string;
  readonly reportedOn: Text;
  readonly reportedPrecision: Precision | null;
  readonly conclusion: Text;
  readonly reportText: Text;
}

export interface Biomarker {
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly resultSystem: Text;
  readonly resultCode: Text;
  readonly resultDisplay: Text;
  readonly value: Amount;
  readonly comparator: Text;
  readonly unit: Text;
  readonly finding: 'positive' | 'negative' | 'equivocal' | null;
  readonly testedOn: Text;
  readonly testedPrecision: Precision | null;
}

export interface Series {
  readonly uid: string;
  readonly number: number;
  readonly modality: string;
  readonly description: string;
  readonly bodySite: { readonly system: string; readonly code: string; readonly display: string };
  readonly instanceCount: number;
}

export interface Study {
  readonly studyInstanceUid: Text;
  readonly startedAt: Text;
  readonly description: Text;
  readonly modalities: readonly string[];
  readonly bodySiteSystem: Text;
  readonly bodySiteCode: Text;
  readonly bodySiteDisplay: Text;
  readonly seriesCount: number;
  readonly instanceCount: number;
  readonly series: readonly Series[];
}

export interface Plan {
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly status: string;
  readonly startedOn: Text;
  readonly startedPrecision: Precision | null;
  readonly endedOn: Text;
  readonly endedPrecision: Precision | null;
  readonly activities: readonly {
    readonly system: Text;
    readonly code: Text;
    readonly display: Text;
    readonly status: Text;
  }[];
}

export interface Contact {
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly status: string;
  readonly at: Text;
  readonly note: Text;
}

export interface DiseaseStatus {
  readonly trend: 'REMISSION' | 'IMPROVED' | 'STABLE' | 'PROGRESSED' | 'RECURRED' | 'NOT_EVALUABLE';
  readonly system: Text;
  readonly code: Text;
  readonly display: Text;
  readonly assessedOn: Text;
  readonly assessedPrecision: Precision | null;
}

/** The clinical tables with what a row of each says. */
export interface ClinicalContents {
  readonly tumour: Tumour;
  readonly stage: Stage;
  readonly observation: Observation;
  readonly performance: Performance;
  readonly treatment: Treatment;
  readonly comorbidity: Comorbidity;
  readonly encounter: Encounter;
  readonly specimen: Specimen;
  readonly pathologyReport: Report;
  readonly biomarker: Biomarker;
  readonly study: Study;
  readonly imagingReport: Report;
  readonly plan: Plan;
  readonly contact: Contact;
  readonly diseaseStatus: DiseaseStatus;
}

export type ClinicalTable = keyof ClinicalContents;
export type ClinicalRows = { readonly [T in ClinicalTable]: Row<ClinicalContents[T]>[] };

/** What an institution reported of the patient's life or death. */
export interface VitalStatusReport {
  readonly vitalStatus: 'ALIVE' | 'DEAD';
  readonly diedOn: Text;
  readonly diedPrecision: Precision | null;
  readonly causeSystem: Text;
  readonly causeCode: Text;
  readonly causeDisplay: Text;
}

/** Everything the network knows of one patient. */
export interface PatientHistory {
  /** The patient's number in the nation, from 0. */
  readonly index: number;
  readonly patientId: string;
  readonly patient: PatientRow;
  readonly identities: readonly IdentityRow[];
  readonly rows: ClinicalRows;
  /** In the demographics of each institution, and beside them where a cause of death was reported. */
  readonly vitalStatusReports: readonly Row<VitalStatusReport>[];
  /** What intake would store of these records, by the same rules. */
  readonly summary: StoredSummary;
  /** The cause of death as the main hospital reported it: FHIR carries it as a resource of its own. */
  readonly deathReport: { readonly institutionId: string; readonly sourceId: string } | null;
}
