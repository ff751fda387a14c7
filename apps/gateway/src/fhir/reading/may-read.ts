import { hasScope, type Principal } from '@nodp/database';

/** Whether a program may read a type: an account of a hospital's system reads all, a client what it was given. */
export const mayRead = (principal: Principal, type: string): boolean =>
  hasScope(principal, 'fhir:read') &&
  principal.institutionId !== null &&
  (principal.grant === undefined ||
    principal.grant.reads.includes('*') ||
    principal.grant.reads.includes(type));
