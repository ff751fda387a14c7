import { expect, test } from 'vitest';
import { seal, unseal } from './seal.ts';

const secrets = {
  'identity.key': new Uint8Array(32).fill(7),
  'gateway.key': Buffer.from('secret'),
};
const phrase = 'correct horse battery';
// As little work as scrypt knows: the tests would else wait a second each.
const sealed = seal('20261129T101500Z-ab12', secrets, phrase, 1);

test('what was sealed opens by its pass phrase, and shows nothing before', async () => {
  const bytes = Buffer.from(await sealed);
  expect(bytes.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  expect(bytes.includes('identity')).toBe(false);
  const opened = await unseal('20261129T101500Z-ab12', bytes, phrase);
  expect(Object.fromEntries(Object.entries(opened).map(([n, b]) => [n, Buffer.from(b)]))).toEqual({
    'identity.key': Buffer.alloc(32, 7),
    'gateway.key': Buffer.from('secret'),
  });
});

test('another pass phrase, another backup and a changed file are told apart', async () => {
  const bytes = await sealed;
  const changed = Uint8Array.from(bytes);
  changed[changed.length - 1] = (changed.at(-1) as number) ^ 1;
  const why = (work: Promise<unknown>) =>
    work.then(
      () => 'opened',
      (error) => error.code,
    );
  expect(await why(unseal('20261129T101500Z-ab12', bytes, 'correct horse batterie'))).toBe(
    'wrong-pass-phrase',
  );
  expect(await why(unseal('20261130T101500Z-ab12', bytes, phrase))).toBe('other-keys');
  expect(await why(unseal('20261129T101500Z-ab12', changed, phrase))).toBe('damaged');
});

test('a pass phrase that is soon guessed seals nothing', () => {
  expect(() => seal('a', secrets, 'short')).toThrow('12 characters');
});
