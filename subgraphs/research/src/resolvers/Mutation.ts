import { forbidden } from '@nodp/graph';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { importFile } from '../literature/import-file.ts';
import { newestBuild } from '../release/release-rows.ts';
import { startBuild } from '../release/start-build.ts';

export const Mutation: MutationResolvers = {
  importLiterature: (_, { input }, { session }) => importFile(session, input),
  buildRelease: async (_, __, { principal, session }) => {
    if (principal.institutionId !== null)
      throw forbidden(
        'A release holds every institution’s patients: only national accounts build one.',
      );
    await startBuild(principal.accountId);
    const build = await newestBuild(session);
    if (build === null) throw new Error('The build that was started has no row.');
    return build;
  },
};
