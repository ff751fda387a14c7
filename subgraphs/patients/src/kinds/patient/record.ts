import type { OfOnePatient, PartialDate } from '@nodp/record';

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
