import { forbidden } from '@nodp/graph';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { loadByGraph } from '../registry-data/load-by-graph.ts';
import { removeReport, saveReport } from '../reports/templates.ts';

export const Mutation: MutationResolvers = {
  saveReport: (_, { report }, { session }) => saveReport(session, report),
  removeReport: (_, { name }, { session }) => removeReport(session, name),
  loadAggregates: async (_, { files, checkOnly }, { principal, session }) => {
    if (principal.institutionId !== null)
      throw forbidden('Data of registries are of the nation: only national accounts load them.');
    return loadByGraph(session, files, checkOnly ?? false);
  },
};
