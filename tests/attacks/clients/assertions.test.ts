import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outbound } from '../../../apps/gateway/src/outbound.ts';
import { hospitals } from '../../fixtures.ts';
import { assertionForm, type Client, openWorld, tokenEndpoint, type World } from './world.ts';

/** Who would be a client of a hospital's without its key. */
let world: World;
let client: Client;
let other: Client;
beforeAll(async () => {
  world = await openWorld(['127.0.0.1']);
  client = await world.client(hospitals.here, ['system/*.rs']);
  other = await world.client(hospitals.there, ['system/*.rs']);
});
afterAll(() => world.end());

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;
const tried = async (assertion: string) =>
  (await world.token(assertionForm(assertion))).body.error ?? 'taken';

test('a signed assertion is taken once, and recorded', async () => {
  const assertion = await client.sign();
  const { status, body } = await world.token(assertionForm(assertion, 'system/Patient.rs'));
  expect([status, body.token_type, body.scope, body.expires_in]).toEqual([
    200,
    'bearer',
    'system/Patient.rs',
    300,
  ]);
  expect(world.events.at(-1)).toMatchObject({
    action: 'sign-in',
    accountId: `client:${client.id}`,
    institutionId: hospitals.here,
  });
  expect(await tried(assertion)).toBe('invalid_client');
  expect(world.events.at(-1)).toMatchObject({ action: 'sign-in-refused' });
  const twice = await client.sign();
  const answers = await Promise.all(Array.from({ length: 8 }, () => tried(twice)));
  expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
});

test('none of these is believed', async () => {
  const unsigned = new UnsecuredJWT({ jti: '1' })
    .setIssuer(client.id)
    .setSubject(client.id)
    .setAudience(tokenEndpoint)
    .setExpirationTime('2m')
    .encode();
  expect(await tried(unsigned)).toBe('invalid_client');
  const secret = new TextEncoder().encode(
    JSON.stringify('a public key as if it were a secret'.repeat(3)),
  );
  const symmetric = new SignJWT({ jti: '2' })
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .setIssuer(client.id)
    .setSubject(client.id)
    .setAudience(tokenEndpoint)
    .setExpirationTime('2m')
    .sign(secret);
  expect(await tried(await symmetric)).toBe('invalid_client');
  const foreign = await generateKeyPair('ES384', { extractable: true });
  const ofForeign = (header: Readonly<Record<string, unknown>>) =>
    new SignJWT({ jti: Math.random().toString() })
      .setProtectedHeader({ alg: 'ES384', kid: 'k1', ...header })
      .setIssuer(client.id)
      .setSubject(client.id)
      .setAudience(tokenEndpoint)
      .setExpirationTime('2m')
      .sign(foreign.privateKey);
  expect(await tried(await ofForeign({}))).toBe('invalid_client');
  // A key that the assertion brings along is nobody's.
  expect(await tried(await ofForeign({ jwk: await exportJWK(foreign.publicKey) }))).toBe(
    'invalid_client',
  );
  expect(await tried(await ofForeign({ jku: 'https://attacker.example/jwks.json' }))).toBe(
    'invalid_client',
  );
  // Another client's key, in this one's name.
  expect(await tried(await other.sign({ iss: client.id, sub: client.id }))).toBe('invalid_client');
  const parts = (await client.sign()).split('.');
  const changed = JSON.parse(new TextDecoder().decode(base64url.decode(parts[1] ?? '')));
  parts[1] = base64url.encode(JSON.stringify({ ...changed, jti: 'another' }));
  expect(await tried(parts.join('.'))).toBe('invalid_client');
  for (const text of ['', 'a.b.c', 'x'.repeat(2000)])
    expect(await tried(text)).toBe('invalid_client');
});

describe('what an assertion says has to be right', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['for another server', { aud: 'https://elsewhere.example/token' }],
    ['that has ended', { exp: seconds(-60) }],
    ['good for an hour', { exp: seconds(3600) }],
    ['of one client about another', { sub: '01900000-0000-7000-8000-000000000001' }],
    ['not yet good', { nbf: seconds(600) }],
    ['without a name', { jti: '' }],
    ['with an endless name', { jti: 'x'.repeat(500) }],
  ])('%s', async (_, claims) => {
    expect(await tried(await client.sign(claims))).toBe('invalid_client');
  });
});

test('no more is given than the client has', async () => {
  const few = await world.client(hospitals.here, ['system/Condition.rs']);
  const { body } = await world.token(
    assertionForm(await few.sign(), 'system/*.cruds system/Patient.rs'),
  );
  expect(body.scope).toBe('system/Condition.rs');
  const none = await world.token(assertionForm(await few.sign(), 'system/Patient.rs'));
  expect([none.status, none.body.error]).toEqual([400, 'invalid_scope']);
  const token = String(body.access_token);
  expect((await world.ask(token, '/fhir/Condition')).status).toBe(200);
  for (const path of [
    '/fhir/Patient',
    '/fhir/Patient/here',
    '/fhir/Observation',
    '/fhir/Condition?_include=Condition:patient',
    '/fhir/AuditEvent',
  ])
    expect([path, (await world.ask(token, path)).status]).toEqual([path, 403]);
  const sent = await world.ask(token, '/fhir/Patient', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'Patient', id: 'x' }),
  });
  expect(sent.status).toBe(403);
});

test('a client that is revoked, or ended, is nobody at once: its key, its token and its assertions', async () => {
  const gone = await world.client(hospitals.here, ['system/*.rs']);
  const token = await world.signIn(gone);
  for (const bearer of [token, gone.key])
    expect((await world.ask(bearer, '/fhir/Condition')).status).toBe(200);
  await world.owner`update basic.api_client set revoked_at = now() where id = ${gone.id}`;
  for (const bearer of [token, gone.key])
    expect((await world.ask(bearer, '/fhir/Condition')).status).toBe(401);
  expect(await tried(await gone.sign())).toBe('invalid_client');
  const ended = await world.client(hospitals.here, ['system/*.rs']);
  await world.owner`update basic.api_client set expires_at = now() - interval '1 second' where id = ${ended.id}`;
  expect((await world.ask(ended.key, '/fhir/Condition')).status).toBe(401);
  expect(await tried(await ended.sign())).toBe('invalid_client');
});

test('a token lives by what the client has now, and no token is another’s', async () => {
  const shrunk = await world.client(hospitals.here, ['system/*.rs']);
  const token = await world.signIn(shrunk);
  await world.owner`update basic.api_client set scopes = array['system/Condition.rs'] where id = ${shrunk.id}`;
  expect((await world.ask(token, '/fhir/Observation')).status).toBe(403);
  expect((await world.ask(token, '/fhir/Condition')).status).toBe(200);
  const forged = await new SignJWT({ scope: 'system/*.rs' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(client.id)
    .setAudience('nodp-fhir')
    .setExpirationTime('5m')
    .sign(new Uint8Array(32));
  for (const bearer of [forged, 'nodp_key_', `nodp_key_${other.id}x`, other.id])
    expect((await world.ask(bearer, '/fhir/Condition')).status).toBe(401);
});

describe('key sets by address', () => {
  let server: Server;
  let answers: { status: number; body: string; location?: string };
  let asked = 0;
  let base: string;
  beforeAll(async () => {
    server = createServer((_, response) => {
      asked++;
      response.writeHead(answers.status, answers.location ? { location: answers.location } : {});
      response.end(answers.body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const withKeys = async (path: string) => {
    const by = await world.client(hospitals.here, ['system/*.rs'], { jwksUrl: `${base}${path}` });
    const pair = await generateKeyPair('RS384', { extractable: true });
    const jwks = JSON.stringify({
      keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'r1', alg: 'RS384' }],
    });
    const sign = () =>
      new SignJWT({ jti: Math.random().toString() })
        .setProtectedHeader({ alg: 'RS384', kid: 'r1' })
        .setIssuer(by.id)
        .setSubject(by.id)
        .setAudience(tokenEndpoint)
        .setExpirationTime('2m')
        .sign(pair.privateKey);
    return { jwks, sign };
  };

  test('are fetched where the operator let the address through, once for many assertions', async () => {
    const { jwks, sign } = await withKeys('/jwks');
    answers = { status: 200, body: jwks };
    asked = 0;
    expect([await tried(await sign()), await tried(await sign())]).toEqual(['taken', 'taken']);
    expect(asked).toBe(1);
  });

  test.each([
    ['a redirection', { status: 302, body: '', location: 'http://127.0.0.1:1/' }],
    ['an endless answer', { status: 200, body: 'x'.repeat(200_000) }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['null', { status: 200, body: 'null' }],
  ])('%s gives nobody a token', async (name, answer) => {
    const { sign } = await withKeys(`/${name.replaceAll(' ', '-')}`);
    answers = answer;
    expect(await tried(await sign())).toBe('invalid_client');
  });

  test.each([
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
    'https://192.168.1.1/',
    'https://172.16.0.1/',
    'https://0.0.0.0/',
    'https://2130706433/',
    'https://0x7f000001/',
    'http://93.184.215.14/',
    'file:///etc/passwd',
    'https://user:password@example.com/',
    'gopher://127.0.0.1/',
  ])('nothing is asked of %s', async (address) => {
    await expect(outbound()(address, { method: 'GET' })).rejects.toThrow(
      /inner network|begins with https/,
    );
  });
});
