import { dateColumns, type KindModule, mapping } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { screening } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('screening', screening, (r) => ({
  programme: r.programme,
  ...dateColumns('invited', r.invited),
  ...dateColumns('declined', r.declined),
  ...dateColumns('tested', r.tested),
  test: r.test,
  result: r.result,
}));

/** A round of a person in a screening programme; who came to the test was met. */
export const screeningKind: KindModule<'screening'> = {
  kind: 'screening',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.tested,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
