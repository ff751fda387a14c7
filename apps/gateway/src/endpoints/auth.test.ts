import { expect, test } from 'vitest';
import { type AuthServices, authEndpoint } from './auth.ts';

test.each(['null', '[]', '1', '{"account":{},"password":null}', 'not JSON'])(
  'a body without an account is refused: %s',
  async (body) => {
    const accounts = {
      find: async () => undefined,
      tryPassword: async () => ({ fits: false, derived: '' }),
    } as unknown as AuthServices['accounts'];
    const events: string[] = [];
    const app = authEndpoint({
      accounts,
      sessions: {} as AuthServices['sessions'],
      secondFactor: {} as AuthServices['secondFactor'],
      bearer: {} as AuthServices['bearer'],
      oidc: null,
      secure: false,
      attempts: {
        wait: async () => 0,
        inTurn: (_: string, __: string, work: () => Promise<unknown>) => work(),
        failed: async () => {},
      } as unknown as AuthServices['attempts'],
      proxies: 0,
      record: async ({ accountId, action }) => {
        events.push(`${accountId} ${action}`);
      },
    });
    for (const path of ['/sign-in', '/token']) {
      expect((await app.request(path, { method: 'POST', body })).status).toBe(401);
    }
    // What was typed as a name may be a password: it is not recorded.
    expect(events).toEqual(['unknown sign-in-refused', 'unknown sign-in-refused']);
  },
);
