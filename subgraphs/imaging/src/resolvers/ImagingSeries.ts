import { codedOrNull, wordsOf } from '@nodp/graph';
import type { ImagingSeriesResolvers } from '../generated/resolvers.ts';
import { modalityTerm } from '../terms.ts';

export const ImagingSeries: ImagingSeriesResolvers = {
  seriesInstanceUid: ({ uid }) => uid,
  modality: ({ modality }) => modalityTerm(modality),
  descriptionLabel: ({ description }) => wordsOf(description),
  bodySite: ({ bodySite }) =>
    bodySite && codedOrNull(bodySite.system, bodySite.code, bodySite.display),
};
