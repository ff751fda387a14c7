import type { PartialDate } from './dates/partial-date.ts';
import type { TumourFinding } from './tumour-findings/tumour-findings.ts';

/** A tumour as one hospital reports it. */
export interface TumourReport {
  readonly id: string;
  readonly institutionId: string;
  /** The sender's own key. */
  readonly sourceId: string;
  readonly kind: 'PRIMARY' | 'SECONDARY';
  readonly siteGroup: string | null;
  /** ICD-O-3, e.g. C34.1. */
  readonly topography: string | null;
  /** ICD-O-3 with behaviour, e.g. 8140/3. */
  readonly morphology: string | null;
  /** ICD-10 as sent, extensions with it, e.g. C34.900X001. */
  readonly icd10: string | null;
  /** IARC basis of diagnosis; null where not said. */
  readonly basisOfDiagnosis: string | null;
  readonly laterality: string | null;
  readonly diagnosed: PartialDate | null;
  /** ICD-O-3, sixth digit, as the report itself says it. */
  readonly grade?: string | null;
  /** A histology in the report's words, where no code of the terminology says it. */
  readonly histologySent?: string | null;
  /** What pathologists found of the tumour, the finding that counts most first. */
  readonly findings?: readonly TumourFinding[];
}

/** A stage group, a category or a stage of another system, as one hospital reports it. */
export interface StageReport {
  readonly id: string;
  readonly institutionId: string;
  readonly sourceId: string;
  /** The sender's key of the tumour it stages; null where not said. */
  readonly tumourSourceId: string | null;
  /** `group`, `T`, `N`, `M`, or another staging system's name. */
  readonly axis: string;
  /** `c`, `p`; `y` after treatment, `r` recurrence, `a` autopsy; null where not said. */
  readonly classification: string | null;
  readonly value: string;
  readonly assessed: PartialDate | null;
}
