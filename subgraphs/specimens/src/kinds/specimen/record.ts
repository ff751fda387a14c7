import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export interface SpecimenRecord extends OfOnePatient {
  readonly kind: 'specimen';
  readonly accession: string | null;
  readonly type: Coded;
  readonly bodySite: Coded | null;
  readonly collected: PartialDate | null;
  readonly status: string | null;
  /** The sender's key of the specimen it was cut or drawn from. */
  readonly parent: string | null;
}

declare module '@nodp/record' {
  interface Records {
    specimen: SpecimenRecord;
  }
}
