/** A treatment of a case, as far as it is known. */
export interface TreatmentFacts {
  readonly kind: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  /** Days from the diagnosis of the case to its start; null where the date is not known to the month. */
  readonly days: number | null;
  /** ATC code of the drug; null where it is not coded, or none. */
  readonly atc: string | null;
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
}

/** Facts that an indicator may miss, so that a case cannot be judged. */
const MISSING_FACTS = [
  'AGE',
  'CATEGORIES',
  'CLINICAL_STAGE',
  'DRUG',
  'HISTOLOGY',
  'HORMONE_RECEPTORS',
  'PATHOLOGICAL_NODES',
  'STAGE',
  'START_OF_TREATMENT',
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
