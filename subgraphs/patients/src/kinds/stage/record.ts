import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export type BroadStage = 'STAGE_0' | 'STAGE_I' | 'STAGE_II' | 'STAGE_III' | 'STAGE_IV' | 'UNKNOWN';

export interface StageRecord extends OfOnePatient {
  readonly kind: 'stage';
  /** The sender's key of the tumour it stages. */
  readonly tumour: string | null;
  /** `group`, `T`, `N`, `M`, or another staging system's name. */
  readonly axis: string;
  /** `c` clinical, `p` pathological, `y` after treatment, `r` recurrence. */
  readonly classification: string | null;
  readonly value: string;
  readonly broadStage: BroadStage | null;
  readonly system: string | null;
  readonly sent: Coded;
  readonly assessed: PartialDate | null;
}

declare module '@nodp/record' {
  interface Records {
    stage: StageRecord;
  }
}
