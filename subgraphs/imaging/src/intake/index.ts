import {
  codedColumns,
  dateColumns,
  mapping,
  plainColumns,
  type RecordWriter,
  writerOf,
} from '@nodp/intake';
import { imagingReport, study } from '../tables.ts';

const studies = mapping('imaging-study', study, (r) => ({
  studyInstanceUid: r.studyInstanceUid,
  startedAt: r.startedAt,
  description: r.description,
  modalities: [...r.modalities],
  ...codedColumns('bodySite', r.bodySite),
  seriesCount: r.seriesCount,
  instanceCount: r.instanceCount,
  series: [...r.series],
}));

const reports = mapping('imaging-report', imagingReport, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  ...dateColumns('reported', r.reported),
  conclusion: r.conclusion,
  reportText: r.text,
}));

/** Writes imaging studies and reports. */
export const imagingWriter: RecordWriter = writerOf([studies, reports]);
