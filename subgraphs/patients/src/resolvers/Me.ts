import { hasScope, scopesOf } from '@nodp/database';
import type { MeResolvers } from '../generated/resolvers.ts';

export const Me: MeResolvers = {
  id: (_, _args, { principal }) => principal.accountId,
  name: (_, _args, { principal }) => principal.name,
  role: (_, _args, { principal }) => principal.role,
  scopes: (_, _args, { principal }) =>
    scopesOf[principal.role].filter((scope) => hasScope(principal, scope)),
  institution: (_, _args, { principal }) =>
    principal.institutionId === null ? null : { institutionId: principal.institutionId },
};
