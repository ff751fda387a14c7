import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, required } from './settings.ts';

test('settings are read as what they are', () => {
  const identityKey = Buffer.alloc(32, 7);
  const env = {
    PORT: '4180',
    NODP_RELEASE_ENGINE: 'postgres',
    NODP_IDENTITY_KEY: identityKey.toString('base64'),
  };
  expect(readSettings(env, ['PORT', 'HOST', 'NODP_RELEASE_ENGINE', 'NODP_IDENTITY_KEY'])).toEqual({
    PORT: 4180,
    HOST: null,
    NODP_RELEASE_ENGINE: 'postgres',
    NODP_IDENTITY_KEY: identityKey,
  });
});

test('every variable that is wrong is named at once, with what it must be', () => {
  const env = { PORT: 'http', PUBLIC_URL: 'nodp.example.org', NODP_INTROSPECTION: 'yes' };
  expect(() => readSettings(env, ['PORT', 'PUBLIC_URL', 'NODP_INTROSPECTION'])).toThrow(
    [
      'PORT must be a whole number from 0 to 65535, not “http”.',
      'PUBLIC_URL must be an address that begins with http:// or https://, not “nodp.example.org”.',
      'NODP_INTROSPECTION must be on or off, not “yes”.',
    ].join('\n'),
  );
});

test.each([
  ['NODP_IDENTITY_KEY', 'c2VjcmV0'],
  ['DATABASE_URL', 'mysql://owner:hidden@db/nodp'],
] as const)('%s is never repeated in a message', (name, value) => {
  expect(() => readSettings({ [name]: value }, [name])).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining(value) }),
  );
});

test('an empty variable is not set, as container tools pass one', () => {
  expect(readSettings({ PORT: '', NODP_HOME: '' }, ['PORT', 'NODP_HOME'])).toEqual({
    PORT: null,
    NODP_HOME: null,
  });
});

test('a secret comes from a file where one is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-settings-'));
  const file = join(folder, 'secret');
  writeFileSync(file, 'from the file\n');
  const env = { NODP_GATEWAY_SECRET_FILE: file };
  expect(readSettings(env, ['NODP_GATEWAY_SECRET'])).toEqual({
    NODP_GATEWAY_SECRET: 'from the file',
  });
  await rm(folder, { recursive: true });
  expect(() => readSettings(env, ['NODP_GATEWAY_SECRET'])).toThrow(
    `NODP_GATEWAY_SECRET_FILE names ${file}, which is not there.`,
  );
});

test('what is required and not set is named, all of it', () => {
  expect(() => required(readSettings({}, ['NODP_RELEASES', 'APPLICATION_DATABASE_URL']))).toThrow(
    'NODP_RELEASES is not set.\nAPPLICATION_DATABASE_URL is not set.',
  );
});
