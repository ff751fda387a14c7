import type { ContactConnectionResolvers } from '../generated/resolvers.ts';

export const ContactConnection: ContactConnectionResolvers = {
  totalCount: (list) => list.totalCount(),
  overdueCount: (list) => list.overdueCount(),
};
