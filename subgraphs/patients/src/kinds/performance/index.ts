import { type KindModule, mapping } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { performance } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('performance', performance, (r) => ({
  scale: r.scale,
  score: r.score,
  at: r.at,
}));

/** A performance status. */
export const performanceKind: KindModule<'performance'> = {
  kind: 'performance',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.at,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
