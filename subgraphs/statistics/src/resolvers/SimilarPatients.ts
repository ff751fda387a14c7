import type { SimilarPatientsResolvers } from '../generated/resolvers.ts';
import { netSurvivalOf } from '../similar/net-survival.ts';

export const SimilarPatients: SimilarPatientsResolvers = {
  __resolveReference: ({ release, checksum, address }) => ({ release, checksum, address }),
  netSurvival: (of, _, context) => netSurvivalOf(of, context),
};
