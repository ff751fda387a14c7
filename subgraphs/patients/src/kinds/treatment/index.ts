import { codedColumns, dateColumns, type KindModule, mapping, plainColumns } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { treatment } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('treatment', treatment, (r) => ({
  kind: r.what,
  ...plainColumns(r.code),
  drug: r.drug,
  status: r.status,
  ...dateColumns('started', r.started),
  ...dateColumns('ended', r.ended),
  ...codedColumns('intent', r.intent),
  line: r.line,
  doseValue: r.dose?.value ?? null,
  doseUnit: r.dose?.unit ?? null,
  // Left out where there is none: what was stored before has the hash it had.
  doseDigits: r.dose?.digits ?? undefined,
  regimenSystem: r.regimen?.system ?? undefined,
  regimenCode: r.regimen?.code ?? undefined,
  regimenDisplay: r.regimen?.display ?? undefined,
  partOfSourceId: r.partOf ?? undefined,
  ...codedColumns('bodySite', r.bodySite),
  ...codedColumns('modality', r.modality),
  ...codedColumns('technique', r.technique),
  totalDoseCentigray: r.totalDoseCentigray,
  fractions: r.fractions,
  tumourSourceId: r.tumour,
}));

/** An operation, radiotherapy, a drug or another procedure. */
export const treatmentKind: KindModule<'treatment'> = {
  kind: 'treatment',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => (r.status === 'completed' ? (r.ended ?? r.started) : r.started),
  decidesSurveillance: () => true,
  decidesStageCheck: () => true,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
