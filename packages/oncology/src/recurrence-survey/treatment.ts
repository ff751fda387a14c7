/** A treatment as surveillance reads it. */
export interface SurveyedTreatment {
  readonly kind: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  /** ATC of a drug; null where it is none or not known. */
  readonly atc: string | null;
  /** Code of the procedure as sent; null where it is a drug or not coded. */
  readonly procedure: string | null;
  readonly status: string;
  /** SNOMED CT code of the intent. */
  readonly intent: string | null;
  /** YYYY-MM-DD, the last day that an uncertain date may be. */
  readonly from: string | null;
  readonly to: string | null;
}
