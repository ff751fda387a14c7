import type { Coded, OfOnePatient, PartialDate, Quantity } from '@nodp/record';

export interface TreatmentRecord extends OfOnePatient {
  readonly kind: 'treatment';
  readonly what: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  readonly code: Coded;
  /** The terminology's drug, by its name (INN); drugs that share an ATC group are not one. */
  readonly drug: string | null;
  readonly status: string;
  readonly started: PartialDate | null;
  readonly ended: PartialDate | null;
  readonly intent: Coded | null;
  readonly line: number | null;
  readonly dose: Quantity | null;
  /** The regimen or protocol that it is of, as the sender names it. */
  readonly regimen?: Coded | null;
  /** The sender's key of what it is a part of: the course of a drug, the plan it was ordered by. */
  readonly partOf?: string | null;
  readonly bodySite: Coded | null;
  readonly modality: Coded | null;
  readonly technique: Coded | null;
  readonly totalDoseCentigray: number | null;
  readonly fractions: number | null;
  /** The sender's key of the tumour it was given for; null where not said. */
  readonly tumour: string | null;
}

declare module '@nodp/record' {
  interface Records {
    treatment: TreatmentRecord;
  }
}
