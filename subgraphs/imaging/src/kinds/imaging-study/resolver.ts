import { codedOrNull, codeOrNullOf, decodePair, encodeId, wordsOf } from '@nodp/graph';
import type {
  ImagingSeriesResolvers,
  ImagingStudyResolvers,
  PatientResolvers,
  QueryResolvers,
} from '../../generated/resolvers.ts';
import { modalityTerm } from './modalities.ts';
import { type StudyRow, studyRow, studyRows } from './rows.ts';
import { byNumber } from './series-order.ts';
import type { SeriesColumn } from './table.ts';

export type ImagingStudyModel = StudyRow;

export type ImagingSeriesModel = SeriesColumn & {
  /** How many of its images are held here. */
  readonly images: number;
};

const imagesOf = (held: readonly SeriesColumn[]): number =>
  held.reduce((sum, { instanceCount }) => sum + instanceCount, 0);

const withImages = ({ series, held }: StudyRow): ImagingSeriesModel[] => {
  const counts = new Map(held.map(({ uid, instanceCount }) => [uid, instanceCount]));
  const known = new Set(series.map(({ uid }) => uid));
  return byNumber([...series, ...held.filter(({ uid }) => !known.has(uid))]).map((one) => ({
    ...one,
    images: counts.get(one.uid) ?? 0,
  }));
};

const ImagingStudy: ImagingStudyResolvers = {
  __resolveReference: ({ id }, context) =>
    context.once(studyRow).load(decodePair('ImagingStudy', id)),
  id: ({ patientId, id }) => encodeId('ImagingStudy', patientId, id),
  descriptionLabel: ({ description }) => wordsOf(description),
  // What the message left out, the images say.
  modalities: (row) =>
    (row.modalities.length > 0
      ? row.modalities
      : [...new Set(withImages(row).map(({ modality }) => modality))]
    ).map(modalityTerm),
  seriesCount: (row) => Math.max(row.seriesCount, withImages(row).length),
  instanceCount: ({ instanceCount, held }) => Math.max(instanceCount, imagesOf(held)),
  bodySite: codeOrNullOf('bodySite'),
  imageCount: ({ held }) => imagesOf(held),
  series: withImages,
};

const ImagingSeries: ImagingSeriesResolvers = {
  seriesInstanceUid: ({ uid }) => uid,
  imageCount: ({ images }) => images,
  modality: ({ modality }) => modalityTerm(modality),
  descriptionLabel: ({ description }) => wordsOf(description),
  bodySite: ({ bodySite }) =>
    bodySite && codedOrNull(bodySite.system, bodySite.code, bodySite.display),
};

const Query: QueryResolvers = {
  imagingStudy: (_, { id }, context) => context.once(studyRow).load(decodePair('ImagingStudy', id)),
};

const Patient: PatientResolvers = {
  imagingStudies: ({ patientId }, _, context) => context.once(studyRows).load(patientId),
};

export const resolvers = { Query, Patient, ImagingStudy, ImagingSeries };
