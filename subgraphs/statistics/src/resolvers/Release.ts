import { askStatistics } from '../cases/ask.ts';
import { readFilter } from '../cases/filter.ts';
import type { CasesInProvinceResolvers, ReleaseResolvers } from '../generated/resolvers.ts';
import { regionRow } from '../regions/region-rows.ts';

export const Release: ReleaseResolvers = {
  statistics: ({ number, checksum, builtAt }, { filter, standard }, { session, resources }) =>
    askStatistics(
      resources.releases,
      session,
      { number, checksum, builtAt },
      readFilter(filter),
      standard ?? 'SEGI',
    ),
};

export const CasesInProvince: CasesInProvinceResolvers = {
  region: async ({ code }, _, context) => {
    const region = await context.once(regionRow).load(code);
    if (region === null) throw new Error(`Region ${code} is not seeded.`);
    return region;
  },
};
