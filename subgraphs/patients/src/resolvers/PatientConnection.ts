import type { PatientConnectionResolvers } from '../generated/resolvers.ts';

export const PatientConnection: PatientConnectionResolvers = {
  totalCount: (list) => list.totalCount(),
};
