import type { Coded, OfOnePatient, PartialDate, Quantity } from '@nodp/record';

export interface TreatmentRecord extends OfOnePatient {
  readonly kind: 'treatment';
  readonly what: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  readonly code: Coded;
  /** ATC code of an antineoplastic drug. */
  readonly drug: string | null;
  readonly status: string;
  readonly started: PartialDate | null;
  readonly ended: PartialDate | null;
  readonly intent: Coded | null;
  readonly line: number | null;
  readonly dose: Quantity | null;
  readonly bodySite: Coded | null;
  readonly modality: Coded | null;
  readonly technique: Coded | null;
  readonly totalDoseCentigray: number | null;
  readonly fractions: number | null;
}

declare module '@nodp/record' {
  interface Records {
    treatment: TreatmentRecord;
  }
}
