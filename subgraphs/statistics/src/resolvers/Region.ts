import type { RegionResolvers } from '../generated/resolvers.ts';
import { populationRows, regionRow } from '../regions/region-rows.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ code }, context) => context.once(regionRow).load(code),
  name: ({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }),
  shortName: ({ shortNameEn, shortNameZh }) => ({ en: shortNameEn, zh: shortNameZh }),
  populations: ({ code }, _, context) => context.once(populationRows).load(code),
};
