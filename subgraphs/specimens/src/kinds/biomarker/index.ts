import { isP16 } from '@nodp/oncology';
import {
  amountColumns,
  codedColumns,
  dateColumns,
  type KindModule,
  mapping,
  plainColumns,
} from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { biomarker } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('biomarker', biomarker, (r) => ({
  ...plainColumns(r.what),
  ...codedColumns('result', r.result),
  ...amountColumns(r.amount),
  finding: r.finding,
  ...dateColumns('tested', r.tested),
  tumourSourceId: r.tumour,
}));

/** A molecular or immunohistochemical result. */
export const biomarkerKind: KindModule<'biomarker'> = {
  kind: 'biomarker',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.tested,
  decidesStageCheck: (r) => isP16(r.what),
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
