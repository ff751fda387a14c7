import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export interface ComorbidityRecord extends OfOnePatient {
  readonly kind: 'comorbidity';
  readonly what: Coded;
  readonly onset: PartialDate | null;
  readonly abated: PartialDate | null;
  readonly clinicalStatus: string | null;
}

declare module '@nodp/record' {
  interface Records {
    comorbidity: ComorbidityRecord;
  }
}
