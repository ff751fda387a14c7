import type { PatientConnectionResolvers } from '../generated/resolvers.ts';

export const PatientConnection: PatientConnectionResolvers = {
  edges: ({ edges }) => [...edges],
  totalCount: (list) => list.totalCount(),
};
