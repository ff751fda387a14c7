import { type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { contact } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('contact', contact, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  at: r.at,
  note: r.note,
  venue: r.venue,
}));

/** A contact made or due; only one that was made is a contact. */
export const contactKind: KindModule<'contact'> = {
  kind: 'contact',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => (r.status === 'fulfilled' || r.status === 'arrived' ? r.at : null),
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
