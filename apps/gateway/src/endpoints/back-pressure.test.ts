import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
const endpoints = (): readonly (readonly [string, Endpoint, string, string])[] => {
  const taking = { database: db.database, intake: clinicalIntake(identityKey), places };
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
