import { hash } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { type Answer, askerOf } from '@nodp/graph/testing';
import { patients } from '@nodp/subgraph-patients';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals, insertHospitals, principal } from './fixtures.ts';

/** What a data manager makes and ends on the page of data services. */
let db: TestDatabase;
let owner: postgres.Sql;
let ask: (
  query: string,
  variables?: Record<string, unknown>,
  who?: typeof everyone.DATA_MANAGER,
) => Promise<Answer['data']>;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const asker = askerOf(patients, db.database);
  ask = async (query, variables = {}, who = everyone.DATA_MANAGER) => {
    const { data, codes } = await asker(who, query, variables);
    expect(codes).toEqual([]);
    return data;
  };
});
afterAll(async () => {
  await owner.end();
  await db.end();
});

const ADD = `mutation ($input: ApiClientInput!) { addApiClient(input: $input) { key problem client { id clientId scopes keyEnd institution { code } } } }`;
const input = { name: 'Research warehouse', scopes: ['system/*.rs'], method: 'KEY', days: 30 };
const LIST = '{ apiClients { id name keyEnd revokedAt } }';

test('a key is told once and kept as its hash alone', async () => {
  const { addApiClient: made } = await ask(ADD, { input });
  expect(made).toMatchObject({
    problem: null,
    client: { institution: { code: 'H1' }, scopes: ['system/*.rs'] },
  });
  expect(made.key).toMatch(/^nodp_key_[\w-]{43}$/);
  const [row] = await owner`select * from basic.api_client`;
  expect(row?.key_hash).toBe(hash('sha256', made.key));
  expect(JSON.stringify(row)).not.toContain(made.key);
  expect(made.key.endsWith(made.client.keyEnd)).toBe(true);
  const audits = await owner`select detail from basic.audit`;
  expect(JSON.stringify(audits)).not.toContain(made.key);
});

test('another key ends the one before, and revoking ends both', async () => {
  const { addApiClient: made } = await ask(ADD, { input });
  const { rotateApiKey: rotated } = await ask(
    `mutation ($id: ID!) { rotateApiKey(id: $id) { key problem } }`,
    { id: made.client.id },
  );
  expect(rotated.key).not.toBe(made.key);
  const inUse = async (key: string) =>
    (await owner`select * from basic.client_of_key(${hash('sha256', key)})`).length;
  expect([await inUse(made.key), await inUse(rotated.key)]).toEqual([0, 1]);
  const revoke = `mutation ($id: ID!) { revokeApiClient(id: $id) { problem client { revokedAt } } }`;
  expect((await ask(revoke, { id: made.client.id })).revokeApiClient).toMatchObject({
    problem: null,
    client: { revokedAt: expect.any(String) },
  });
  expect(await inUse(rotated.key)).toBe(0);
  expect((await ask(revoke, { id: made.client.id })).revokeApiClient.problem).toBe('NO_CLIENT');
});

test.each([
  [{ name: ' ' }, 'NAME'],
  [{ scopes: [] }, 'SCOPES'],
  [{ scopes: ['system/*.cruds'] }, 'SCOPES'],
  [{ scopes: ['user/*.rs'] }, 'SCOPES'],
  [{ days: 0 }, 'DAYS'],
  [{ method: 'JWKS', jwks: '{}' }, 'KEYS'],
  [{ method: 'JWKS_URL', jwksUrl: 'file:///etc/passwd' }, 'ADDRESS'],
  [{ method: 'JWKS_URL', jwksUrl: 'https://a:b@example.com/' }, 'ADDRESS'],
])('%j is refused: %s', async (wrong, problem) => {
  expect((await ask(ADD, { input: { ...input, ...wrong } })).addApiClient).toEqual({
    key: null,
    client: null,
    problem,
  });
});

test('an institution’s manager makes and sees its own alone; who names another’s makes its own', async () => {
  const there = principal('DATA_MANAGER', hospitals.there);
  const { addApiClient: made } = await ask(
    ADD,
    { input: { ...input, institution: encodeId('Institution', hospitals.here) } },
    there,
  );
  expect(made.client.institution.code).toBe('H2');
  expect((await ask(LIST, {}, there)).apiClients).toHaveLength(1);
  const seen = (await ask(LIST)).apiClients.map(({ id }: { id: string }) => id);
  expect(seen).not.toContain(made.client.id);
  const revoke = `mutation ($id: ID!) { revokeApiClient(id: $id) { problem client { id } } }`;
  expect((await ask(revoke, { id: made.client.id })).revokeApiClient).toEqual({
    problem: 'NO_CLIENT',
    client: null,
  });
  const national = principal('ADMINISTRATOR', null);
  expect((await ask(LIST, {}, national)).apiClients.length).toBeGreaterThan(seen.length);
  expect((await ask(ADD, { input }, national)).addApiClient.problem).toBe('INSTITUTION');
});

test('a webhook’s secret is told once and lies sealed', async () => {
  const add = `mutation ($input: WebhookInput!) { addWebhook(input: $input) { secret problem webhook { id events waiting deliveries { id } } } }`;
  const { addWebhook: made } = await ask(add, {
    input: { url: 'https://hospital.example/hook', events: ['RECORD_HELD'] },
  });
  expect(made).toMatchObject({
    problem: null,
    webhook: { events: ['RECORD_HELD'], waiting: 0, deliveries: [] },
  });
  expect(made.secret).toMatch(/^whsec_/);
  const [row] = await owner`select * from basic.webhook`;
  expect(JSON.stringify(row)).not.toContain(made.secret);
  for (const url of ['javascript:alert(1)', 'https://a:b@c.example/', 'x'])
    expect((await ask(add, { input: { url, events: ['RECORD_HELD'] } })).addWebhook.problem).toBe(
      'ADDRESS',
    );
  const end = `mutation ($id: ID!) { endWebhook(id: $id) { webhook { disabledAt } } }`;
  expect((await ask(end, { id: made.webhook.id })).endWebhook.webhook.disabledAt).not.toBeNull();
});
