import type { Coded, OfOnePatient, PartialDate, Quantity } from '@nodp/record';

export interface BiomarkerRecord extends OfOnePatient {
  readonly kind: 'biomarker';
  readonly what: Coded;
  readonly result: Coded | null;
  readonly amount: Quantity | null;
  readonly finding: 'positive' | 'negative' | 'equivocal' | null;
  readonly tested: PartialDate | null;
  /** The sender's key of the tumour that was tested; null where not said. */
  readonly tumour: string | null;
}

declare module '@nodp/record' {
  interface Records {
    biomarker: BiomarkerRecord;
  }
}
