import type { TumourFinding } from '@nodp/oncology';
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
  /** The sender's key of the tumour that it is about. */
  readonly tumour?: string | null;
  /** What it says of that tumour once it is final: a pathologist's grade or histology. */
  readonly finding?: TumourFinding | null;
}

declare module '@nodp/record' {
  interface Records {
    observation: ObservationRecord;
  }
}
