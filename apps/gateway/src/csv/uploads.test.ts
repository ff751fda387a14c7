import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { clinicalIntake } from '../fhir/index.ts';
import { createCsvEndpoint } from './endpoint.ts';

let db: TestDatabase;
let sql: postgres.Sql;
let endpoint: ReturnType<typeof createCsvEndpoint>;
const intake = clinicalIntake(identityKey);
beforeAll(async () => {
  db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  sql = postgres(db.ownerUrl, { max: 1 });
  endpoint = createCsvEndpoint({ database: db.database, intake, maxBytes: 10_000_000 });
});
afterAll(async () => {
  await sql.end();
  await db.end();
});

const caller = { principal: everyone.DATA_MANAGER, requestId: 'r' };
const headers = { 'content-type': 'text/csv; charset=utf-8', 'x-nodp-csrf': '1' };
const post = (id: string, body: BodyInit, signal?: AbortSignal) =>
  endpoint(
    new Request(`https://nodp.example/csv?upload=${id}`, {
      ...{ method: 'POST', headers, body, duplex: 'half' },
      ...(signal === undefined ? {} : { signal }),
    } as RequestInit),
    caller,
  );
const send = async (text: string, id: string) => (await post(id, text)).json();
const state = async (id: string) =>
  (await endpoint(new Request(`https://nodp.example/csv/uploads/${id}`), caller)).json();

test('a file that was cut off goes on where it stopped, and its rows are counted once', async () => {
  const id = '01900000-0000-7000-8000-0000000000aa';
  const rows = Array.from({ length: 1_400 }, (_, i) => `U${i},张三,${i === 3 ? 'x' : '男'}\n`);
  const text = `patient_id,name,sex\n${rows.join('')}`;
  const cut = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(Buffer.from(text.slice(0, 12_000)));
    },
    pull: () => Promise.reject(new Error('the line was cut')),
  });
  const request = new Request(`https://nodp.example/csv?upload=${id}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv; charset=utf-8', 'x-nodp-csrf': '1' },
    body: cut,
    duplex: 'half',
  } as RequestInit);
  expect((await endpoint(request, caller)).status).toBe(500);
  expect(await state(id)).toMatchObject({
    line: 1_001,
    ended: false,
    counts: { rows: 1_000, created: 999 },
  });
  const before = await sql`select count(*)::int as n from basic.submission`;
  const answer = await send(text, id);
  expect(answer).toMatchObject({ resumedAfter: 1_001, rows: 1_400, created: 1_399, refused: 1 });
  const after = await sql`select count(*)::int as n from basic.submission`;
  expect(after[0]?.n - before[0]?.n).toBe(1);
  expect(await state(id)).toMatchObject({ line: 1_401, ended: true });
  // A file that ended is begun anew: each of its rows is unchanged.
  expect(await send(text, id)).toMatchObject({ resumedAfter: null, rows: 1_400, unchanged: 1_399 });
});

test('a sender that goes away stops its file, though it came whole; sent again at once it waits for the rows under way', async () => {
  const id = '01900000-0000-7000-8000-0000000000bb';
  const rows = Array.from({ length: 5_000 }, (_, i) => `V${i},张三,男\n`);
  const text = `patient_id,name,sex\n${rows.join('')}`;
  const leaving = new AbortController();
  const first = post(id, text, leaving.signal);
  await expect
    .poll(async () => (await state(id)).counts?.rows ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(0);
  leaving.abort();
  const answer = await send(text, id);
  await first;
  expect(answer.resumedAfter).toBeLessThan(5_001);
  // Each row was new once: none was written by both.
  expect(answer).toMatchObject({ rows: 5_000, created: 5_000, unchanged: 0 });
});
