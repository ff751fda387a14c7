import { identityCipher } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { everyone, hospitals, insertHospitals } from '../../../../tests/fixtures.ts';
import { type Accounts, accountsIn } from './accounts.ts';
import { bearerTokens } from './bearer.ts';
import { type OidcSignIn, oidcSignIn, safeReturn } from './oidc.ts';

const provider = new OAuth2Server();
const identityKey = new Uint8Array(32).fill(7);
let db: TestDatabase;
let signIn: OidcSignIn;
let atOtherGateway: OidcSignIn;
let now = Date.now();
let claims: Record<string, unknown>;

beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, '127.0.0.1');
  provider.service.on('beforeTokenSigning', (token) => Object.assign(token.payload, claims));
  const gateway = () =>
    oidcSignIn(
      {
        issuer: provider.issuer.url as string,
        clientId: 'nodp',
        clientSecret: 'secret',
        label: { en: 'Test', zh: '测试' },
      },
      () => 'http://localhost:4000',
      accountsIn(db.database),
      identityCipher({ identityKey }),
      () => now,
    );
  signIn = await gateway();
  atOtherGateway = await gateway();
});
afterAll(async () => {
  await provider.stop();
  await db.end();
});
beforeEach(() => {
  claims = { sub: 'dr-wang', name: 'Wang Fang', nodp_role: 'CLINICIAN', nodp_institution: 'H2' };
});

/** As a browser goes: to the provider, which sends it back with a code. */
const throughProvider = async (
  returnTo = '/patients',
): Promise<{ back: URL; underWay: string }> => {
  const { url, underWay } = await signIn.begin(returnTo);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  const answer = await fetch(url, { redirect: 'manual' });
  return { back: new URL(answer.headers.get('location') as string), underWay };
};

test('an account that the provider vouches for with a role and an institution is let in', async () => {
  const { back, underWay } = await throughProvider();
  expect(await signIn.complete(back, underWay)).toEqual({
    principal: {
      accountId: 'oidc:dr-wang',
      name: { en: 'Wang Fang', zh: 'Wang Fang' },
      role: 'CLINICIAN',
      institutionId: hospitals.there,
    },
    returnTo: '/patients',
  });
});

test.each([{ nodp_role: undefined }, { nodp_role: 'OWNER' }, { nodp_institution: 'H9' }])(
  'without a role or institution that exists nobody is let in: %o',
  async (wrong) => {
    Object.assign(claims, wrong);
    const { back, underWay } = await throughProvider();
    expect((await signIn.complete(back, underWay)).principal).toBeNull();
  },
);

test('without an institution nobody is of the whole network, unless the provider says so', async () => {
  Object.assign(claims, { nodp_role: 'DATA_MANAGER', nodp_institution: undefined });
  const forgotten = await throughProvider();
  expect((await signIn.complete(forgotten.back, forgotten.underWay)).principal).toBeNull();
  Object.assign(claims, { nodp_national: true });
  const said = await throughProvider();
  expect((await signIn.complete(said.back, said.underWay)).principal).toMatchObject({
    role: 'DATA_MANAGER',
    institutionId: null,
  });
});

test('a sign-in may end at another gateway than it began at', async () => {
  const { back, underWay } = await throughProvider('/patients?stage=IV');
  expect(await atOtherGateway.complete(back, underWay)).toMatchObject({
    principal: { accountId: 'oidc:dr-wang' },
    returnTo: '/patients?stage=IV',
  });
});

test('an answer is taken only for the sign-in it belongs to, for ten minutes, with the cookie that was set', async () => {
  const { back, underWay } = await throughProvider();
  const other = await throughProvider();
  await expect(signIn.complete(back, other.underWay)).rejects.toThrow();
  const changed = `${underWay.slice(0, -4)}${underWay.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
  await expect(signIn.complete(back, changed)).rejects.toThrow();
  await expect(signIn.complete(back, '')).rejects.toThrow();
  now += 10 * 60 * 1000 + 1;
  await expect(signIn.complete(back, underWay)).rejects.toThrow('begin again');
});

test('the longest way back fits a cookie, which says nothing to who reads it', async () => {
  const { underWay } = await signIn.begin(safeReturn(`/${'a'.repeat(1_999)}`));
  expect(underWay.length).toBeLessThan(4_000);
  expect(Buffer.from(underWay, 'base64url').toString('latin1')).not.toContain('aaa');
});

test('a sign-in returns to a path of the platform, never elsewhere', () => {
  expect(safeReturn('/patients?stage=IV')).toBe('/patients?stage=IV');
  for (const path of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\t\\evil.example',
    '/.//evil.example',
    '/..//evil.example',
    `/${'a'.repeat(3_000)}`,
    '',
    undefined,
  ]) {
    const back = safeReturn(path);
    expect([path, new URL(back, 'https://nodp.example').origin]).toEqual([
      path,
      'https://nodp.example',
    ]);
    expect(back).toBe('/');
  }
});

test('a machine’s token of the configured issuer is accepted, another’s and a changed one are not', async () => {
  const bearer = bearerTokens(accountsIn(db.database), identityKey, {
    issuer: provider.issuer.url as string,
    jwksUrl: `${provider.issuer.url}/jwks`,
    audience: 'nodp',
  });
  const buildToken = (audience: string, changes: object = {}) =>
    provider.issuer.buildToken({
      scopesOrTransform: (_header, payload) => {
        Object.assign(payload, {
          sub: 'his',
          aud: audience,
          nodp_role: 'SYSTEM',
          nodp_institution: 'H1',
          ...changes,
        });
      },
    });
  const token = await buildToken('nodp');
  expect(await bearer.principal(token)).toMatchObject({
    role: 'SYSTEM',
    institutionId: hospitals.here,
  });
  expect(await bearer.principal(await buildToken('other'))).toBeNull();
  expect(await bearer.principal(await buildToken('nodp', { exp: undefined }))).toBeNull();
  const [header, , signature] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ sub: 'his', nodp_role: 'CLINICIAN' })).toString(
    'base64url',
  );
  expect(await bearer.principal(`${header}.${forged}.${signature}`)).toBeNull();
  expect(await bearer.principal('no token at all')).toBeNull();
});

test('a token that one gateway gave is taken by another, and by none of another platform', async () => {
  const accounts = {
    find: async (id: string) => ({ ...everyone.SYSTEM, accountId: id }),
  } as unknown as Accounts;
  const token = await bearerTokens(accounts, identityKey, null).issue(everyone.SYSTEM);
  const other = bearerTokens(accounts, identityKey, null);
  expect(await other.principal(token)).toEqual(everyone.SYSTEM);
  const foreign = bearerTokens(accounts, new Uint8Array(32).fill(8), null);
  expect(await foreign.principal(token)).toBeNull();
  const [, claims] = token.split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
  expect(await other.principal(unsigned)).toBeNull();
});
