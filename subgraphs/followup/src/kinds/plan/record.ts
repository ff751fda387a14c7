import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export interface PlanRecord extends OfOnePatient {
  readonly kind: 'plan';
  readonly what: Coded;
  readonly status: string;
  readonly started: PartialDate | null;
  readonly ended: PartialDate | null;
  readonly activities: readonly (Coded & { readonly status: string | null })[];
}

declare module '@nodp/record' {
  interface Records {
    plan: PlanRecord;
  }
}
