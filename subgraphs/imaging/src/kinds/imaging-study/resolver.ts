import type { Shown } from '@nodp/database/tables';
import {
  codedOrNull,
  codeOrNullOf,
  decodePair,
  encodeId,
  latestFirst,
  recordOf,
  recordsOf,
  wordsOf,
} from '@nodp/graph';
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

/** Latest first. */
export const studyRows = recordsOf(study, latestFirst(study.startedAt));

const row = recordOf(study);

const ImagingStudy: ImagingStudyResolvers = {
  __resolveReference: ({ id }, context) => context.once(row).load(decodePair('ImagingStudy', id)),
  id: ({ patientId, id }) => encodeId('ImagingStudy', patientId, id),
  descriptionLabel: ({ description }) => wordsOf(description),
  modalities: ({ modalities }) => modalities.map(modalityTerm),
  bodySite: codeOrNullOf('bodySite'),
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
  imagingStudies: ({ patientId }, _, context) => context.once(studyRows).load(patientId),
};

export const resolvers = { Query, Patient, ImagingStudy, ImagingSeries };
