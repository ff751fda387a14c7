import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export interface GenomicTestRecord extends OfOnePatient {
  readonly kind: 'genomic-test';
  readonly what: Coded;
  /** HGNC symbols of the genes whose sequence was read. */
  readonly genes: readonly string[];
  /** The region studied in the sender's words. */
  readonly region: string | null;
  readonly method: Coded | null;
  /** The sender's key of the specimen that was tested; null where not said. */
  readonly specimen: string | null;
  readonly tested: PartialDate | null;
  /** The sender's key of the tumour that was tested; null where not said. */
  readonly tumour: string | null;
}

declare module '@nodp/record' {
  interface Records {
    'genomic-test': GenomicTestRecord;
  }
}
