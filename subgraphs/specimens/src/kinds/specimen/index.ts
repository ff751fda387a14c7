import { codedColumns, dateColumns, type KindModule, mapping } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { specimen } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('specimen', specimen, (r) => ({
  accession: r.accession,
  ...codedColumns('type', r.type),
  ...codedColumns('bodySite', r.bodySite),
  ...dateColumns('collected', r.collected),
  status: r.status,
  parentSourceId: r.parent,
}));

/** Material taken from a patient. */
export const specimenKind: KindModule<'specimen'> = {
  kind: 'specimen',
  mapping: rows,
  writer: rows.writer,
  evidenceOfCare: true,
  contact: (r) => r.collected,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
