import type { Coded, OfOnePatient } from '@nodp/record';

export interface ImagingStudyRecord extends OfOnePatient {
  readonly kind: 'imaging-study';
  readonly studyInstanceUid: string | null;
  readonly startedAt: string | null;
  readonly description: string | null;
  readonly modalities: readonly string[];
  readonly bodySite: Coded | null;
  readonly seriesCount: number;
  readonly instanceCount: number;
  readonly series: readonly {
    readonly uid: string;
    readonly number: number | null;
    readonly modality: string;
    readonly description: string | null;
    readonly bodySite: Coded | null;
    readonly instanceCount: number;
  }[];
}

declare module '@nodp/record' {
  interface Records {
    'imaging-study': ImagingStudyRecord;
  }
}
