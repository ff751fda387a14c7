import type { QueryResolvers } from '../generated/resolvers.ts';
import { everyRegion } from '../regions/region-rows.ts';

export const Query: QueryResolvers = {
  regions: (_, _args, { session }) => session.run(everyRegion),
};
