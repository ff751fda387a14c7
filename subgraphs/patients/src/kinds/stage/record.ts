import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export interface StageRecord extends OfOnePatient {
  readonly kind: 'stage';
  /** The sender's key of the tumour it stages. */
  readonly tumour: string | null;
  /** `group`, `T`, `N`, `M`, or another staging system's name. */
  readonly axis: string;
  /** `c` clinical, `p` pathological, `y` after treatment, `r` recurrence. */
  readonly classification: string | null;
  readonly value: string;
  readonly system: string | null;
  readonly sent: Coded;
  readonly assessed: PartialDate | null;
}

declare module '@nodp/record' {
  interface Records {
    stage: StageRecord;
  }
}
