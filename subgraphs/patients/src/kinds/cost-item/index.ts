import { codedColumns, dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir, toFhir } from './fhir.ts';
import { costItem } from './table.ts';

const rows = mapping('cost-item', costItem, (r) => ({
  ...codedColumns('category', r.category),
  ...plainColumns(r.what),
  ...dateColumns('served', r.served),
  amount: r.amount,
  currency: r.currency,
  insurancePaid: r.insurancePaid,
  patientPaid: r.patientPaid,
  status: r.status,
  ...dateColumns('billed', r.billed),
  claimSourceId: r.claim,
  encounterSourceId: r.encounter,
  conditionSourceId: r.condition,
}));

/** A line of a bill. */
export const costItemKind: KindModule<'cost-item'> = {
  kind: 'cost-item',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => (r.status === 'active' ? r.served : null),
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
