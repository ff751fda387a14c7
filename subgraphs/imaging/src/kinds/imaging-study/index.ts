import { codedColumns, type KindModule, mapping } from '@nodp/record';
import { fhir } from './fhir.ts';
import { study } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('imaging-study', study, (r) => ({
  studyInstanceUid: r.studyInstanceUid,
  startedAt: r.startedAt,
  description: r.description,
  modalities: [...r.modalities],
  ...codedColumns('bodySite', r.bodySite),
  seriesCount: r.seriesCount,
  instanceCount: r.instanceCount,
  series: [...r.series],
}));

/** An imaging study with its series. */
export const imagingStudyKind: KindModule<'imaging-study'> = {
  kind: 'imaging-study',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.startedAt,
  fhir,
  toFhir,
  graph: () => import('./resolver.ts'),
};
