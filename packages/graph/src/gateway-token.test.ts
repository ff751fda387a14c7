import { SignJWT } from 'jose';
import { expect, test, vi } from 'vitest';
import { operationDigest, signGatewayToken, verifyGatewayToken } from './gateway-token.ts';
import { principalOf } from './testing.ts';

const secret = 'a secret of the gateway and its subgraphs';
const claim = { principal: principalOf('CLINICIAN', 'here'), requestId: 'r1' };
const digest = operationDigest('{ me { name } }', { a: 1 });
const sign = () => signGatewayToken(secret, 'imaging', claim, digest);

test('what the gateway says of a request arrives', async () => {
  expect(await verifyGatewayToken(secret, 'imaging', await sign(), digest)).toEqual(claim);
  const nobody = await signGatewayToken(
    secret,
    'imaging',
    { principal: null, requestId: 'r2' },
    digest,
  );
  expect(await verifyGatewayToken(secret, 'imaging', nobody, digest)).toEqual({
    principal: null,
    requestId: 'r2',
  });
});

test('the digest binds query and variables', () => {
  expect(operationDigest('{ me }', {})).toBe(operationDigest('{ me }', null));
  expect(operationDigest('{ me }', { id: '1' })).not.toBe(operationDigest('{ me }', { id: '2' }));
  expect(operationDigest('{ me }', {})).not.toBe(operationDigest('{ you }', {}));
});

test('a token is refused by another subgraph, with another secret, on another operation, or missing', async () => {
  const token = await sign();
  const refused = (...args: Parameters<typeof verifyGatewayToken>) =>
    expect(verifyGatewayToken(...args)).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
  await refused(secret, 'patients', token, digest);
  await refused('another secret', 'imaging', token, digest);
  await refused(secret, 'imaging', token, operationDigest('{ me { name } }', { a: 2 }));
  await refused(secret, 'imaging', undefined, digest);
  await refused(secret, 'imaging', 'rubbish', digest);
});

test('a token lasts a minute', async () => {
  const token = await sign();
  vi.useFakeTimers({ now: Date.now() + 61_000 });
  try {
    await expect(verifyGatewayToken(secret, 'imaging', token, digest)).rejects.toThrow('too old');
  } finally {
    vi.useRealTimers();
  }
});

const forge = (payload: Record<string, unknown>, alg: string) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg })
    .setIssuer('nodp-gateway')
    .setAudience('imaging')
    .setExpirationTime('60s')
    .sign(new TextEncoder().encode(secret.padEnd(64)));

test('another algorithm, no signature, or a role that does not exist are refused', async () => {
  const long = secret.padEnd(64);
  const verify = (token: string) => verifyGatewayToken(long, 'imaging', token, digest);
  await expect(verify(await forge({ ...claim, digest }, 'HS512'))).rejects.toThrow(
    'not the gateway',
  );
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${encode({ alg: 'none' })}.${encode({ iss: 'nodp-gateway', aud: 'imaging', ...claim, digest })}.`;
  await expect(verify(unsigned)).rejects.toThrow('not the gateway');
  const root = { ...claim, principal: { ...claim.principal, role: 'ROOT' }, digest };
  await expect(verify(await forge(root, 'HS256'))).rejects.toThrow('role that does not exist');
});

test('a token without an end is refused', async () => {
  const endless = await new SignJWT({ ...claim, digest })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('nodp-gateway')
    .setAudience('imaging')
    .sign(new TextEncoder().encode(secret));
  await expect(verifyGatewayToken(secret, 'imaging', endless, digest)).rejects.toThrow('too old');
});
