import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

/** A pathologist's or laboratory's report. */
export interface PathologyReportRecord extends OfOnePatient {
  readonly kind: 'pathology-report';
  readonly what: Coded;
  readonly status: string;
  readonly reported: PartialDate | null;
  readonly conclusion: string | null;
  readonly text: string | null;
}

declare module '@nodp/record' {
  interface Records {
    'pathology-report': PathologyReportRecord;
  }
}
