import type { Principal } from '@nodp/database';

/** The platform itself, when it reads accounts and sessions: it sees no identified row. */
export const platformPrincipal: Principal = {
  accountId: 'platform',
  name: { en: 'Platform', zh: '平台' },
  role: 'ADMINISTRATOR',
  institutionId: null,
};
