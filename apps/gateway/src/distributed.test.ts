import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { operationDigest, signGatewayToken } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SubgraphProcesses, startSubgraphs } from './distributed.ts';
import { environmentOf, type SubgraphSettings } from './environment-of.ts';
import { overHttp } from './graph/transport.ts';
import { trustAuthority } from './tls.ts';

const gatewaySecret = randomBytes(32).toString('base64');
const settings = (applicationUrl: string): SubgraphSettings => ({
  ...{ applicationUrl, gatewaySecret, identityKey: new Uint8Array(32) },
  ...{ releases: '/releases', releaseEngine: 'duckdb', certificate: null, certificateKey: null },
});
const clinician = principalOf('CLINICIAN', '01900000-0000-7000-8000-000000000001');

test('a subgraph is told what its registration needs and nothing else', () => {
  const secrets = (name: string) => Object.keys(environmentOf(name, settings('postgres://x')));
  const every = ['APPLICATION_DATABASE_URL', 'NODP_GATEWAY_SECRET'];
  expect(secrets('patients')).toEqual([...every, 'NODP_IDENTITY_KEY']);
  expect(secrets('imaging')).toEqual(every);
  expect(secrets('statistics')).toEqual([...every, 'NODP_RELEASES', 'NODP_RELEASE_ENGINE']);
});

describe('subgraphs as processes of their own', () => {
  let db: TestDatabase;
  let processes: SubgraphProcesses;
  const ended: string[] = [];
  const faults: string[] = [];
  beforeAll(async () => {
    db = await testDatabase();
    process.env.DATABASE_URL_OF_A_TEST = 'postgres://owner:secret@nowhere';
    processes = await startSubgraphs(
      new Map([['patients', 'http://127.0.0.1:4101/graphql']]),
      (name) => environmentOf(name, settings(db.applicationUrl)),
      true,
      (name) => ended.push(name),
    );
  });
  afterAll(async () => {
    delete process.env.DATABASE_URL_OF_A_TEST;
    await processes?.stop();
    await db?.end();
  });
  const url = () => processes.urls.get('patients') ?? '';
  const ask = (query: string, variables?: Record<string, unknown>) =>
    overHttp(gatewaySecret, (error) => faults.push(error.message))('patients', url())({
      document: parse(query),
      variables,
      context: { principal: clinician, requestId: 'a-test' },
    } as never);

  test.skipIf(process.platform !== 'linux')('no setting of this process reaches them', () => {
    const environment = readFileSync(`/proc/${processes.pid('patients')}/environ`, 'utf8');
    expect(environment).toContain('NODP_IDENTITY_KEY=');
    expect(environment).not.toContain('DATABASE_URL_OF_A_TEST');
  });

  test('what they tell the reader stays what it is: code, status, path', async () => {
    const { errors } = await ask('{ patients(first: 5000) { totalCount } }');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      http: { status: 400 },
    });
    expect(errors?.[0]?.path).toEqual(['patients']);
    expect(errors?.[0]?.message).toContain('from 1 to 200');
    const refused = await ask('{ __typename }');
    expect(refused.errors).toBeUndefined();
  });

  test('a GET is refused, a token or not', async () => {
    const token = await signGatewayToken(
      gatewaySecret,
      'patients',
      { principal: clinician, requestId: 'a-test' },
      operationDigest('', undefined),
    );
    const headers = { 'x-nodp-gateway': token, 'apollo-require-preflight': 'yes' };
    const response = await fetch(`${url()}?query=%7B__typename%7D`, { headers });
    expect(response.status).toBe(405);
  });

  test('a process that ends by a fault is started again at its port, and meanwhile it is said', async () => {
    const before = processes.pid('patients') as number;
    process.kill(before, 'SIGKILL');
    let answers = await ask('{ patients { totalCount } }');
    // The kill may be quicker or slower than this call.
    while (answers.errors === undefined) answers = await ask('{ patients { totalCount } }');
    expect(answers.errors[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    while (answers.errors !== undefined) {
      await new Promise((done) => setTimeout(done, 200));
      answers = await ask('{ patients { totalCount } }');
    }
    expect(answers.data).toEqual({ patients: { totalCount: 0 } });
    expect(ended).toEqual(['patients']);
    expect(processes.pid('patients')).not.toBe(before);
    expect(faults.length).toBeGreaterThan(0);
  });
});

const openssl = spawnSync('openssl', ['version']).status === 0;

test.skipIf(!openssl)('calls between machines are TLS where a certificate is set', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-tls-'));
  const [certificate, certificateKey] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const made = spawnSync('openssl', [
    ...[
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
    ],
    ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', certificateKey, '-out', certificate],
  ]);
  expect(made.status, String(made.stderr)).toBe(0);
  const db = await testDatabase();
  const processes = await startSubgraphs(
    new Map([['imaging', 'http://127.0.0.1:4103/graphql']]),
    (name) => environmentOf(name, { ...settings(db.applicationUrl), certificate, certificateKey }),
    true,
    () => {},
  );
  try {
    const url = processes.urls.get('imaging') ?? '';
    expect(url).toMatch(/^https:/);
    const faults: string[] = [];
    const ask = () =>
      overHttp(gatewaySecret, (error) => faults.push(String(error.cause)))('imaging', url)({
        document: parse('{ __typename }'),
        context: { principal: clinician, requestId: 'a-test' },
      } as never);
    // Nobody is believed whom no known authority vouches for.
    expect((await ask()).errors?.[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(faults[0]).toMatch(/self.signed|certificate/i);
    await trustAuthority(certificate);
    expect(await ask()).toEqual({ data: { __typename: 'Query' } });
    // In the clear nothing is answered.
    await expect(fetch(url.replace('https:', 'http:'), { method: 'POST' })).rejects.toThrow();
  } finally {
    await processes.stop();
    await db.end();
    await rm(folder, { recursive: true, force: true });
  }
});
