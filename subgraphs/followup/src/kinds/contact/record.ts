import type { Coded, OfOnePatient } from '@nodp/record';

export interface ContactRecord extends OfOnePatient {
  readonly kind: 'contact';
  readonly what: Coded;
  readonly status: string;
  readonly at: string | null;
  readonly note: string | null;
  /** Where, as it was said. */
  readonly venue: string | null;
}

declare module '@nodp/record' {
  interface Records {
    contact: ContactRecord;
  }
}
