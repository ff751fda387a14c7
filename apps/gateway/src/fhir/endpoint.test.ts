import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { bundle, cancer, haemoglobin, patient } from '../../../../tests/intake/examples.ts';
import { type Caller, createFhirEndpoint } from './endpoint.ts';
import { clinicalIntake } from './intake.ts';

/** What the tests read of the answers. */
interface OperationOutcome {
  readonly resourceType: string;
  readonly issue?: readonly { readonly code: string; readonly expression?: readonly string[] }[];
}
interface Bundle {
  readonly type: string;
  readonly entry?: readonly {
    readonly response?: {
      readonly status: string;
      readonly location?: string;
      readonly outcome?: OperationOutcome;
    };
  }[];
}
interface CapabilityStatement {
  readonly rest?: readonly {
    readonly interaction?: readonly { readonly code: string }[];
    readonly resource?: readonly { readonly type: string }[];
  }[];
}

let db: TestDatabase;
let endpoint: ReturnType<typeof createFhirEndpoint>;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  endpoint = createFhirEndpoint({
    exports: join(tmpdir(), 'no-exports'),
    database: db.database,
    intake: clinicalIntake(identityKey),
    url: 'https://nodp.example',
    version: '1',
    maxBytes: 100_000,
  });
});
afterAll(() => db.end());

const hospital: Caller = { principal: everyone.SYSTEM, requestId: 'r1' };
interface Options {
  readonly caller?: Caller;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly raw?: Uint8Array<ArrayBuffer>;
}

const send = async <T = OperationOutcome>(
  path: string,
  content: unknown,
  options: Options = {},
) => {
  const { caller = hospital, method = 'POST', headers = {}, raw } = options;
  const body = method === 'GET' ? null : (raw ?? JSON.stringify(content));
  const request = new Request(`https://nodp.example${path}`, {
    method,
    headers: { 'content-type': 'application/fhir+json', ...headers },
    body,
  });
  const response = await endpoint(request, caller);
  return { response, status: response.status, body: (await response.json()) as T };
};

test('a transaction is answered entry by entry', async () => {
  const organization = { resourceType: 'Organization', id: 'o1', name: 'Hospital' };
  const sent = bundle('transaction', patient('d1'), cancer('d1-c', 'urn:uuid:d1'), organization);
  const { status, body, response } = await send<Bundle>('/fhir', sent);
  expect(status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/fhir+json');
  expect(body.type).toBe('transaction-response');
  expect(body.entry?.map((e) => [e.response?.status, e.response?.location])).toEqual([
    ['201 Created', 'Patient/d1'],
    ['201 Created', 'Condition/d1-c'],
    ['202 Accepted', 'Organization/o1'],
  ]);
  expect(body.entry?.[0]?.response).toMatchObject({
    etag: expect.stringMatching(/^W\/"[0-9a-f]{16}"$/),
    lastModified: expect.any(String),
  });
  expect(body.entry?.[2]?.response?.outcome).toMatchObject({
    issue: [{ severity: 'information', diagnostics: expect.stringContaining('Retained as sent') }],
  });
  const again = await send<Bundle>('/fhir', sent);
  expect(again.body.entry?.map((e) => e.response?.status)).toEqual([
    '200 OK',
    '200 OK',
    '202 Accepted',
  ]);
});

test('a refused transaction names the entry', async () => {
  const { status, body } = await send(
    '/fhir',
    bundle('transaction', cancer('x', 'Patient/nobody')),
  );
  expect(status).toBe(422);
  expect(body).toMatchObject({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', expression: ['Bundle.entry[0].resource.subject'] }],
  });
});

test('a batch answers each entry on its own', async () => {
  const sent = bundle('batch', patient('d2'), cancer('d2-c', 'Patient/nobody'));
  const { status, body } = await send<Bundle>('/fhir/', sent);
  expect(status).toBe(200);
  expect(body.type).toBe('batch-response');
  expect(body.entry?.map((e) => e.response?.status)).toEqual([
    '201 Created',
    '422 Unprocessable Entity',
  ]);
});

test('single resources go to their type', async () => {
  const created = await send('/fhir/Patient', patient('d3'));
  expect(created.status).toBe(201);
  expect(created.response.headers.get('location')).toBe('https://nodp.example/fhir/Patient/d3');
  const put = await send(
    '/fhir/Observation/h1',
    haemoglobin('h1', 'Patient/d3', 12, '2020-01-01'),
    { method: 'PUT' },
  );
  expect(put.status).toBe(201);
  const same = await send(
    '/fhir/Observation/h1',
    haemoglobin('h1', 'Patient/d3', 12, '2020-01-01'),
    { method: 'PUT' },
  );
  expect(same.status).toBe(200);
  expect(
    (
      await send('/fhir/Observation/h2', haemoglobin('h1', 'Patient/d3', 12, '2020'), {
        method: 'PUT',
      })
    ).status,
  ).toBe(400);
  expect((await send('/fhir/Observation', patient('d3'))).status).toBe(400);
});

test('a conditional create by header', async () => {
  const { id: _, ...nameless } = patient('', {
    identifier: [{ system: 'http://h', value: 'a#1' }],
  });
  const headers = { 'if-none-exist': 'identifier=http%3A%2F%2Fh%7Ca%231' };
  expect((await send('/fhir/Patient', nameless, { headers })).status).toBe(201);
  const again = await send('/fhir/Patient', { ...nameless, gender: 'female' }, { headers });
  expect(again.status).toBe(200);
  expect(again.response.headers.get('location')).toBe(
    'https://nodp.example/fhir/Patient?identifier=http%3A%2F%2Fh%7Ca%231',
  );
});

test('gzip bodies are unpacked, and no more of them than the limit', async () => {
  const headers = { 'content-encoding': 'gzip' };
  const raw = (text: string) => new Uint8Array(gzipSync(text));
  const good = raw(JSON.stringify(patient('d4')));
  expect((await send('/fhir', null, { headers, raw: good })).status).toBe(201);
  const bomb = raw(`{"resourceType":"Patient","id":"${'0'.repeat(50_000_000)}"}`);
  expect(bomb.byteLength).toBeLessThan(100_000);
  const { status, body } = await send('/fhir', null, { headers, raw: bomb });
  expect([status, body.issue?.[0]?.code]).toEqual([413, 'too-costly']);
  expect((await send('/fhir', null, { headers, raw: good.slice(0, -10) })).status).toBe(400);
  expect((await send('/fhir', 'x'.repeat(200_000))).status).toBe(413);
});

test.each([
  ['nobody', { principal: null, requestId: 'r' }, 401],
  ['a clinician', { principal: everyone.CLINICIAN, requestId: 'r' }, 403],
  ['a data manager', { principal: everyone.DATA_MANAGER, requestId: 'r' }, 403],
  ['an administrator', { principal: everyone.ADMINISTRATOR, requestId: 'r' }, 403],
  [
    'a system account of no hospital',
    { principal: { ...everyone.SYSTEM, institutionId: null }, requestId: 'r' },
    403,
  ],
])('%s may not send records', async (_, caller, expected) => {
  const { status, body } = await send('/fhir', patient('no'), { caller });
  expect([status, body.resourceType]).toEqual([expected, 'OperationOutcome']);
});

test.each([
  ['GET', '/fhir/Organization/o1', {}, 405],
  ['DELETE', '/fhir/Patient/d1', {}, 405],
  ['PUT', '/fhir/Patient', {}, 405],
  ['POST', '/fhir/Patient/d1', {}, 405],
  ['POST', '/fhir/Patient/d1/$everything', {}, 404],
  ['POST', '/fhir', { 'content-type': 'application/fhir+xml' }, 415],
  ['POST', '/fhir', { 'content-encoding': 'br' }, 415],
  ['POST', '/fhir', { 'content-type': 'application/fhir+json; fhirVersion=3.0' }, 415],
  ['POST', '/fhir', { 'content-type': 'application/fhir+json; fhirVersion="5.0"' }, 415],
  ['POST', '/fhir', { accept: 'application/fhir+xml' }, 406],
  ['PUT', '/fhir/Patient?name=Li', {}, 422],
  ['PUT', '/fhir/Patient/d1?identifier=a|b', {}, 405],
])('%s %s with %j is answered %i', async (method, path, headers, expected) => {
  const { status, body } = await send(path, patient('d1'), { method, headers });
  expect([status, body.resourceType]).toEqual([expected, 'OperationOutcome']);
});

test('a declared version that is not R4 is refused by its name; R4 is taken', async () => {
  const sent = (version: string) =>
    send('/fhir', patient('fv'), {
      headers: { 'content-type': `application/fhir+json; fhirVersion=${version}` },
    });
  const { body } = await sent('3.0');
  expect(JSON.stringify(body)).toContain('FHIR 3.0 is not taken');
  for (const version of ['4.0', '4.0.1']) expect((await sent(version)).status).toBeLessThan(300);
});

test('a conditional update and If-Match by address and header', async () => {
  const sent = (gender: string, headers = {}) =>
    send(
      '/fhir/Patient?identifier=http://h/mrn|cu1',
      {
        ...patient('x', { gender, identifier: [{ system: 'http://h/mrn', value: 'cu1' }] }),
        id: undefined,
      },
      { method: 'PUT', headers },
    );
  const first = await sent('male');
  expect([first.status, first.response.headers.get('etag')?.slice(0, 2)]).toEqual([201, 'W/']);
  const tag = first.response.headers.get('etag') as string;
  expect((await sent('female', { 'if-match': tag })).status).toBe(200);
  expect((await sent('other', { 'if-match': tag })).status).toBe(412);
});

test('GB 18030 is decoded where it is said, and refused where it is not: nothing broken is stored', async () => {
  // 王 is CD F5 in GB 18030.
  const text = JSON.stringify(patient('gb', { name: [{ text: '@@' }] }));
  const bytes = Buffer.concat([
    Buffer.from(text.slice(0, text.indexOf('@@'))),
    Buffer.from([0xcd, 0xf5]),
    Buffer.from(text.slice(text.indexOf('@@') + 2)),
  ]);
  const sent = (contentType: string) =>
    send('/fhir', null, { headers: { 'content-type': contentType }, raw: bytes });
  expect((await sent('application/fhir+json; charset=gb18030')).status).toBe(201);
  const refused = await sent('application/fhir+json');
  expect([refused.status, JSON.stringify(refused.body).includes('charset=gb18030')]).toEqual([
    400,
    true,
  ]);
  expect((await sent('application/fhir+json; charset=gbk')).status).toBe(200);
});

test('anyone may read the capability statement', async () => {
  const { status, body } = await send<CapabilityStatement>('/fhir/metadata', null, {
    method: 'GET',
    caller: { principal: null, requestId: 'r' },
  });
  expect(status).toBe(200);
  expect(body.rest?.[0]?.interaction?.map((i) => i.code)).toEqual(['transaction', 'batch']);
  expect(body.rest?.[0]?.resource?.map((r) => r.type)).toContain('MedicationAdministration');
  // It is itself FHIR, so the endpoint can take it.
  expect((await send('/fhir', body)).status).toBe(202);
});

test('when the database fails nothing of what was sent is shown', async () => {
  const failing = createFhirEndpoint({
    exports: join(tmpdir(), 'no-exports'),
    database: { ...db.database, session: () => Promise.reject(new Error('secret 王小明')) },
    intake: clinicalIntake(identityKey),
    url: '',
    version: '1',
  });
  const request = new Request('http://h/fhir', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(patient('z')),
  });
  const response = await failing(request, hospital);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});
