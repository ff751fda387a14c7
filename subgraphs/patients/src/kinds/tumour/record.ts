import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';
import type { BasisOfDiagnosis } from '@nodp/terminology/basis-of-diagnosis';
import type { ModeOfDetection } from '@nodp/terminology/mode-of-detection';

export interface TumourRecord extends OfOnePatient {
  readonly kind: 'tumour';
  readonly spread: 'PRIMARY' | 'SECONDARY';
  readonly siteGroup: string | null;
  /** ICD-O-3, e.g. C34.1. */
  readonly topography: string | null;
  /** ICD-O-3 with behaviour, e.g. 8140/3. */
  readonly morphology: string | null;
  /** The histology in the sender's words, where no code of the terminology says it. */
  readonly histologySent?: string | null;
  readonly icd10: string | null;
  readonly grade: string | null;
  readonly laterality: string | null;
  /** IARC code of how the diagnosis was made; null where not said. */
  readonly basisOfDiagnosis: BasisOfDiagnosis | null;
  /** How the cancer came to be found, where it was said. */
  readonly modeOfDetection?: ModeOfDetection | null;
  readonly diagnosed: PartialDate | null;
  readonly clinicalStatus: string | null;
  readonly sent: Coded;
  /** The sender's key of the primary that it is a metastasis or recurrence of, where it says. */
  readonly related?: string | null;
}

declare module '@nodp/record' {
  interface Records {
    tumour: TumourRecord;
  }
}
