import type { Source } from './values.ts';

/**
 * The record of every kind by the kind's name. Each kind adds its own in its folder
 * (`declare module '@nodp/record' { interface Records { biomarker: BiomarkerRecord } }`), so that what stands
 * below the subgraphs (intake, the nation) is typed by every kind and imports none.
 */
// biome-ignore lint/suspicious/noEmptyInterface: kinds add to it.
export interface Records {}

export type Kind = keyof Records;
export type RecordOf<K extends Kind> = Records[K];

/** One thing a hospital reported of one patient, whatever form it came in. */
export type ClinicalRecord = Records[Kind];

/** What every record says: where it was read, and whose it is (the sender's key of the patient). */
export interface OfOnePatient {
  readonly source: Source;
  readonly patient: string;
  /** Leaves what is there as it is (FHIR's conditional create). */
  readonly createOnly?: boolean;
}
