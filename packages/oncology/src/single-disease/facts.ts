import type { Label } from '@nodp/terminology';

/** Days from the diagnosis of the case; null where either date is not known to the month. */
type Day = number | null;

/** A treatment that was given for the case, or may have been. */
export interface GivenFact {
  readonly kind: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  readonly days: Day;
}

/** A test of tumour tissue. */
export interface TestFact {
  /** The terminology's biomarker, e.g. `PD-L1`. */
  readonly marker: string;
  readonly finding: 'positive' | 'negative' | 'equivocal' | null;
  readonly value: number | null;
  /** UCUM. */
  readonly unit: string | null;
  readonly days: Day;
}

/** A stage beside the group, T, N and M at diagnosis; those, where they were assessed after treatment. */
export interface StageFact {
  /** `ISUP`, `CNLC`, `FIGO`, …; `group`, `T`, `N`, `M`. */
  readonly axis: string;
  /** c, p, y, … */
  readonly classification: string | null;
  readonly value: string;
  readonly days: Day;
}

/** A laboratory result or a pathologist's measure. */
export interface ResultFact {
  /** LOINC. */
  readonly code: string;
  /** Null of a result in words. */
  readonly value: number | null;
  /** UCUM; null of a count. */
  readonly unit: string | null;
  readonly text: string | null;
  readonly days: Day;
}

/** What a release holds of one case of a single-disease data set, as its elements are derived from it. */
export interface DiseaseFacts {
  /** ICD-O-3. */
  readonly topography: string | null;
  /** ICD-O-3, four digits. */
  readonly histology: string | null;
  /** ICD-O-3, sixth digit. */
  readonly grade: string | null;
  readonly sex: string | null;
  /** Completed years. */
  readonly age: number | null;
  /** `STAGE_0` to `STAGE_IV`, `UNKNOWN`. */
  readonly stage: string | null;
  readonly stageGroup: string | null;
  readonly stageBasis: string | null;
  readonly t: string | null;
  readonly n: string | null;
  readonly m: string | null;
  /** IARC basis of diagnosis. */
  readonly basis: string | null;
  readonly treatments: readonly GivenFact[];
  readonly tests: readonly TestFact[];
  readonly stages: readonly StageFact[];
  readonly results: readonly ResultFact[];
  /** ECOG scores. */
  readonly performance: readonly { readonly score: number; readonly days: Day }[];
}

/**
 * Why an element has no value. `NOT_APPLICABLE`: it is none of such a case (nodes of who was not operated on). `NOT_TESTED`: nothing
 * recorded asked for it. `UNKNOWN`: it was asked for, or is of every case, and what is recorded does not say it.
 */
export const NOT_KNOWN = ['UNKNOWN', 'NOT_TESTED', 'NOT_APPLICABLE'] as const;
export type NotKnown = (typeof NOT_KNOWN)[number];

export const isNotKnown = (answer: string | number): answer is NotKnown =>
  (NOT_KNOWN as readonly (string | number)[]).includes(answer);

export const NOT_KNOWN_LABELS: Readonly<Record<NotKnown, Label>> = {
  UNKNOWN: { en: 'Unknown', zh: '不详' },
  NOT_TESTED: { en: 'No test recorded', zh: '无检测记录' },
  NOT_APPLICABLE: { en: 'Not applicable', zh: '不适用' },
};
