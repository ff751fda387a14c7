import { decodePair } from '@nodp/graph';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { studyRow } from '../studies/study-rows.ts';

export const Query: QueryResolvers = {
  imagingStudy: (_, { id }, context) => context.once(studyRow).load(decodePair('ImagingStudy', id)),
};
