import type { Coded, Kind, RecordOf, Stored, StoredPatient } from '@nodp/record';

/** Kinds of record beside who the patient is. */
export type ClinicalKind = Exclude<Kind, 'patient' | 'death'>;

/** What a hospital wrote down, by kind; a kind of which nothing was written is left out. */
export type ClinicalRecords = { readonly [K in ClinicalKind]?: readonly Stored<K>[] };

/** What a record says, beside whose it is and where it was written. */
export type Said<K extends Kind> = Omit<RecordOf<K>, 'kind' | 'source' | 'patient' | 'createOnly'>;

/** Everything the network knows of one patient: canonical records, as hospitals sent them. */
export interface PatientHistory extends StoredPatient {
  /** The patient's number in the nation, from 0. */
  readonly index: number;
  readonly records: ClinicalRecords;
}

export const coded = (
  system: string | null,
  code: string | null,
  display: string | null,
): Coded => ({
  system,
  code,
  display,
});

/** Words without a code. */
export const inWords = (display: string): Coded => coded(null, null, display);
