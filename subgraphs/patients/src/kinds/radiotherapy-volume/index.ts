import { codedColumns, dateColumns, type KindModule, mapping } from '@nodp/record';
import { radiotherapyVolume } from './table.ts';

const rows = mapping('radiotherapy-volume', radiotherapyVolume, (r) => ({
  courseSourceId: r.course,
  label: r.label,
  ...codedColumns('volumeType', r.volumeType),
  ...codedColumns('site', r.site),
  deliveredCentigray: r.deliveredCentigray,
  plannedCentigray: r.plannedCentigray,
  fractionsDelivered: r.fractionsDelivered,
  fractionsPlanned: r.fractionsPlanned,
  fractionsPerDay: r.fractionsPerDay,
  ...dateColumns('started', r.started),
  ...dateColumns('ended', r.ended),
  interruptions: [...r.interruptions],
  lesions: [...r.lesions],
  status: r.status,
}));

/** A volume of a course of radiotherapy; read with the course, which the treatment's reader claims. */
export const radiotherapyVolumeKind: KindModule<'radiotherapy-volume'> = {
  kind: 'radiotherapy-volume',
  mapping: rows,
  writer: rows.writer,
  contact: (r) => r.ended ?? r.started,
  fhir: null,
  toFhir: null,
  graph: () => import('./resolver.ts'),
};
