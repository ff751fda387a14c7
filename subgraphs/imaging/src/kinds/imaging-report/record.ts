import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

/** A radiologist's report. */
export interface ImagingReportRecord extends OfOnePatient {
  readonly kind: 'imaging-report';
  readonly what: Coded;
  readonly status: string;
  readonly reported: PartialDate | null;
  readonly conclusion: string | null;
  readonly text: string | null;
}

declare module '@nodp/record' {
  interface Records {
    'imaging-report': ImagingReportRecord;
  }
}
