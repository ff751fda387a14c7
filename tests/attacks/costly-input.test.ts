/**
 * Input that costs its sender nothing and held the process, or was answered as a fault of the platform: each is refused
 * with a sentence, nothing answers 500, and the process goes on answering others meanwhile.
 */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusByLength, withToken } from '../client.ts';
import { patientBundle } from '../patient-bundle.ts';
import { type RunningPlatform, startPlatform } from '../platform.ts';

/** `npm run attack` tries more. */
const runs = process.env.npm_lifecycle_event === 'attack' ? 3_000 : 60;

let platform: RunningPlatform;
let send: (
  body: string | Uint8Array<ArrayBuffer>,
  headers?: Record<string, string>,
) => Promise<Response>;
let ask: (query: string, variables?: object) => Promise<Response>;
beforeAll(async () => {
  platform = await startPlatform({ patients: 5 });
  const [hospital, clinician] = await Promise.all(
    ['hospital-system', 'clinician'].map(async (account) => {
      const response = await fetch(`${platform.url}/auth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, password: 'nodp-demo' }),
      });
      return ((await response.json()) as { access_token: string }).access_token;
    }),
  );
  send = (body, headers = {}) =>
    fetch(`${platform.url}/fhir`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${hospital}`,
        'content-type': 'application/fhir+json',
        ...headers,
      },
      body,
    });
  ask = (query, variables = {}) =>
    fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clinician}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
}, 600_000);
afterAll(() => platform?.stop());

describe('documents', () => {
  const repeated = (times: number, part: (i: number) => string) =>
    Array.from({ length: times }, (_, i) => part(i)).join(' ');
  test.each([
    ['200,000 aliases', `{${repeated(200_000, (i) => `a${i}:__typename`)}}`],
    ['100,000 directives', `{__typename ${repeated(100_000, () => '@a')}}`],
    [
      '20,000 fragments',
      `{__typename} ${repeated(20_000, (i) => `fragment f${i} on Query{__typename}`)}`,
    ],
    ['4,500 levels', `{${'patients{edges{node{'.repeat(1_500)}id${'}}}'.repeat(1_500)}}`],
  ])('%s are refused by their tokens', async (_, query) => {
    const response = await ask(query);
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toContain('Token limit');
  });

  test('a body that no document needs is refused before it is read', async () => {
    const status = await statusByLength(`${platform.url}/graphql`, 65 * 2 ** 20, {
      'content-type': 'application/json',
    });
    expect(status).toBe(413);
  });

  test('an account is charged what it asks for, and others go on', async () => {
    const dear = `{${repeated(100, (i) => `a${i}:patients(first:200){edges{node{id}}}`)}}`;
    const statuses: number[] = [];
    // 60,000 objects each: ten of them are a minute's. Three at a time: a busy machine has to have answered ten within that minute.
    while (!statuses.includes(429) && statuses.length < 30)
      statuses.push(...(await Promise.all([0, 1, 2].map(async () => (await ask(dear)).status))));
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(12);
    expect(statuses).toContain(429);
    const researcher = await withToken(platform.url, 'researcher');
    expect(await researcher.graph('{ me { role } }')).toMatchObject({
      data: { me: { role: 'RESEARCHER' } },
    });
  });
});

test('a sign-in is no place for megabytes', async () => {
  const status = await statusByLength(`${platform.url}/auth/token`, 65 * 2 ** 20, {
    'content-type': 'application/json',
  });
  expect(status).toBe(413);
});

describe('records', () => {
  const patient = (more: string) =>
    `{"resourceType":"Patient","birthDate":"1950-01-01","gender":"male"${more}}`;
  test.each([
    ['an id of 500,000 characters', patient(`,"id":"${'x'.repeat(500_000)}"`), 422, 'at most 64'],
    ['a NUL in a name', patient(',"id":"a","a\\u0000b":1'), 400, 'No element of FHIR'],
    ['5,000 levels', patient(`,"x":${'['.repeat(5_000)}${']'.repeat(5_000)}`), 400, 'nested'],
    [
      'a name of 350,000 letters',
      patient(`,"id":"b","name":[{"text":"${'李'.repeat(350_000)}"}]`),
      201,
      '',
    ],
    [
      'an identifier of 100,000',
      patient(`,"identifier":[{"value":"${'7'.repeat(100_000)}"}]`),
      201,
      '',
    ],
  ])('%s', async (_, body, status, told) => {
    const response = await send(body);
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringContaining(told),
    ]);
  });

  test('a bomb of gzip is refused at the limit', async () => {
    const response = await send(gzipSync(Buffer.alloc(120e6, 0x20)), {
      'content-encoding': 'gzip',
    });
    expect(response.status).toBe(413);
  });

  test('whatever a Bundle holds anywhere, the answer is no fault of the platform', async () => {
    const hospital = await withToken(platform.url, 'hospital-system');
    const bundle = JSON.stringify(patientBundle({ results: 1 }));
    let values = 0;
    JSON.parse(bundle, (_, value) => {
      values++;
      return value;
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(values - 1), fc.jsonValue({ maxDepth: 3 }), async (at, other) => {
        let place = 0;
        const broken = JSON.parse(bundle, (_, value) => (place++ === at ? other : value));
        const { status } = await hospital.fhir('', broken);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: runs },
    );
  });
});

describe('what a page of another site makes a browser send', () => {
  const elsewhere = { origin: 'https://elsewhere.example' };
  const password = JSON.stringify({ account: 'hospital-system', password: 'nodp-demo' });
  const post = (path: string, headers: Record<string, string>, body = '{}') =>
    fetch(`${platform.url}${path}`, { method: 'POST', headers, body });

  test('nobody is signed in as somebody else, or out', async () => {
    const json = { 'content-type': 'application/json' };
    const sent: [string, Record<string, string>, number][] = [
      ['/auth/sign-in', { ...elsewhere, ...json }, 403],
      ['/auth/sign-in', { ...json, origin: 'null' }, 403],
      ['/auth/sign-in', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
      ['/auth/sign-in', { 'content-type': 'text/plain' }, 415],
      ['/auth/token', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['/auth/sign-out', elsewhere, 403],
      ['/auth/sign-in', { ...json, origin: platform.url }, 200],
      ['/auth/sign-in', json, 200],
    ];
    for (const [path, headers, status] of sent)
      expect([path, headers, (await post(path, headers, password)).status]).toEqual([
        path,
        headers,
        status,
      ]);
  });

  test('a session’s cookie alone changes nothing, anywhere', async () => {
    const signedIn = await post('/auth/sign-in', { 'content-type': 'application/json' }, password);
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).toMatch(/^nodp_session=./);
    const paths = [
      ...[
        '/fhir',
        '/fhir/Patient',
        '/fhir/$export',
        '/hl7v2',
        '/csv',
        '/csv/mappings',
        '/csv/preview',
      ],
      ...[
        '/dicom-web/studies',
        '/held/x/correct',
        '/contact-outcomes',
        '/followup-plans',
        '/screening-rounds',
        '/deaths',
      ],
      ...['/rules/x/answers', '/graphql'],
    ];
    for (const path of paths) {
      for (const headers of [{ cookie }, { cookie, ...elsewhere, 'x-nodp-csrf': '1' }]) {
        const { status } = await post(
          path,
          { 'content-type': 'text/plain', ...headers },
          'MSH|^~\\&|',
        );
        expect([path, status]).toEqual([path, 'origin' in headers ? 403 : 400]);
      }
    }
  });

  test('every answer says that it is not to be run, framed or kept', async () => {
    const paths = [
      ...[
        '/auth/options',
        '/graphql',
        '/fhir/metadata',
        '/fhir/Patient',
        '/hl7v2',
        '/csv',
        '/held',
      ],
      ...[
        '/csv/uploads/x',
        '/dicom-web/studies',
        '/contact-outcomes',
        '/followup-plans',
        '/screening-rounds',
        '/deaths',
      ],
      ...[
        '/network',
        '/audit/events.csv',
        '/health/live',
        '/metrics',
        '/.well-known/smart-configuration',
      ],
    ];
    for (const path of paths) {
      const { headers } = await fetch(`${platform.url}${path}`);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("default-src 'none'"),
      ]);
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
  });
});
