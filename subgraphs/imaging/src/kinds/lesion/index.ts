import { upsertInto } from '@nodp/database';
import { codedColumns, dateColumns, type KindModule, mapping } from '@nodp/record';
import { lesionEntry } from '../../lesion-entries/table.ts';
import { imageMeasurement } from '../../measurements/table.ts';
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import { lesion } from './table.ts';
import { toFhir } from './to-fhir.ts';

const rows = mapping('lesion', lesion, (r) => ({
  lesion: r.lesion,
  role: r.role,
  state: r.state,
  ...codedColumns('organ', r.organ),
  // Left out where it is not said: what was stored before has the hash it had.
  site: r.site ?? undefined,
  fieldPosition: r.fieldPosition ?? undefined,
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
}));

const entries = upsertInto(lesionEntry);
const measurements = upsertInto(imageMeasurement);

/** A lesion measured, or seen, on imaging. */
export const lesionKind: KindModule<'lesion'> = {
  kind: 'lesion',
  mapping: rows,
  writer: {
    ...rows.writer,
    // What was entered on the page goes with the patient too.
    move: async (session, from, to) => {
      await rows.writer.move(session, from, to);
      await entries.move(session, from, to);
      await measurements.move(session, from, to);
    },
  },
  contact: (r) => r.measured,
  fhir,
  toFhir,
  csv,
  graph: () => import('./resolver.ts'),
};
