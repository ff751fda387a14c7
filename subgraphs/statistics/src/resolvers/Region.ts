import type {
  PopulationResolvers,
  RegionResolvers,
  RegistrationResolvers,
} from '../generated/resolvers.ts';
import { populationRows, regionRow, registrationRows } from '../regions/region-rows.ts';

export const Region: RegionResolvers = {
  __resolveReference: ({ code }, context) => context.once(regionRow).load(code),
  name: ({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }),
  shortName: ({ shortNameEn, shortNameZh }) => ({ en: shortNameEn, zh: shortNameZh }),
  populations: ({ code }, _, context) => context.once(populationRows).load(code),
  registrations: ({ code }, _, context) => context.once(registrationRows).load(code),
};

export const Population: PopulationResolvers = {
  source: ({ source, sourceZh }) => ({ en: source, zh: sourceZh }),
};

export const Registration: RegistrationResolvers = {
  registry: ({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }),
  source: ({ sourceEn, sourceZh }) => ({ en: sourceEn, zh: sourceZh }),
};
