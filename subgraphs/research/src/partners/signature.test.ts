import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownPublicKey, readKey, sign, TYPES, verified } from './signature.ts';

const installation = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-partner-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

test('what an installation signs is read by who has its key, and by the same key after a restart', async () => {
  const folder = await installation();
  const { id, key } = await ownPublicKey(folder);
  const signed = await sign(folder, TYPES.study, { name: '肺癌' });
  expect(await verified(signed, TYPES.study, async (kid) => (kid === id ? key : null))).toEqual({
    partner: id,
    payload: { name: '肺癌' },
  });
  expect(await readKey(JSON.stringify(key))).toEqual({ id, key });
  expect(await ownPublicKey(folder)).toEqual({ id, key });
});

test('nothing else is: another key, an answer for a study, a changed payload, no signature at all', async () => {
  const [folder, other] = [await installation(), await installation()];
  const { key } = await ownPublicKey(folder);
  const known = async () => key;
  const signed = await sign(folder, TYPES.study, { name: 'x' });
  const [header, , signature] = signed.split('.');
  const changed = `${header}.${Buffer.from('{"name":"y"}').toString('base64url')}.${signature}`;
  const unsigned = `${Buffer.from(`{"alg":"none","typ":"${TYPES.study}","kid":"x"}`).toString('base64url')}.e30.`;
  for (const [text, of] of [
    [await sign(other, TYPES.study, {}), known],
    [await sign(folder, TYPES.answer, {}), known],
    [changed, known],
    [unsigned, known],
    ['', known],
    ['a.b.c', known],
    [signed, async () => null],
  ] as const)
    await expect(verified(text, TYPES.study, of)).rejects.toThrow('not of a partner');
});

test('a private key, and one of another kind, are refused as a partner’s', async () => {
  const { key } = await ownPublicKey(await installation());
  for (const text of [
    JSON.stringify({ ...key, d: 'secret' }),
    JSON.stringify({ ...key, crv: 'X25519' }),
    JSON.stringify({ ...key, x: 'AAAA' }),
    '{',
    'null',
  ])
    await expect(readKey(text)).rejects.toThrow('no public Ed25519 key');
});
