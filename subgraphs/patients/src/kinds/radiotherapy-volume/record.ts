import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

/** Days on which a course was interrupted, both of them without a fraction. */
export interface Interruption {
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
}

/** One volume of a course of radiotherapy and the dose that it was given; the course itself is a treatment. */
export interface RadiotherapyVolumeRecord extends OfOnePatient {
  readonly kind: 'radiotherapy-volume';
  /** The sender's key of the course (of the `treatment` it belongs to). */
  readonly course: string;
  /** As the volume is called: PTV 60, tumour bed boost. */
  readonly label: string | null;
  /** GTV, CTV, PTV …, as sent. */
  readonly volumeType: Coded | null;
  readonly site: Coded | null;
  readonly deliveredCentigray: number | null;
  readonly plannedCentigray: number | null;
  readonly fractionsDelivered: number | null;
  readonly fractionsPlanned: number | null;
  readonly fractionsPerDay: number | null;
  readonly started: PartialDate | null;
  readonly ended: PartialDate | null;
  readonly interruptions: readonly Interruption[];
  /** Names of the lesions that it holds (`lesion`). */
  readonly lesions: readonly string[];
  /** Status of the course: completed, in-progress, stopped. */
  readonly status: string;
}

declare module '@nodp/record' {
  interface Records {
    'radiotherapy-volume': RadiotherapyVolumeRecord;
  }
}
