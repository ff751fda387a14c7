import { codedColumns, dateColumns, type KindModule, mapping } from '@nodp/record';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { tumour } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('tumour', tumour, (r) => ({
  kind: r.spread,
  siteGroup: r.siteGroup,
  topography: r.topography,
  morphology: r.morphology,
  icd10: r.icd10,
  grade: r.grade,
  laterality: r.laterality,
  basisOfDiagnosis: r.basisOfDiagnosis,
  ...dateColumns('diagnosed', r.diagnosed),
  clinicalStatus: r.clinicalStatus,
  ...codedColumns('sent', r.sent),
  // Left out where there is none: what was stored before has the hash it had.
  relatedSourceId: r.related ?? undefined,
  histologySent: r.histologySent ?? undefined,
  modeOfDetection: r.modeOfDetection ?? undefined,
}));

/** A primary or secondary tumour. */
export const tumourKind: KindModule<'tumour'> = {
  kind: 'tumour',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.diagnosed,
  decidesDiagnosis: () => true,
  decidesSurveillance: () => true,
  decidesStageCheck: () => true,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
