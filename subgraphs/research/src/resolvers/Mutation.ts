import type { MutationResolvers } from '../generated/resolvers.ts';
import { importFile } from '../literature/import-file.ts';

export const Mutation: MutationResolvers = {
  importLiterature: (_, { input }, { session }) => importFile(session, input),
};
