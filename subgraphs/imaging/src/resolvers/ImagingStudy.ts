import { codedOrNull, decodePair, encodeId, wordsOf } from '@nodp/graph';
import type { ImagingStudyResolvers } from '../generated/resolvers.ts';
import { byNumber } from '../studies/series-order.ts';
import { studyRow } from '../studies/study-rows.ts';
import { modalityTerm } from '../terms.ts';

export const ImagingStudy: ImagingStudyResolvers = {
  __resolveReference: ({ id }, context) =>
    context.once(studyRow).load(decodePair('ImagingStudy', id)),
  id: ({ patientId, id }) => encodeId('ImagingStudy', patientId, id),
  descriptionLabel: ({ description }) => wordsOf(description),
  modalities: ({ modalities }) => modalities.map(modalityTerm),
  bodySite: ({ bodySiteSystem, bodySiteCode, bodySiteDisplay }) =>
    codedOrNull(bodySiteSystem, bodySiteCode, bodySiteDisplay),
  series: ({ series }) => byNumber(series),
};
