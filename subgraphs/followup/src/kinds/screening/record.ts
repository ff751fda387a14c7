import type { OfOnePatient, PartialDate } from '@nodp/record';

/** A round of a person in a screening programme: an invitation, a test with its result, or both. */
export interface ScreeningRecord extends OfOnePatient {
  readonly kind: 'screening';
  /** Of `@nodp/oncology`'s programmes, or as it was sent. */
  readonly programme: string;
  readonly invited: PartialDate | null;
  /** When the person opted out. */
  readonly declined: PartialDate | null;
  readonly tested: PartialDate | null;
  /** The programme's own name of the test; null where it has one, or it was not said. */
  readonly test: string | null;
  /** As the scale writes it. */
  readonly result: string | null;
}

declare module '@nodp/record' {
  interface Records {
    screening: ScreeningRecord;
  }
}
