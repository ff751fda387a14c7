import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { createCsvEndpoint } from '../csv/endpoint.ts';
import { clinicalIntake, createFhirEndpoint } from '../fhir/index.ts';
import { createHl7v2Endpoint } from '../hl7v2/endpoint.ts';
import { laboratory } from '../hl7v2/testing.ts';
import { admission } from './admission.ts';

let db: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

type Endpoint = ReturnType<typeof createCsvEndpoint>;
const caller = { principal: everyone.SYSTEM, requestId: 'r' };
const places = admission({ most: 1 });
const endpoints = (within = places): readonly (readonly [string, Endpoint, string, string])[] => {
  const taking = { database: db.database, intake: clinicalIntake(identityKey), places: within };
  const patient = { resourceType: 'Patient', id: 'p1', name: [{ text: '王小明' }] };
  return [
    [
      'fhir/Patient',
      createFhirEndpoint({ ...taking, url: 'https://nodp.example', version: '0', exports: '' }),
      'application/fhir+json',
      JSON.stringify(patient),
    ],
    [
      'hl7v2',
      createHl7v2Endpoint(taking),
      'x-application/hl7-v2+er7',
      laboratory('B1', 'b1', 'OBX|1|NM|718-7^血红蛋白^LN||98|g/L|||||F|||20260801'),
    ],
    ['csv', createCsvEndpoint(taking), 'text/csv', 'patient_id,name,sex\nc1,王小明,男\n'],
  ];
};
const send = (path: string, endpoint: Endpoint, type: string, body: BodyInit) => {
  const headers = { 'content-type': type, 'x-nodp-csrf': '1' };
  const url = `https://nodp.example/${path}`;
  return endpoint(
    new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit),
    caller,
  );
};
const submissions = async (): Promise<number> =>
  (await sql`select count(*)::int as n from basic.submission`)[0]?.n;

test('where all places are taken a sender is told to come again, nothing of it is taken, and sent again it is', async () => {
  for (const [path, endpoint, type, body] of endpoints()) {
    const before = await submissions();
    let finish = () => {};
    const slow = new ReadableStream({
      start: (stream) => {
        stream.enqueue(Buffer.from(body.slice(0, 10)));
        finish = () => {
          stream.enqueue(Buffer.from(body.slice(10)));
          stream.close();
        };
      },
    });
    const first = send(path, endpoint, type, slow);
    while (places.underWay === 0) await new Promise((next) => setTimeout(next, 5));
    const refused = await send(path, endpoint, type, body);
    expect([path, refused.status, refused.headers.get('retry-after')]).toEqual([path, 429, '2']);
    expect(await refused.text()).toContain('nothing of it was taken');
    expect(await submissions()).toBe(before);
    finish();
    expect([200, 201]).toContain((await first).status);
    expect([200, 201]).toContain((await send(path, endpoint, type, body)).status);
    expect(await submissions()).toBe(before + 2);
    expect(places.underWay).toBe(0);
  }
});

test('a body that breaks off gives its place back', async () => {
  for (const [path, endpoint, type] of endpoints()) {
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('gone')) });
    expect((await send(path, endpoint, type, broken)).status).toBeGreaterThanOrEqual(400);
    expect(places.underWay).toBe(0);
  }
});

test('bodies that are held together have an end, packed or not; a file of rows is read as it comes', async () => {
  const few = admission({ mostBytes: 40 });
  for (const [path, endpoint, type, body] of endpoints(few)) {
    const before = await submissions();
    const answer = await send(path, endpoint, type, body);
    const isRead = path === 'csv';
    expect([path, answer.status]).toEqual([path, isRead ? 200 : 429]);
    if (!isRead) expect(answer.headers.get('retry-after')).toBe('2');
    expect(await submissions()).toBe(before + (isRead ? 1 : 0));
    expect(few.underWay).toBe(0);
  }
});

describe('the beginning of a file', () => {
  const form = (parts: readonly (readonly [string, string])[]): string =>
    `${parts.map(([name, text]) => `--b\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\n${text}\r\n`).join('')}--b--\r\n`;
  const preview = (within: typeof places, body: BodyInit) => {
    const taking = { database: db.database, intake: clinicalIntake(identityKey), places: within };
    return send('csv/preview', createCsvEndpoint(taking), 'multipart/form-data; boundary=b', body);
  };
  const file = form([['file', 'patient_id,name,sex\nc1,王小明,男\n']]);

  test('is looked at where there is room, and takes a place and its bytes meanwhile', async () => {
    expect((await preview(admission(), file)).status).toBe(200);
    for (const full of [admission({ most: 0 }), admission({ mostBytes: 20 })]) {
      const refused = await preview(full, file);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
      expect(full.underWay).toBe(0);
    }
  });

  test('is read as far as it is shown, and a form of many parts is none', async () => {
    const begun = performance.now();
    const long = await preview(admission(), form([['file', `a,b\n${'x,y\n'.repeat(5_000_000)}`]]));
    expect(await long.json()).toMatchObject({ header: ['a', 'b'], fault: null });
    const many = await preview(
      admission(),
      form(Array.from({ length: 200_000 }, () => ['f', 'x'])),
    );
    expect(many.status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
