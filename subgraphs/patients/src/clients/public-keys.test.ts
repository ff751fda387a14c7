import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { publicKeysIn } from './public-keys.ts';

const rsa = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits });
const ec = (curve: string) => generateKeyPairSync('ec', { namedCurve: curve });
const strong = rsa(2048);
const p384 = ec('P-384');
const jwk = (pair: { publicKey: { export(o: { format: 'jwk' }): object } }, more = {}) => ({
  ...pair.publicKey.export({ format: 'jwk' }),
  kid: 'k',
  ...more,
});
const set = (...keys: unknown[]) => JSON.stringify({ keys });

test('public keys of the two algorithms are taken', () => {
  expect(publicKeysIn(set(jwk(strong), jwk(p384, { kid: 'k2' })))?.keys).toHaveLength(2);
});

test.each([
  ['a private key', set({ ...strong.privateKey.export({ format: 'jwk' }), kid: 'k' })],
  [
    'a private key beside a public one',
    set(jwk(p384), { ...p384.privateKey.export({ format: 'jwk' }), kid: 'x' }),
  ],
  ['a shared secret', set({ kty: 'oct', k: 'c2VjcmV0', kid: 'k' })],
  ['a weak key', set(jwk(rsa(1024)))],
  ['another curve', set(jwk(ec('P-256')))],
  ['a key without a name', set(jwk(strong, { kid: undefined }))],
  ['no key', set()],
  ['too many', set(...Array.from({ length: 11 }, () => jwk(p384)))],
  ['null', 'null'],
  ['a null key', set(null)],
  ['no JSON', '-----BEGIN PUBLIC KEY-----'],
  ['too long a text', ' '.repeat(20_000)],
])('%s is refused', (_, text) => expect(publicKeysIn(text)).toBeNull());
