import { imagingReportKind } from './imaging-report/index.ts';
import { imagingStudyKind } from './imaging-study/index.ts';
import { lesionKind } from './lesion/index.ts';

/** The kinds of record whose rows are this subgraph's. */
export const kinds = {
  'imaging-study': imagingStudyKind,
  'imaging-report': imagingReportKind,
  lesion: lesionKind,
};
