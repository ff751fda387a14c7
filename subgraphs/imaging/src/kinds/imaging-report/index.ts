import { dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { imagingReport } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('imaging-report', imagingReport, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  ...dateColumns('reported', r.reported),
  conclusion: r.conclusion,
  reportText: r.text,
}));

/** A radiologist's report. */
export const imagingReportKind: KindModule<'imaging-report'> = {
  kind: 'imaging-report',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.reported,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
