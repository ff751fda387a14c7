import { dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { plan } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('plan', plan, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  ...dateColumns('started', r.started),
  ...dateColumns('ended', r.ended),
  activities: [...r.activities],
}));

/** A plan of what is to be done after treatment. */
export const planKind: KindModule<'plan'> = {
  kind: 'plan',
  mapping: rows,
  writer: rows.writer,
  contact: () => null,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
