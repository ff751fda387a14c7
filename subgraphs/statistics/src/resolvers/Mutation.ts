import { forbidden } from '@nodp/graph';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { loadByGraph } from '../registry-data/load-by-graph.ts';

export const Mutation: MutationResolvers = {
  loadAggregates: async (_, { files, checkOnly }, { principal, session }) => {
    if (principal.institutionId !== null)
      throw forbidden('Data of registries are of the nation: only national accounts load them.');
    return loadByGraph(session, files, checkOnly ?? false);
  },
};
