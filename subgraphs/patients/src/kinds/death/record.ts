import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

/** A death reported beside the demographics. */
export interface DeathRecord extends OfOnePatient {
  readonly kind: 'death';
  readonly died: PartialDate | null;
  readonly cause: Coded | null;
}

declare module '@nodp/record' {
  interface Records {
    death: DeathRecord;
  }
}
