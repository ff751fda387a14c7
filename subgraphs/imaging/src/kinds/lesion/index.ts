import { codedColumns, dateColumns, type KindModule, mapping } from '@nodp/record';
import { fhir } from './fhir.ts';
import { lesion } from './table.ts';

const rows = mapping('lesion', lesion, (r) => ({
  lesion: r.lesion,
  role: r.role,
  state: r.state,
  ...codedColumns('organ', r.organ),
  node: r.node,
  ...dateColumns('measured', r.measured),
  tenths: r.tenths,
  modality: r.modality,
  sliceTenths: r.sliceTenths,
  studyUid: r.studyUid,
  seriesUid: r.seriesUid,
  measuredBy: r.measuredBy,
  note: r.note,
  tumourSourceId: r.tumour,
  // Of what is entered on the page alone (`entries`).
  enteredBy: undefined,
}));

/** A lesion measured, or seen, on imaging. */
export const lesionKind: KindModule<'lesion'> = {
  kind: 'lesion',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.measured,
  fhir,
  graph: () => import('./resolver.ts'),
};
