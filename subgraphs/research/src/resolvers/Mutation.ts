import { requestJob } from '@nodp/database/jobs';
import { forbidden } from '@nodp/graph';
import { GraphQLError } from 'graphql';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { importFile } from '../literature/import-file.ts';
import { RELEASE_BUILD } from '../release/build-job.ts';
import { buildIsUnderWay, newestBuild } from '../release/release-rows.ts';

export const Mutation: MutationResolvers = {
  importLiterature: (_, { input }, { session }) => importFile(session, input),
  buildRelease: async (_, __, { principal, session }) => {
    if (principal.institutionId !== null)
      throw forbidden(
        'A release holds every institution’s patients: only national accounts build one.',
      );
    if (await buildIsUnderWay(session))
      throw new GraphQLError('A release is being built already.', {
        extensions: { code: 'CONFLICT' },
      });
    await requestJob(session, RELEASE_BUILD);
    const build = await newestBuild(session);
    if (build === null) throw new Error('The build that was started has no row.');
    return build;
  },
};
