import { dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { diseaseStatus } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('disease-status', diseaseStatus, (r) => ({
  trend: r.trend,
  ...plainColumns(r.sent),
  ...dateColumns('assessed', r.assessed),
}));

/** How the disease stood on a day. */
export const diseaseStatusKind: KindModule<'disease-status'> = {
  kind: 'disease-status',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.assessed,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
