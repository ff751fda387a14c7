import { type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { encounter } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('encounter', encounter, (r) => ({
  class: r.class,
  ...plainColumns(r.what),
  startedAt: r.started,
  endedAt: r.ended,
}));

/** A stay or visit. */
export const encounterKind: KindModule<'encounter'> = {
  kind: 'encounter',
  mapping: rows,
  writer: rows.writer,
  evidenceOfCare: true,
  contact: (r) => r.ended ?? r.started,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
