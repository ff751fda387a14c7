import { dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { pathologyReport } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('pathology-report', pathologyReport, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  ...dateColumns('reported', r.reported),
  conclusion: r.conclusion,
  reportText: r.text,
}));

/** A pathologist's or laboratory's report. */
export const pathologyReportKind: KindModule<'pathology-report'> = {
  kind: 'pathology-report',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.reported,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
