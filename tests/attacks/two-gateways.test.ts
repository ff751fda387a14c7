/**
 * Two gateways on one database: what an account, a name or an address may do is counted by both together, so that nobody is let through
 * twice by going to the other one.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '@nodp/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningPlatform, startPlatform } from '../platform.ts';

let folder: string;
let server: EmbeddedServer;
let gateways: RunningPlatform[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-two-gateways-'));
  await chmod(folder, 0o755);
  server = await startEmbedded(join(folder, 'database'), { test: true });
  const env = {
    DATABASE_URL: server.ownerUrl,
    APPLICATION_DATABASE_URL: server.applicationUrl,
    NODP_IDENTITY_KEY: Buffer.alloc(32, 7).toString('base64'),
    NODP_GATEWAY_SECRET: 'a secret of the two gateways alone',
  };
  for (let i = 0; i < 2; i++)
    gateways.push(await startPlatform({ patients: 5, home: join(folder, `home-${i}`), env }));
}, 300_000);
afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  gateways = [];
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const urlOf = (n: number): string => gateways[n % 2]?.url ?? '';
const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('an account asks no more of two gateways than of one, by a token of either', async () => {
  const signedIn = await post(`${urlOf(0)}/auth/token`, {
    account: 'clinician',
    password: 'nodp-demo',
  });
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const pages = Array.from({ length: 100 }, (_, i) => `a${i}:patients(first:200){edges{node{id}}}`);
  const statuses: number[] = [];
  const ask = (n: number) =>
    post(
      `${urlOf(n)}/graphql`,
      { query: `{${pages.join(' ')}}` },
      { authorization: `Bearer ${token}` },
    ).then(({ status }) => status);
  // 60,000 objects each: ten of them are a minute's, and some more may pass that the other gateway has not heard of.
  while (!statuses.includes(429) && statuses.length < 20) statuses.push(await ask(statuses.length));
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(12);
  expect(await ask(statuses.length)).toBe(429);
});

test('wrong passwords wait at both', async () => {
  const wrong = { account: 'followup', password: 'wrong' };
  const statuses: number[] = [];
  for (let n = 0; n < 10; n++) statuses.push((await post(`${urlOf(n)}/auth/token`, wrong)).status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(7);
  expect(statuses).toContain(429);
});

test('links that are none are guessed thirty times in all', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 36; n++)
    statuses.push((await post(`${urlOf(n)}/questionnaire/open`, { token: `none-${n}` })).status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(30);
  expect(statuses.slice(30)).toEqual(Array(6).fill(429));
});
