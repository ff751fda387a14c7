import { type Role, scopesOf } from './principal.ts';

/** Characters that a password has; scrypt takes any number, a request does not. */
const LEAST_PASSWORD = 12;
const MOST_PASSWORD = 200;

export const passwordFits = (password: string): boolean =>
  password.length >= LEAST_PASSWORD && password.length <= MOST_PASSWORD;

/**
 * Whether an account can be called so: 1 to 100 letters, digits and `. _ @ -`. No colon: `oidc:` and `operator:` begin the names
 * of those who have no account here, and nobody may take such a name in the audit.
 */
export const accountIdFits = (id: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,99}$/u.test(id);

/** Roles that see or send identified rows are somebody's at an institution: without one they would see nothing. */
export const needsInstitution = (role: Role): boolean => scopesOf[role].includes('patient:read');
