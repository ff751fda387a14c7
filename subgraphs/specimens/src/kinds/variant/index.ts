import { codedColumns, dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { variant } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('variant', variant, (r) => ({
  ...plainColumns(r.gene),
  ...codedColumns('partner', r.partner),
  variantKind: r.variantKind,
  presence: r.presence,
  protein: r.protein,
  coding: r.coding,
  genomic: r.genomic,
  transcript: r.transcript,
  name: r.name,
  copyNumber: r.copyNumber,
  alleleFraction: r.alleleFraction,
  origin: r.origin,
  ...codedColumns('method', r.method),
  specimenSourceId: r.specimen,
  ...dateColumns('tested', r.tested),
  tumourSourceId: r.tumour,
}));

/** A change of a gene that a test looked for and found, or did not find. */
export const variantKind: KindModule<'variant'> = {
  kind: 'variant',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.tested,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
