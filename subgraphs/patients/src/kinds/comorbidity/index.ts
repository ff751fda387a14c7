import { dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { comorbidity } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('comorbidity', comorbidity, (r) => ({
  ...plainColumns(r.what),
  ...dateColumns('onset', r.onset),
  ...dateColumns('abated', r.abated),
  clinicalStatus: r.clinicalStatus,
}));

/** A condition that is no cancer. */
export const comorbidityKind: KindModule<'comorbidity'> = {
  kind: 'comorbidity',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.onset,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
