import { codedColumns, dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { genomicTest } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('genomic-test', genomicTest, (r) => ({
  ...plainColumns(r.what),
  genes: [...r.genes],
  region: r.region,
  ...codedColumns('method', r.method),
  specimenSourceId: r.specimen,
  ...dateColumns('tested', r.tested),
  tumourSourceId: r.tumour,
}));

/** A genomic test with the genes it covered: what was examined and not found is known to be absent. */
export const genomicTestKind: KindModule<'genomic-test'> = {
  kind: 'genomic-test',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.tested,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
