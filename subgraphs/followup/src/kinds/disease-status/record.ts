import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export interface DiseaseStatusRecord extends OfOnePatient {
  readonly kind: 'disease-status';
  readonly trend: 'REMISSION' | 'IMPROVED' | 'STABLE' | 'PROGRESSED' | 'RECURRED' | 'NOT_EVALUABLE';
  readonly sent: Coded;
  readonly assessed: PartialDate | null;
}

declare module '@nodp/record' {
  interface Records {
    'disease-status': DiseaseStatusRecord;
  }
}
