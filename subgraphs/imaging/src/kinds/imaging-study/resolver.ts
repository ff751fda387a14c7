import { query, sqlStatement, statement } from '@nodp/database';
import { type Shown, shownColumns, shownOf } from '@nodp/database/tables';
import {
  codedOrNull,
  decodePair,
  encodeId,
  recordByKey,
  rowsByPatient,
  wordsOf,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type {
  ImagingSeriesResolvers,
  ImagingStudyResolvers,
  PatientResolvers,
  QueryResolvers,
} from '../../generated/resolvers.ts';
import { modalityTerm } from './modalities.ts';
import { byNumber } from './series-order.ts';
import { type SeriesColumn, study } from './table.ts';

export type ImagingStudyModel = Shown<typeof study>;
export type ImagingSeriesModel = SeriesColumn;

const p = sql.placeholder;

/** Latest first. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(study))
      .from(study)
      .where(sql`${study.patientId} = any(${p('ids')})`)
      .orderBy(sql`${study.startedAt} desc nulls last`, study.id),
  ),
);

const row = recordByKey(
  sqlStatement<ImagingStudyModel>(sql`
    select ${shownOf(study, 's')} from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) k (patient_id, id)
    join imaging.study s using (patient_id, id)`),
);

const ImagingStudy: ImagingStudyResolvers = {
  __resolveReference: ({ id }, context) => context.once(row).load(decodePair('ImagingStudy', id)),
  id: ({ patientId, id }) => encodeId('ImagingStudy', patientId, id),
  descriptionLabel: ({ description }) => wordsOf(description),
  modalities: ({ modalities }) => modalities.map(modalityTerm),
  bodySite: ({ bodySiteSystem, bodySiteCode, bodySiteDisplay }) =>
    codedOrNull(bodySiteSystem, bodySiteCode, bodySiteDisplay),
  series: ({ series }) => byNumber(series),
};

const ImagingSeries: ImagingSeriesResolvers = {
  seriesInstanceUid: ({ uid }) => uid,
  modality: ({ modality }) => modalityTerm(modality),
  descriptionLabel: ({ description }) => wordsOf(description),
  bodySite: ({ bodySite }) =>
    bodySite && codedOrNull(bodySite.system, bodySite.code, bodySite.display),
};

const Query: QueryResolvers = {
  imagingStudy: (_, { id }, context) => context.once(row).load(decodePair('ImagingStudy', id)),
};

const Patient: PatientResolvers = {
  imagingStudies: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Query, Patient, ImagingStudy, ImagingSeries };
