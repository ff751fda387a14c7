import type { AccountResolvers } from '../generated/resolvers.ts';

export const Account: AccountResolvers = {
  name: ({ nameEn, nameZh }) => ({ en: nameEn, zh: nameZh }),
  institution: ({ institutionId }) => (institutionId === null ? null : { institutionId }),
  own: ({ id }, _, { principal }) => id === principal.accountId,
};
