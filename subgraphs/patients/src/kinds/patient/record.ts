import type { OfOnePatient, PartialDate } from '@nodp/record';

/** What of a person a form may leave as it was, or delete, field by field. */
export type PatientPart = 'name' | 'sex' | 'born' | 'address' | 'phone' | 'nationalId' | 'death';

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
  /** The code system of `nationalId`; left out for China's resident identity number. */
  readonly nationalSystem?: string | null;
  /** Every other number by which the patient may be found, whole. */
  readonly numbers: readonly string[];
  readonly phone: string | null;
  readonly address: string | null;
  /**
   * What the sender did not speak of: what it said of it before stands. FHIR has none, since a resource is sent whole. Sex, birth and
   * death are not among them: who does not speak of these takes nothing back.
   */
  readonly leaves?: readonly Exclude<PatientPart, 'sex' | 'born' | 'death'>[];
  /** What the sender expressly took back (`""` in HL7 v2). */
  readonly deletes?: readonly PatientPart[];
  /** False where the sender says that its record of the person is no longer in use. */
  readonly inUse?: boolean;
  /** The sender's keys of records that this one took the place of, and of the one that took this one's place. */
  readonly replaces?: readonly string[];
  readonly replacedBy?: string | null;
  /** `system|value` of every identifier: what conditional references name. */
  readonly aliases: readonly string[];
}

declare module '@nodp/record' {
  interface Records {
    patient: PatientRecord;
  }
}
