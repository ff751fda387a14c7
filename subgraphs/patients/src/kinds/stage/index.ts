import { codedColumns, dateColumns, type KindModule, mapping } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { stage } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('stage', stage, (r) => ({
  tumourSourceId: r.tumour,
  axis: r.axis,
  classification: r.classification,
  value: r.value,
  system: r.system,
  ...codedColumns('sent', r.sent),
  ...dateColumns('assessed', r.assessed),
}));

/** A stage group, a TNM category or a value of another staging system. */
export const stageKind: KindModule<'stage'> = {
  kind: 'stage',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.assessed,
  decidesDiagnosis: () => true,
  decidesStageCheck: () => true,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
