/** A treatment of a case, as far as it is known. */
export interface TreatmentFacts {
  readonly kind: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  /** Days from the diagnosis of the case to its start; null where the date is not known to the month. */
  readonly days: number | null;
  /** ATC code of the drug; null where it is not coded, or none. */
  readonly atc: string | null;
}

/** Days from the diagnosis of the case; null where the date is not known to the month. */
type Day = number | null;

/** An operation or a biopsy as it was recorded. */
export interface ProcedureFacts {
  readonly days: Day;
  readonly system: string | null;
  readonly code: string | null;
  readonly words: string;
}

export interface ImagingFacts {
  readonly days: Day;
  /** DICOM modality code. */
  readonly modality: string;
  /** SNOMED CT body structure; null where it is not coded. */
  readonly site: string | null;
}

/**
 * What the records of the clinical pool say of a case and a release does not. What names no tumour is null of who has several
 * primaries: it may be of another.
 */
export interface PoolFacts {
  /** Days on which a clinical stage or category was assessed. */
  readonly clinicalStages: readonly Day[];
  /** Days on which a stage of the Chinese classification of liver cancer (CNLC) was assessed. */
  readonly cnlcStages: readonly Day[];
  readonly operations: readonly ProcedureFacts[];
  /** Procedures that are no treatment. */
  readonly procedures: readonly ProcedureFacts[] | null;
  readonly imaging: readonly ImagingFacts[] | null;
  /** Days of pathologists' reports. */
  readonly pathology: readonly Day[] | null;
  /** Regional lymph nodes, as pathologists counted them. */
  readonly nodesExamined: readonly number[] | null;
  readonly nodesPositive: readonly number[] | null;
  /** IARC basis of diagnosis, the most valid of the reports. */
  readonly basis: string | null;
  /** Days from diagnosis to today: what is not done yet may still be. */
  readonly until: Day;
}

/** What an indicator reads of a case: one primary, as it was at diagnosis. */
export interface CaseFacts {
  /** Site group of the terminology. */
  readonly site: string;
  /** ICD-O-3. */
  readonly topography: string | null;
  /** ICD-O-3, four digits. */
  readonly histology: string | null;
  readonly behaviour: string | null;
  readonly sex: string | null;
  /** Completed years. */
  readonly age: number | null;
  /** Broad stage, `STAGE_0` to `STAGE_IV`; `UNKNOWN` or null where not known. */
  readonly stage: string | null;
  /** As it was sent, e.g. IB. */
  readonly stageGroup: string | null;
  /** Whether the stage at diagnosis is clinical or pathological. */
  readonly stageBasis: 'c' | 'p' | null;
  readonly t: string | null;
  readonly n: string | null;
  readonly m: string | null;
  readonly er: 'positive' | 'negative' | null;
  readonly pr: 'positive' | 'negative' | null;
  readonly treatments: readonly TreatmentFacts[];
  /** Left out of a case as it is released. */
  readonly pool?: PoolFacts;
}

/** Facts that an indicator may miss, so that a case cannot be judged. */
const MISSING_FACTS = [
  'AGE',
  'BIOPSY',
  'CATEGORIES',
  'CLINICAL_STAGE',
  'DRUG',
  'HISTOLOGY',
  'HORMONE_RECEPTORS',
  'IMAGING',
  'NODES_EXAMINED',
  'NODES_POSITIVE',
  'OPERATION',
  'PATHOLOGICAL_NODES',
  'PATHOLOGY',
  'STAGE',
  'START_OF_TREATMENT',
  'TIME',
  'TREATMENTS',
] as const;
export type MissingFact = (typeof MISSING_FACTS)[number];

/** What an indicator says of a case. One that cannot be judged is a class of its own, never a failure. */
export type IndicatorJudgement =
  | { readonly result: 'NOT_OF_IT' | 'MET' | 'NOT_MET' }
  | { readonly result: 'CANNOT_BE_JUDGED'; readonly missing: MissingFact };

export const NOT_OF_IT: IndicatorJudgement = { result: 'NOT_OF_IT' };
export const MET: IndicatorJudgement = { result: 'MET' };
export const NOT_MET: IndicatorJudgement = { result: 'NOT_MET' };
export const lacking = (missing: MissingFact): IndicatorJudgement => ({
  result: 'CANNOT_BE_JUDGED',
  missing,
});
