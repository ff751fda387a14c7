import type { Coded, OfOnePatient } from '@nodp/record';

export interface EncounterRecord extends OfOnePatient {
  readonly kind: 'encounter';
  readonly class: string | null;
  readonly what: Coded;
  readonly started: string | null;
  readonly ended: string | null;
}

declare module '@nodp/record' {
  interface Records {
    encounter: EncounterRecord;
  }
}
