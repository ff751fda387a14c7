import { decodePair } from '@nodp/graph';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { specimenRow } from '../specimens/specimen-rows.ts';

export const Query: QueryResolvers = {
  specimen: (_, { id }, context) => context.once(specimenRow).load(decodePair('Specimen', id)),
};
