import {
  amountColumns,
  codedColumns,
  dateColumns,
  mapping,
  plainColumns,
  type RecordWriter,
  writerOf,
} from '@nodp/intake';
import { biomarker, pathologyReport, specimen } from '../tables.ts';

const specimens = mapping('specimen', specimen, (r) => ({
  accession: r.accession,
  ...codedColumns('type', r.type),
  ...codedColumns('bodySite', r.bodySite),
  ...dateColumns('collected', r.collected),
  status: r.status,
  parentSourceId: r.parent,
}));

const reports = mapping('pathology-report', pathologyReport, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  ...dateColumns('reported', r.reported),
  conclusion: r.conclusion,
  reportText: r.text,
}));

const biomarkers = mapping('biomarker', biomarker, (r) => ({
  ...plainColumns(r.what),
  ...codedColumns('result', r.result),
  ...amountColumns(r.amount),
  finding: r.finding,
  ...dateColumns('tested', r.tested),
}));

/** Writes specimens, pathology and molecular results. */
export const specimensWriter: RecordWriter = writerOf([specimens, reports, biomarkers]);
