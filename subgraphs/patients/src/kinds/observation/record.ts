import type { Coded, OfOnePatient, Quantity } from '@nodp/record';

/** A laboratory test, tumour marker, vital sign or other finding. */
export interface ObservationRecord extends OfOnePatient {
  readonly kind: 'observation';
  readonly category: string;
  readonly what: Coded & { readonly code: string };
  /** Instant, ISO 8601; a date alone is its first moment in UTC. */
  readonly at: string;
  readonly value: Quantity | null;
  readonly text: string | null;
  readonly interpretation: string | null;
  readonly referenceLow: number | null;
  readonly referenceHigh: number | null;
  /** Why the result may still change (FHIR status); null of one that is final, amended or corrected. */
  readonly notFinal?: 'registered' | 'preliminary' | 'unknown' | null;
}

declare module '@nodp/record' {
  interface Records {
    observation: ObservationRecord;
  }
}
