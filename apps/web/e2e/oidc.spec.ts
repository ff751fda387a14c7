/** Single sign-on at a real provider: there, back with a session, and out of both. */
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import Provider from 'oidc-provider';
import { startPlatform } from '../../../tests/platform.ts';
import { expect, test } from './roles.ts';

/** A port that nobody uses: platform and provider have to know each other's address before they start. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

interface Asked {
  readonly parameters: URLSearchParams;
}

test('who signs in at the identity provider is let in by its claims, and signed out of both', async ({
  browser,
}) => {
  const [providerPort, platformPort] = [await freePort(), await freePort()];
  const issuer = `http://localhost:${providerPort}`;
  const address = `http://localhost:${platformPort}`;
  const claims: Record<string, Record<string, unknown>> = {
    'dr-wang': { name: 'Wang Fang', nodp_role: 'POLICYMAKER', nodp_national: true },
    visitor: { name: 'Visitor' },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'nodp',
        client_secret: 'a secret of this test',
        redirect_uris: [`${address}/auth/oidc/callback`],
        post_logout_redirect_uris: [`${address}/sign-in`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'nodp_role', 'nodp_national'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of this test'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...claims[id] }),
    }),
  });
  const listening = provider.listen(providerPort);
  const platform = await startPlatform({
    patients: 0,
    env: {
      PORT: String(platformPort),
      NODP_OIDC_ISSUER: issuer,
      NODP_OIDC_CLIENT_ID: 'nodp',
      NODP_OIDC_CLIENT_SECRET: 'a secret of this test',
      NODP_OIDC_LABEL: 'Ministry',
    },
  });
  try {
    const context = await browser.newContext({ baseURL: address });
    const page = await context.newPage();
    await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
    const asked: Asked[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin === issuer && url.pathname === '/auth')
        asked.push({ parameters: url.searchParams });
    });
    const signInAs = async (account: string) => {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: /Ministry/ }).click();
      await page.getByPlaceholder('Enter any login').fill(account);
      await page.getByPlaceholder('and password').fill('any');
      await page.getByRole('button', { name: 'Sign-in' }).click();
      await page.getByRole('button', { name: 'Continue' }).click();
    };

    await signInAs('visitor');
    await expect(page).toHaveURL(/problem=no-role/);
    await context.clearCookies();

    await signInAs('dr-wang');
    await expect(page.getByRole('heading', { level: 1, name: 'National overview' })).toBeVisible();
    // Every sign-in has a state, a nonce and a proof of its own.
    const told = asked.map(({ parameters }) => ({
      state: parameters.get('state'),
      nonce: parameters.get('nonce'),
      challenge: parameters.get('code_challenge'),
      method: parameters.get('code_challenge_method'),
    }));
    expect(told).toHaveLength(2);
    for (const key of ['state', 'nonce', 'challenge'] as const)
      expect(new Set(told.map((one) => one[key])).size).toBe(2);
    expect(told.map(({ method }) => method)).toEqual(['S256', 'S256']);

    // An answer that belongs to no sign-in of this browser opens nothing.
    const other = await browser.newContext({ baseURL: address });
    const stolen = await other.newPage();
    await stolen.goto(`/auth/oidc/callback?code=any&state=${told[1]?.state ?? ''}`);
    await expect(stolen).toHaveURL(/problem=expired/);
    await other.close();

    await page.getByRole('button', { name: /^Account: / }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /^Yes, sign me out/ }).click();
    await expect(page).toHaveURL(`${address}/sign-in`);
    // The provider asks again who it is.
    await page.getByRole('link', { name: /Ministry/ }).click();
    await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
    await context.close();
  } finally {
    await platform.stop();
    await new Promise((done) => listening.close(done));
  }
});
