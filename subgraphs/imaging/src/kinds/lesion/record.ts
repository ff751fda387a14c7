import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

/** How RECIST 1.1 counts a lesion. */
export type LesionRole = 'TARGET' | 'NON_TARGET' | 'NEW';

/** What was seen of it on the day; CDISC's tumour states. `EQUIVOCAL`: not sure to be a lesion. */
export type LesionState =
  | 'MEASURED'
  | 'TOO_SMALL'
  | 'ABSENT'
  | 'PRESENT'
  | 'PROGRESSED'
  | 'EQUIVOCAL'
  | 'NOT_EVALUABLE';

/** Where a lesion lies against what was irradiated, as recorded against the plan. */
export type LesionFieldPosition = 'IN_FIELD' | 'MARGINAL' | 'OUTSIDE';

/** One lesion as it was seen on one day. */
export interface LesionRecord extends OfOnePatient {
  readonly kind: 'lesion';
  /** The lesion's own name, the same on every day: T1, or DICOM's tracking identifier. */
  readonly lesion: string;
  readonly role: LesionRole;
  readonly state: LesionState;
  readonly organ: Coded | null;
  /** Where in the organ, in the sender's words; null where they say no more than the organ. */
  readonly site: string | null;
  /** A lymph node, which is measured by its short axis. */
  readonly node: boolean;
  /** Null where nobody compared it with the plan. */
  readonly fieldPosition: LesionFieldPosition | null;
  readonly measured: PartialDate;
  /** Longest diameter, of a node the short axis, in tenths of a millimetre, whole; null where it was not measured. */
  readonly tenths: number | null;
  /** DICOM modality: CT, MR, PT …; null where not said. */
  readonly modality: string | null;
  readonly sliceTenths: number | null;
  readonly studyUid: string | null;
  readonly seriesUid: string | null;
  readonly measuredBy: string | null;
  readonly note: string | null;
  /** The sender's key of the tumour that it is of. */
  readonly tumour: string | null;
}

declare module '@nodp/record' {
  interface Records {
    lesion: LesionRecord;
  }
}
